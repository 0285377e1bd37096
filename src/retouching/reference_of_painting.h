#pragma once
#include <string>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "model/painting.h"
#include "model/reference.h"

namespace allaprima {

/// What a finished painting was painted from: as it remembers it, or, where a photograph is named, made of
/// that again.
///
/// @param painting has a plan. @param brief its brief, whose files can be read.
/// @param photo the photograph's file; empty: as it is remembered.
/// @return an error of usage where the painting remembers nothing (made by an Alla Prima of before, or it was
/// to forget) and no photograph is named, or where that is another one.
Result<Reference> reference_of(const Painting& painting, const Brief& brief, const std::string& painting_file,
                               const std::string& photo, const ThreadPool& workers, Observer& observer);

}  // namespace allaprima
