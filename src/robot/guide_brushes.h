#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "model/plan.h"

namespace allaprima {

/// A brush that a person takes from the jar.
struct GuideBrush {
    std::string name;  ///< As the painting calls it.
    int width_mm = 0;  ///< Of those that shops sell: 1, 2, 4, 6, 10, 15, 20, 30, 40, 60 or 80.
    size_t strokes = 0;

    bool operator==(const GuideBrush&) const = default;
};

/// The brushes for a plan, and which of them paints each stroke.
struct GuideBrushes {
    std::vector<GuideBrush> brushes;  ///< The broadest first.
    std::vector<size_t> of;           ///< By stroke.
};

/// A brush paints strokes of these shares of its width: pressed lightly, and hard.
constexpr float kLightPress = 0.5f, kHardPress = 1.2f;

/// Chooses so few brushes that strokes have to change their widths least, by area; of each width the brush by
/// which most of its area is painted.
/// @param plan strokes are made as broad as their brush paints, and are painted with it.
GuideBrushes choose_brushes(Plan& plan, size_t most);

}  // namespace allaprima
