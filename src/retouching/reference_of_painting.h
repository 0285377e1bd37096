#pragma once
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "model/painting.h"
#include "model/reference.h"
#include "model/study.h"

namespace allaprima {

/// What a finished painting was painted from: as it remembers it, or, where it does not, made of the
/// photograph again.
///
/// @param painting has a plan. @param brief its brief, whose files can be read.
/// @param photo the photograph's file; empty: as it is remembered.
/// @return an error of usage where the painting remembers nothing (made by an Alla Prima of before, or it was
/// to forget) and no photograph is named, or where that is another one.
Result<Reference> reference_of(const Painting& painting, const Brief& brief, const std::string& painting_file,
                               const std::string& photo, const ThreadPool& workers, Observer& observer);

/// A scene that was composed and looked at again.
struct SeenAgain {
    Reference reference;
    Study study;
    std::vector<std::string> warnings = {};  ///< What could not be done as it was asked; one line each.
};

/// What a finished painting would be painted from with another brief.
/// @return an error of usage where no photograph is named, or another one, and where the picture would have
/// another shape.
Result<SeenAgain> seen_again(const Painting& painting, const Brief& brief, const std::string& painting_file,
                             const std::string& photo, const ThreadPool& workers, Observer& observer);

}  // namespace allaprima
