#include "planning/break_colours.h"

#include <gtest/gtest.h>

#include <cmath>

#include "image/oklab.h"

namespace allaprima {
namespace {

TEST(BreakColours, NeighboursPartInHueAndTheirMeanStays) {
    std::vector<DraftStroke> strokes;
    for (int y = 0; y < 12; ++y)
        for (int x = 0; x < 12; ++x) {
            DraftStroke stroke;
            const Vec2 at{10.0f * static_cast<float>(x), 10.0f * static_cast<float>(y)};
            stroke.points = {at, at + Vec2{4.0f, 0.0f}, at + Vec2{8.0f, 0.0f}};
            stroke.half_width = {5.0f, 5.0f};
            stroke.colour = {0.55f, 0.5f, 0.45f};
            strokes.push_back(stroke);
        }
    const Oklab own = oklab_of_srgb(strokes[0].colour);
    const std::vector<Rgb> broken = broken_colours(strokes, 0.06f);
    ASSERT_EQ(broken.size(), strokes.size());
    Oklab sum;
    for (const Rgb& colour : broken) {
        const Oklab c = oklab_of_srgb(colour);
        EXPECT_NEAR(std::hypot(c.a - own.a, c.b - own.b), 0.06f, 5e-3f);
        EXPECT_NEAR(c.lightness, own.lightness, 5e-3f);
        sum = {sum.lightness + c.lightness, sum.a + c.a, sum.b + c.b};
    }
    const auto n = static_cast<float>(broken.size());
    EXPECT_NEAR(sum.a / n, own.a, 4e-3f);
    EXPECT_NEAR(sum.b / n, own.b, 4e-3f);
    EXPECT_NE(broken[60], broken[61]);
}

}  // namespace
}  // namespace allaprima
