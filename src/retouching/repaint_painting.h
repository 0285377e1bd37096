#pragma once
#include <functional>
#include <string>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "engine/commission.h"
#include "engine/growth.h"
#include "model/brief.h"
#include "model/wish.h"
#include "retouching/worked_over.h"

namespace allaprima {

/// A wish to have a finished painting otherwise.
struct RepaintWish {
    std::string painting_file;
    /// The brief that is asked for from now on, given the one there is, with files where they are kept; see
    /// why_painted_anew().
    std::function<Result<Brief>(const Brief&)> now;
    std::string photo = {};  ///< The photograph: where another scene is asked for, or it was forgotten.
    Destinations outcome = {};
};

/// What it takes to have it otherwise.
struct RepaintCost {
    std::string anew = {};  ///< Why it has to be painted anew; empty: it goes on from what is painted,
    int strokes = 0;        ///< with so many new strokes at most,
    float share = 0.0f;     ///< on so much of the picture, 0 to 1,
    double seconds = 0.0;   ///< in about this time on two cores.
};

/// What comes to a brief besides: marks, motifs and thrown paint to those there are.
std::function<Result<Brief>(const Brief&)> asked_besides(Wishes wishes);

/// Reckons it, without painting. An error of usage where it cannot be asked at all.
Result<RepaintCost> cost_of_repaint(const RepaintWish& wish, const ThreadPool& workers, Observer& observer);

/// Goes on from what is painted, in a new painting: where errors count otherwise than they did, where the
/// reference is another one, or where more strokes are wanted, new ones are laid over it; see repaint(). All
/// others are what they were, and so is each pixel that no new stroke reaches. What is asked for is kept.
///
/// @param growth hears of the new strokes alone while they are sought.
/// @return an error of usage where that has to be painted anew.
Result<Painted> repaint_painting(const RepaintWish& wish, const ThreadPool& workers, Observer& observer,
                                 const Growth& growth = {});

}  // namespace allaprima
