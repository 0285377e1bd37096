#include "image/cie.h"

#include <gtest/gtest.h>

#include "base/rng.h"

namespace allaprima {
namespace {

TEST(Cie, WhiteIsWhite) {
    const Xyz white = xyz_from_linear_srgb({1, 1, 1});
    EXPECT_NEAR(white.x, kWhiteD65.x, 1e-5f);
    EXPECT_NEAR(white.y, 1.0f, 1e-5f);
    EXPECT_NEAR(white.z, kWhiteD65.z, 1e-5f);
    const Lab lab = lab_of_srgb({1, 1, 1});
    EXPECT_NEAR(lab.lightness, 100.0f, 1e-3f);
    EXPECT_NEAR(lab.a, 0.0f, 5e-3f);
    EXPECT_NEAR(lab.b, 0.0f, 5e-3f);
}

TEST(Cie, LightComesBackFromTristimulusValues) {
    Rng rng(1, 0);
    for (int i = 0; i < 1000; ++i) {
        const Rgb light{rng.between(-0.5f, 2.0f), rng.between(-0.5f, 2.0f), rng.between(-0.5f, 2.0f)};
        const Rgb back = linear_srgb_from_xyz(xyz_from_linear_srgb(light));
        EXPECT_NEAR(back.r, light.r, 2e-6f);
        EXPECT_NEAR(back.g, light.g, 2e-6f);
        EXPECT_NEAR(back.b, light.b, 2e-6f);
    }
}

TEST(Cie, TheWhiteOfPrintIsWhite) {
    const Rgb white = linear_srgb_from_xyz_d50(kWhiteD50);
    EXPECT_NEAR(white.r, 1.0f, 1e-3f);
    EXPECT_NEAR(white.g, 1.0f, 1e-3f);
    EXPECT_NEAR(white.b, 1.0f, 1e-3f);
    const Rgb back = linear_srgb_from_xyz_d50(xyz_d50_from_linear_srgb({0.3f, -0.1f, 1.4f}));
    EXPECT_NEAR(back.r, 0.3f, 1e-4f);
    EXPECT_NEAR(back.g, -0.1f, 1e-4f);
    EXPECT_NEAR(back.b, 1.4f, 1e-4f);
}

TEST(Cie, BlackHasNoLightness) {
    const Lab lab = lab_of_srgb({0, 0, 0});
    EXPECT_NEAR(lab.lightness, 0.0f, 1e-4f);
}

struct Pair {
    Lab first, second;
    double difference;
};

// The test data that Sharma, Wu & Dalal published with their paper; they visit every branch.
TEST(DeltaE2000, GivesThePublishedDifferences) {
    const Pair pairs[] = {
        {{50.0f, 2.6772f, -79.7751f}, {50.0f, 0.0f, -82.7485f}, 2.0425},
        {{50.0f, 3.1571f, -77.2803f}, {50.0f, 0.0f, -82.7485f}, 2.8615},
        {{50.0f, 2.8361f, -74.0200f}, {50.0f, 0.0f, -82.7485f}, 3.4412},
        {{50.0f, -1.3802f, -84.2814f}, {50.0f, 0.0f, -82.7485f}, 1.0000},
        {{50.0f, -1.1848f, -84.8006f}, {50.0f, 0.0f, -82.7485f}, 1.0000},
        {{50.0f, -0.9009f, -85.5211f}, {50.0f, 0.0f, -82.7485f}, 1.0000},
        {{50.0f, 0.0f, 0.0f}, {50.0f, -1.0f, 2.0f}, 2.3669},
        {{50.0f, 2.4900f, -0.0010f}, {50.0f, -2.4900f, 0.0009f}, 7.1792},
        {{50.0f, 2.4900f, -0.0010f}, {50.0f, -2.4900f, 0.0011f}, 7.2195},
        {{50.0f, -0.0010f, 2.4900f}, {50.0f, 0.0009f, -2.4900f}, 4.8045},
        {{50.0f, -0.0010f, 2.4900f}, {50.0f, 0.0011f, -2.4900f}, 4.7461},
        {{50.0f, 2.5f, 0.0f}, {50.0f, 0.0f, -2.5f}, 4.3065},
        {{50.0f, 2.5f, 0.0f}, {73.0f, 25.0f, -18.0f}, 27.1492},
        {{50.0f, 2.5f, 0.0f}, {61.0f, -5.0f, 29.0f}, 22.8977},
        {{50.0f, 2.5f, 0.0f}, {56.0f, -27.0f, -3.0f}, 31.9030},
        {{50.0f, 2.5f, 0.0f}, {58.0f, 24.0f, 15.0f}, 19.4535},
        {{50.0f, 2.5f, 0.0f}, {50.0f, 3.1736f, 0.5854f}, 1.0000},
        {{50.0f, 2.5f, 0.0f}, {50.0f, 3.2972f, 0.0f}, 1.0000},
        {{50.0f, 2.5f, 0.0f}, {50.0f, 1.8634f, 0.5757f}, 1.0000},
        {{50.0f, 2.5f, 0.0f}, {50.0f, 3.2592f, 0.3350f}, 1.0000},
        {{60.2574f, -34.0099f, 36.2677f}, {60.4626f, -34.1751f, 39.4387f}, 1.2644},
        {{63.0109f, -31.0961f, -5.8663f}, {62.8187f, -29.7946f, -4.0864f}, 1.2630},
        {{61.2901f, 3.7196f, -5.3901f}, {61.4292f, 2.2480f, -4.9620f}, 1.8731},
        {{35.0831f, -44.1164f, 3.7933f}, {35.0232f, -40.0716f, 1.5901f}, 1.8645},
        {{22.7233f, 20.0904f, -46.6940f}, {23.0331f, 14.9730f, -42.5619f}, 2.0373},
        {{36.4612f, 47.8580f, 18.3852f}, {36.2715f, 50.5065f, 21.2231f}, 1.4146},
        {{90.8027f, -2.0831f, 1.4410f}, {91.1528f, -1.6435f, 0.0447f}, 1.4441},
        {{90.9257f, -0.5406f, -0.9208f}, {88.6381f, -0.8985f, -0.7239f}, 1.5381},
        {{6.7747f, -0.2908f, -2.4247f}, {5.8714f, -0.0985f, -2.2286f}, 0.6377},
        {{2.0776f, 0.0795f, -1.1350f}, {0.9033f, -0.0636f, -0.5514f}, 0.9082},
    };
    for (const Pair& pair : pairs) {
        EXPECT_NEAR(delta_e_2000(pair.first, pair.second), pair.difference, 1e-4);
        EXPECT_NEAR(delta_e_2000(pair.second, pair.first), pair.difference, 1e-4);
        EXPECT_EQ(delta_e_2000(pair.first, pair.first), 0.0);
    }
}

}  // namespace
}  // namespace allaprima
