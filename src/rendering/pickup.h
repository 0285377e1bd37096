#pragma once
#include <optional>
#include <vector>

#include "base/thread_pool.h"
#include "model/plan.h"
#include "rendering/flat_touch.h"

namespace allaprima {

/// What a brush has picked up of the wet paint it went through: a small table of bristle groups by steps.
struct PickUp {
    int groups = 1;
    int steps = 1;
    /// For each step, for each group, what the group's paint differs by from the stroke's own: the colour as
    /// planned, a 0, and the shares of the tubes. Empty when the brush stays clean.
    std::vector<float> stray;

    bool clean() const { return stray.empty(); }

    /// Takes of what was picked up only as much as changes the paint by what a mixture of lights would: of
    /// strong pigments a painter lets less stay on the brush. @param own shares of the stroke's paint.
    void tame(const Shares& own, const Palette& palette);

    /// The difference's three colour channels. @param across −1 at one side of the brush to 1 at the other.
    /// @param share of the way along the stroke, 0 to 1.
    Rgb colour_at(float across, float share) const;
};

/// Lays the whole plan once, coarsely and in painting order, and notes what each stroke picks up.
///
/// Wet paint mixes into the brush that crosses it and is dragged along (after Chu, Baxter, Wei & Govindaraju,
/// "Detail-preserving paint modeling for 3D brushes", NPAR 2010, from whom the idea of a pick-up map is).
/// The ground is dry, and so is all paint under a scumble or a glaze. The tables depend on the plan alone, so
/// pictures of every size drag the same colours.
class PickUpWalk {
  public:
    /// Both must outlive it.
    PickUpWalk(const Plan& plan, const ThreadPool& workers);

    /// What the next stroke picks up, which is laid then; there must be one left.
    PickUp next();

    /// The same of a stroke that the plan does not have, which is laid next.
    PickUp lay(const Stroke& stroke, Coat coat);

  private:
    const Plan& plan_;
    const ThreadPool& workers_;
    std::vector<Coat> coats_;
    float detail_;
    CanvasTile canvas_;
    size_t laid_ = 0;
    std::optional<Coat> last_coat_;
};

/// A table of the size that a stroke of this width and length needs, mm. @param detail share of its cells.
PickUp sized_table(float width, float way, float detail);

/// Side of a pixel of the canvas on which the plan is laid coarsely, mm: two of the plan's, or more where the
/// plan is so fine that the canvas would take much memory. @param detail of the plan, detail_of().
float coarse_pixel_mm(const Plan& plan, float detail);

/// The coat in which each stroke of a plan lies, in their order.
std::vector<Coat> coats_of(const Plan& plan);

}  // namespace allaprima
