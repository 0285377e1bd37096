#pragma once
#include "base/result.h"
#include "model/brief.h"
#include "model/wish.h"
#include "shelf/shelf.h"

namespace allaprima {

/// The brief that wishes come to. Where a setting takes a file, its text is the id of an upload, or begins
/// with it ("ID:2"): no path that a client has chosen is ever opened. An error of usage where they do not go
/// together.
Result<Brief> asked_brief(const Wishes& wishes, const Shelf& shelf);

/// The same of what wishes ask besides of a brief, whose own files may lie anywhere.
Result<Brief> asked_besides(Brief brief, const Wishes& wishes, const Shelf& shelf);

}  // namespace allaprima
