#pragma once
#include <functional>
#include <span>
#include <vector>

#include "base/thread_pool.h"
#include "model/plan.h"
#include "model/reference.h"
#include "planning/draft.h"
#include "planning/level.h"
#include "planning/schedule.h"
#include "planning/view_frame.h"

namespace allaprima {

/// Rounds that are played in a close view: what lies in it is refined there, pixel by pixel of the view, and
/// new strokes are laid over it. What reaches beyond the view stays as it is.
class CloseUp {
  public:
    CloseUp(const CloseView& view, const Reference& reference, const Image<float>& focus,
            const ThreadPool& workers);
    /// The same in a view that is a level already.
    /// @param pixel_mm side of one of its pixels.
    CloseUp(const ViewFrame& frame, Level level, float pixel_mm, const ThreadPool& workers);

    /// As the rounds of the whole picture are played.
    /// @param rounds all of them: by them is told how finely a stroke was planned, and for which view.
    /// @return whether it was played to its end; if not, the draft is as it was.
    bool play(std::span<const Round> rounds, size_t index, uint64_t seed, const Materials& materials,
              Draft& draft, const std::function<bool()>& keep_going);

  private:
    /// Those that lie wholly within the view, or were laid for it, may be changed.
    StrokesInView in_view(const Draft& draft, std::span<const Round> rounds, int view) const;
    void remove_least(Draft& draft, std::span<const Round> rounds, const Round& round);
    void add_seeds(Draft& draft, std::span<const Round> rounds, size_t index, uint64_t seed);

    ViewFrame frame_;
    Level level_;     ///< Without weight along its border, but in its objective: no stroke begins there.
    float pixel_mm_;  ///< Side of one of its pixels.
    const ThreadPool& workers_;
};

}  // namespace allaprima
