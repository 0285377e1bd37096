#pragma once
#include <functional>
#include <optional>

#include "base/observer.h"
#include "base/thread_pool.h"
#include "model/brief.h"
#include "model/photo.h"
#include "model/picture.h"
#include "model/plan.h"

namespace allaprima {

/// How much of a painting is shown on a screen, and how.
struct Showing {
    int long_side = 1024;  ///< Of the whole picture, pixels.
    Finish finish = Finish::Lit;
    std::optional<PixelRect> part = {};  ///< Only these pixels of it, which they lie within.
};

/// The size of the whole picture.
Size shown_size(const Plan& plan, int long_side);

/// Renders it. @param brief what was asked of the painting: light and strength of the relief. Heights
/// (Finish::Relief) come in three channels, each 8 bits of a picture: the upper and the lower byte of
/// 65535 times their share, and nothing.
Picture show_painting(const Plan& plan, const Brief& brief, const Showing& showing,
                      const ThreadPool& workers);

/// A part of a picture that is being painted, after so many strokes.
struct GrownPart {
    PixelRect area;
    Size whole;
    size_t strokes = 0;
    Picture picture;  ///< Of the area.
};

/// Paints a plan before someone's eyes: stroke by stroke, as the brief shows it. Where a machine's memory is
/// too small for that, nothing is shown.
/// @param sink takes each part that has changed; a part may come several times.
/// @return false when the observer ended it.
bool show_painting_grow(const Plan& plan, const Brief& brief, int long_side, const ThreadPool& workers,
                        Observer& observer, const std::function<void(const GrownPart&)>& sink);

/// A photograph on a screen, no larger than it is. @param long_side the longest that it may be.
Picture show_photo(const Photo& photo, int long_side);

}  // namespace allaprima
