#pragma once
#include "base/thread_pool.h"
#include "model/picture.h"
#include "pages/lettering.h"
#include "pigment/palette.h"

namespace allaprima {

/// A painter's colour chart of a palette, 1,640 pixels wide.
///
/// Each tube in a row: its masstone, laid by the brush; drawn down over white and black, thick on the left
/// and ever thinner; and tinted with white, 1 : 1 to 1 : 64. Then every two tubes mixed, in equal parts and
/// with white; and of all the colours that a screen shows, at four lightnesses on the plane of a* and b*,
/// those that the tubes reach.
///
/// @param palette has tubes. @param lettering may be null: then nothing is written on the chart.
Picture palette_chart(const Palette& palette, const Lettering* lettering, const ThreadPool& workers);

/// Where a plane of L*a*b* is looked at, and what is found there.
struct GamutCell {
    Rgb colour;              ///< sRGB-encoded.
    bool on_screen = false;  ///< Whether a screen shows it; if not, nothing else is known.
    bool in_reach = false;   ///< Whether a mixture looks like it.
};

/// The plane of one lightness: so many cells along each side, a* growing to the right and b* upwards, both
/// from −kGamutReach to kGamutReach.
constexpr int kGamutCells = 45;
constexpr float kGamutReach = 100.0f;
Image<GamutCell> gamut_plane(const class RecipeBook& book, float lightness, const ThreadPool& workers);

}  // namespace allaprima
