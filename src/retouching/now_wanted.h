#pragma once
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "model/reference.h"
#include "model/study.h"
#include "retouching/repaint.h"
#include "retouching/worked_over.h"

namespace allaprima {

/// What a finished painting is to be from now on, and how far that is something else than it was.
struct NowWanted {
    Reference reference;
    Study study;
    Changes changes;
    std::vector<std::string> warnings = {};
};

/// Looks at what a finished painting was painted from with another brief.
///
/// What is seen in it stays as it was. Only where the brief asks for another scene are the photograph and its
/// motifs composed and looked at again.
///
/// @param brief with files that can be read. @param photo the photograph's file; empty: what the painting
/// remembers.
/// @return an error of usage where something is asked that was not seen, where the photograph is needed and
/// not named, and where the picture would have another shape.
Result<NowWanted> now_wanted(const Finished& finished, const Brief& brief, const std::string& photo,
                             const ThreadPool& workers, Observer& observer);

}  // namespace allaprima
