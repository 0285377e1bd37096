#pragma once
#include <optional>
#include <span>
#include <vector>

#include "base/thread_pool.h"
#include "image/image.h"
#include "model/plan.h"
#include "model/reference.h"
#include "rendering/laid_part.h"

namespace allaprima {

/// What a plan looks like once it is painted, with bristles and pigments and without light, so that the
/// planner can judge it: sRGB-encoded, a transparent ground shown as paint.
///
/// @param size of the plan's reference. The rendering is finer, and is reduced as its rows come.
Image<Rgb> painted_picture(const Plan& plan, Size size, const ThreadPool& workers);

/// The same of close views alone, each of its colour's size; those that are equally fine at one go.
/// @param reference the size of the plan's reference.
std::vector<Image<Rgb>> painted_views(const Plan& plan, Size reference, std::span<const CloseView> views,
                                      const ThreadPool& workers);

/// A close view as it is planned: soft-edged, in the colours that were wanted, of its colour's size. It takes
/// about an eighth of the time.
/// @param reference the size of the plan's reference.
Image<Rgb> planned_view(const Plan& plan, Size reference, const CloseView& view, const ThreadPool& workers);

/// A close view as it is painted, kept so that strokes can be tried in it.
class PaintedView {
  public:
    /// The workers must outlive it. @param reference the size of the plan's reference.
    PaintedView(const Plan& plan, Size reference, const CloseView& view, const ThreadPool& workers);
    PaintedView(const PaintedView&) = delete;
    PaintedView& operator=(const PaintedView&) = delete;

    /// As painted_views() has it.
    Image<Rgb> picture() const { return with({}); }
    /// The same with these strokes laid last, as body paint.
    Image<Rgb> with(const std::vector<Stroke>& strokes) const;

  private:
    Plan plan_;
    Size size_;
    RenderSettings settings_;
    const ThreadPool& workers_;
    std::optional<LaidPart> laid_;  ///< Nothing where it would take too much memory.
};

}  // namespace allaprima
