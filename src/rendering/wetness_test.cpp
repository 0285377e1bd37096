#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "image/cie.h"
#include "rendering/sample_plans.h"

namespace allaprima {
namespace {

using testing::mixture;

constexpr PixelRect kWetInside{60, 96, 260, 144};  // of the stroke through the middle, at four pixels to a mm

/// Degrees in the plane of a* and b*: 0 red, 90 yellow, 180 green, 270 blue.
double hue(Rgb colour) {
    const Lab lab = lab_of_srgb(colour);
    const double degrees = std::atan2(lab.b, lab.a) * 180.0 / std::numbers::pi;
    return degrees < 0.0 ? degrees + 360.0 : degrees;
}

/// A broad stroke of yellow and a stroke of blue along its middle.
Plan blue_into_yellow(float wetness) {
    Plan plan = testing::empty_plan();
    plan.materials.palette = testing::five_tubes();
    plan.materials.wetness = wetness;
    Stroke yellow = testing::long_stroke(), blue = testing::long_stroke();
    yellow.width_start = yellow.width_end = 40.0f;
    yellow.load = blue.load = 0.9f;
    yellow.seed = 1;
    yellow.paint = mixture(plan.materials.palette, {0, 0, 1, 0, 0});
    blue.paint = mixture(plan.materials.palette, {3, 0, 0, 0, 1});
    plan.strokes = {yellow, blue};
    return plan;
}

Rgb seen(const Plan& plan) {
    return testing::mean_colour(testing::painted(plan, {320, 240}, Finish::Unlit).colour, kWetInside);
}

TEST(Wetness, ADryStrokeKeepsItsColour) {
    const Plan plan = blue_into_yellow(0.0f);
    Plan alone = plan;
    alone.strokes.erase(alone.strokes.begin());
    EXPECT_LT(delta_e_2000(lab_of_srgb(seen(plan)), lab_of_srgb(seen(alone))), 0.5);
}

TEST(Wetness, BlueIntoWetYellowGivesGreen) {
    const Plan wet = blue_into_yellow(1.0f), dry = blue_into_yellow(0.0f);
    const double yellow = hue(wet.strokes[0].paint.colour), blue = hue(wet.strokes[1].paint.colour);
    EXPECT_GT(hue(seen(dry)), blue - 15.0) << "blue of " << blue << " degrees, yellow of " << yellow;
    const double mixed = hue(seen(wet));
    EXPECT_GT(mixed, std::max(yellow + 15.0, 120.0)) << "no longer yellow, of " << yellow;
    EXPECT_LT(mixed, std::min(blue - 15.0, 200.0)) << "no longer blue, of " << blue;
}

TEST(Wetness, LightMixesToNoGreen) {
    // The same colours without pigments go through grey instead.
    auto chroma = [](Plan plan) {
        for (Stroke& stroke : plan.strokes)
            stroke.paint.shares = {};
        plan.materials.palette = {};
        const Lab lab = lab_of_srgb(seen(plan));
        return std::hypot(lab.a, lab.b);
    };
    const Lab pigments = lab_of_srgb(seen(blue_into_yellow(1.0f)));
    EXPECT_GT(std::hypot(pigments.a, pigments.b), chroma(blue_into_yellow(1.0f)) + 10.0);
}

TEST(Wetness, TheWetterTheMoreIsMixed) {
    double before = 400.0;
    for (float wetness : {0.0f, 0.2f, 0.4f, 0.6f, 0.8f, 1.0f}) {
        const double now = hue(seen(blue_into_yellow(wetness)));
        EXPECT_LT(now, before) << "wetness " << wetness;
        before = now;
    }
}

TEST(Wetness, PaintIntoItsOwnMixtureKeepsItsColour) {
    for (float wetness : {0.0f, 0.5f, 1.0f})
        for (std::array<float, 5> parts :
             {std::array<float, 5>{1, 0, 1, 0, 0}, {3, 0, 0, 0, 1}, {1, 1, 0, 1, 0}}) {
            Plan plan = blue_into_yellow(wetness);
            plan.materials.brushes[0].colour_spread = 0.0f;
            plan.strokes[0].paint = plan.strokes[1].paint = mixture(plan.materials.palette, parts);
            Plan once = plan;
            once.strokes.pop_back();
            EXPECT_LT(delta_e_2000(lab_of_srgb(seen(plan)), lab_of_srgb(seen(once))), 0.3)
                << "wetness " << wetness;
        }
}

}  // namespace
}  // namespace allaprima
