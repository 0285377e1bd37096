#pragma once
#include <map>
#include <optional>
#include <vector>

#include "model/plan.h"
#include "pigment/recipe_book.h"
#include "pigment/whole_parts.h"

namespace allaprima {

/// How a brush's pressure goes along a stroke: shares of the hardest in that stroke. A brush spreads as it is
/// pressed, so they are the shares of the greatest width.
struct Pressure {
    float start, end;
};
Pressure pressure_of(const Stroke& stroke);

/// Tells what follows from a plan about its strokes; asked in painting order.
class StrokeFacts {
  public:
    /// @param plan must outlive this.
    explicit StrokeFacts(const Plan& plan);

    /// The number of the pass that a stroke belongs to, from 0. Never asked for an earlier stroke than
    /// before.
    size_t pass_of(size_t stroke);

    /// The recipe in whole parts of the plan's tubes, as one measures it out; nothing where the palette is
    /// plain colour and where no heap that anyone would count looks like it.
    std::optional<WholeParts> parts_of(const Stroke& stroke);

    /// What its paint looks like as it comes from the tubes, sRGB-encoded: recipes are corrected for what
    /// films and bristles do, so that is not the colour that was planned. Where the palette is plain colour,
    /// it is.
    Rgb look_of(const Stroke& stroke);

  private:
    const Plan& plan_;
    std::optional<RecipeBook> book_;
    std::map<Shares, Rgb> looks_;                        ///< Of the recipes met so far.
    std::map<Shares, std::optional<WholeParts>> parts_;  ///< Of the recipes met so far.
    size_t pass_ = 0;
    size_t pass_end_ = 0;  ///< The first stroke that no longer belongs to it.
};

}  // namespace allaprima
