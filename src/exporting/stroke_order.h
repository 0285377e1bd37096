#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "base/observer.h"
#include "model/plan.h"

namespace allaprima {

/// Tells of two strokes of a plan whether they could touch: whether it may matter which is laid first.
///
/// A stroke reaches as far as its footprint with its softness, its ragged ends and the wet paint around it,
/// in pictures whose pixels are up to four times as coarse as the plan's; and as far as the coarse canvas on
/// which PickUpWalk notes what it drags along. What is said not to touch does not, in any finish.
class StrokeReach {
  public:
    explicit StrokeReach(const Plan& plan);

    bool may_touch(size_t first, size_t second) const;

  private:
    struct Reach {
        std::vector<Vec2> line;  ///< Points of the centre line; straight between them.
        float reach;             ///< From it, mm.
        Vec2 low, high;  ///< The box around all of it, and around the border it reads beyond the canvas.
        bool beyond;     ///< It leaves the canvas, so that the box counts and not the line.
    };
    /// @param coarse_mm coarse_pixel_mm() of the plan.
    static Reach reach_of(const Stroke& stroke, Coat coat, const Plan& plan, float coarse_mm);

    std::vector<Reach> reaches_;
};

/// So many strokes at most may change places with each other.
constexpr size_t kLongestShuffle = 4096;

/// An order of a plan's strokes in which strokes of one key follow each other as far as that changes nothing.
///
/// Strokes stay in their passes, and of two that may touch the earlier one stays earlier. Of the keys that
/// are possible the one goes next of which the greatest share can be laid in a row; within a key, the nearest
/// stroke. Long passes are ordered in runs of kLongestShuffle.
/// @param keys one for each stroke, of any meaning.
/// @return the numbers of the strokes, in their new order; nothing when the observer ended it.
std::optional<std::vector<size_t>> order_by_key(const Plan& plan, const std::vector<size_t>& keys,
                                                Observer& observer);

}  // namespace allaprima
