#pragma once
#include "base/result.h"
#include "model/brief.h"
#include "model/wish.h"
#include "studio/shelf.h"

namespace allaprima {

/// The brief that wishes come to. Where a setting takes a file, its text is the id of an upload, or begins
/// with it ("ID:2"): no path that a client has chosen is ever opened. An error of usage where they do not go
/// together.
Result<Brief> asked_brief(const Wishes& wishes, const Shelf& shelf);

/// The same of what wishes ask besides of a brief, whose own files may lie anywhere.
Result<Brief> asked_besides(Brief brief, const Wishes& wishes, const Shelf& shelf);

/// The brief of a painting that is asked otherwise. @param kept as it has it, files where they are kept.
/// @param before what was wished when it was painted. @param now what is wished from now on.
Result<Brief> asked_otherwise(const Brief& kept, const Wishes& before, const Wishes& now, const Shelf& shelf);

}  // namespace allaprima
