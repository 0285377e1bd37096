#include "rendering/lighting.h"

#include <gtest/gtest.h>

#include <cmath>

namespace allaprima {
namespace {

TEST(Lighting, FlatPaintKeepsItsColourUnderAnyLight) {
    for (float azimuth : {0.0f, 90.0f, 315.0f, 720.5f})
        for (float elevation : {0.0f, 10.0f, 40.0f, 90.0f})
            for (float grey : {0.0f, 0.02f, 0.3f, 0.77f, 1.0f}) {
                const Rgb paint{grey, 1.0f - grey, 0.5f * grey};
                const Rgb seen = Lighting({azimuth, elevation}).seen(paint, {0.0f, 0.0f});
                EXPECT_NEAR(seen.r, paint.r, 0.002f) << azimuth << ' ' << elevation;
                EXPECT_NEAR(seen.g, paint.g, 0.002f) << azimuth << ' ' << elevation;
                EXPECT_NEAR(seen.b, paint.b, 0.002f) << azimuth << ' ' << elevation;
            }
}

TEST(Lighting, SlopesTowardsTheLightAreBrighter) {
    const Rgb paint{0.5f, 0.5f, 0.5f};
    const Lighting from_left({270.0f, 40.0f});
    // Height that rises to the right faces left.
    EXPECT_GT(from_left.seen(paint, {0.3f, 0.0f}).g, 0.52f);
    EXPECT_LT(from_left.seen(paint, {-0.3f, 0.0f}).g, 0.48f);
    const Lighting from_above({0.0f, 40.0f});
    EXPECT_GT(from_above.seen(paint, {0.0f, 0.3f}).g, 0.52f);
    EXPECT_LT(from_above.seen(paint, {0.0f, -0.3f}).g, 0.48f);
}

TEST(Lighting, DarksMirrorTheRoomWhereTheyFaceUp) {
    // Height that falls downwards in the picture faces up, whose y runs down: the slope is positive.
    const Lighting from_left({270.0f, 40.0f});
    const Rgb black;
    EXPECT_GT(from_left.seen(black, {0.0f, 0.2f}).g, from_left.seen(black, {0.0f, -0.2f}).g + 0.01f);
}

TEST(Lighting, CliffsStayFinite) {
    const Lighting light({315.0f, 5.0f});
    for (float slope : {-1e6f, -3.0f, 3.0f, 1e6f}) {
        const Rgb seen = light.seen({0.9f, 0.1f, 0.0f}, {slope, slope});
        for (float v : {seen.r, seen.g, seen.b})
            EXPECT_TRUE(v > -1.0f && v < 20.0f) << slope << " gives " << v;
    }
}

}  // namespace
}  // namespace allaprima
