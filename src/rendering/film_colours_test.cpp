#include "rendering/film_colours.h"

#include <gtest/gtest.h>
#include <hwy/targets.h>

#include <array>

#include "pigment/kubelka_munk.h"
#include "rendering/instruction_set.h"

namespace allaprima {
namespace {

constexpr double kScattering = 1000.0;  // per mm
constexpr double kHidingFilm = 5.0;     // mm; FilmColours takes no other where no ground shows

Pigment even_tube(double absorption_over_scattering) {
    Pigment tube;
    tube.absorption.fill(static_cast<float>(kScattering * absorption_over_scattering));
    tube.scattering.fill(static_cast<float>(kScattering));
    return tube;
}

/// The green light of thick paint of each of these tubes alone.
std::vector<double> light_of_tubes(const Palette& palette) {
    const auto count = static_cast<int>(palette.tubes.size());
    CanvasTile tile({0, 0, count, 1}, 1.0f, count, false);
    for (int i = 0; i < count; ++i)
        tile.shares[static_cast<size_t>(i * tile.channels + i)] = 1.0f;
    const std::vector<float> grain(palette.tubes.size(), 0.0f);
    std::vector<Rgb> light(palette.tubes.size());
    FilmColours(palette, {1.0f, 1.0f, 1.0f}, {}, Illuminant::D65).light_of(tile, 0, grain, false, light);
    std::vector<double> green;
    for (const Rgb& seen : light)
        green.push_back(seen.g);
    return green;
}

double expected_light(double absorption_over_scattering) {
    constexpr Surface<double> kSurface{kOuterReflection, kInnerReflection};
    const double inside =
        film_reflectance(kScattering * absorption_over_scattering, kScattering, kHidingFilm, 1.0);
    return kSurface.without_gleam(inside);
}

TEST(FilmColours, FromNearlyClearToNearlyBlackAsKubelkaAndMunkSay) {
    constexpr std::array<double, 6> kRatios = {1.0, 1e-6, 1e-5, 1e-3, 30.0, 240.0};
    Palette palette;
    for (const double ratio : kRatios)
        palette.tubes.push_back(even_tube(ratio));
    for (const int64_t target : hwy::SupportedAndGeneratedTargets()) {
        const testing::InstructionSet set(target);
        const std::vector<double> light = light_of_tubes(palette);
        for (size_t i = 1; i < kRatios.size(); ++i) {
            const double expected = expected_light(kRatios[i]) / expected_light(kRatios[0]);
            EXPECT_NEAR(light[i] / light[0] / expected, 1.0, 2e-5)
                << "K/S " << kRatios[i] << ", " << hwy::TargetName(target);
        }
    }
}

}  // namespace
}  // namespace allaprima
