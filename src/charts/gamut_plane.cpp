#include <algorithm>

#include "charts/palette_chart.h"
#include "image/colour.h"
#include "pigment/whole_parts.h"

namespace allaprima {
namespace {

/// The inverse of CIE 1976 L*a*b*'s cube root and its straight foot.
float cubed(float f) {
    constexpr float kFoot = 6.0f / 29.0f;
    return f > kFoot ? f * f * f : 3.0f * kFoot * kFoot * (f - 4.0f / 29.0f);
}

Rgb srgb_of(Lab lab) {
    const float fy = (lab.lightness + 16.0f) / 116.0f;
    const Xyz xyz{kWhiteD65.x * cubed(fy + lab.a / 500.0f), kWhiteD65.y * cubed(fy),
                  kWhiteD65.z * cubed(fy - lab.b / 200.0f)};
    return srgb_from_linear(linear_srgb_from_xyz(xyz));
}

bool a_screen_shows(Rgb colour) {
    return std::ranges::all_of(std::array{colour.r, colour.g, colour.b},
                               [](float channel) { return channel >= 0.0f && channel <= 1.0f; });
}

}  // namespace

Image<GamutCell> gamut_plane(const RecipeBook& book, float lightness, const ThreadPool& workers) {
    Image<GamutCell> plane({kGamutCells, kGamutCells});
    const auto at = [](int cell) {
        return kGamutReach * ((2.0f * static_cast<float>(cell) + 1.0f) / kGamutCells - 1.0f);
    };
    workers.parallel_for(kGamutCells, [&](size_t row) {
        const int y = static_cast<int>(row);
        for (int x = 0; x < kGamutCells; ++x) {
            const Rgb colour = srgb_of({lightness, at(x), -at(y)});
            const bool shown = a_screen_shows(colour);
            plane.at(x, y) = {colour, shown, shown && book.nearest(colour).miss <= kAlike};
        }
    });
    return plane;
}

}  // namespace allaprima
