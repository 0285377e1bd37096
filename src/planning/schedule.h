#pragma once
#include <span>
#include <vector>

#include "base/geometry.h"
#include "brush/hand.h"
#include "brush/planned_passes.h"
#include "model/reference.h"
#include "planning/refine.h"
#include "planning/seeding.h"

namespace allaprima {

/// One round of planning: take away what shows least, seed where the picture is most wrong, refine all.
struct Round {
    PlannedPass pass = kPlannedPasses.front();  ///< Of the painting, which its new strokes belong to.
    int level = 0;                              ///< Of the pyramid.
    int strokes = 0;                            ///< How many there are once it has seeded.
    float removed = 0.0f;                       ///< Share of the strokes that it first takes away.
    Seeding seeding;                            ///< Of new strokes, in pixels of level 0.
    Refinement refinement;
    int view = -1;        ///< Which close view it is played in; -1: the whole picture.
    int finer = 1;        ///< How many pixels that has for one of level 0,
    double pixels = 1.0;  ///< and how many in all, beside its level's.
};

/// Side of a stroke's room: the square root of the picture's area over the number of strokes, pixels.
float stroke_room(Size size, int strokes);

/// The rounds that plan so many strokes on a picture of this size: the number grows evenly, then strokes
/// are moved from where they show least to where they are wanted most.
std::vector<Round> schedule(Size size, int strokes, int levels, const Hand& hand,
                            std::span<const PlannedPass> passes = kPlannedPasses);

/// How many of so many strokes are kept for the close views.
int strokes_for_views(std::span<const CloseView> views, int strokes);

/// Adds the rounds that are played in the close views, one after the other: what lies in each is worked over
/// with new strokes, until there are so many in all. @param reference its size.
void look_closely(std::vector<Round>& rounds, Size reference, std::span<const CloseView> views, int strokes,
                  const Hand& hand);

/// The rounds that lay so many strokes over a finished painting, in one view of it.
/// @param pixels of the view in which they are wanted.
std::vector<Round> retouching(double pixels, int strokes, const Hand& hand);

/// The rounds for as many strokes as it takes, at most `most`: a few at first and half as many again each
/// time, each number worked out at full size so that it can be judged.
std::vector<Round> schedule_until_good(Size size, int most, int levels, const Hand& hand,
                                       std::span<const PlannedPass> passes = kPlannedPasses);

}  // namespace allaprima
