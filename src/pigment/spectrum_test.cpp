#include "pigment/spectrum.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

TEST(Spectrum, APerfectWhiteIsTheIlluminantsWhite) {
    Spectrum white{};
    white.fill(1.0f);
    const Xyz day = seen_under(white, Illuminant::D65), print = seen_under(white, Illuminant::D50);
    EXPECT_NEAR(day.x, kWhiteD65.x, 1e-5f);
    EXPECT_NEAR(day.y, 1.0f, 1e-5f);
    EXPECT_NEAR(day.z, kWhiteD65.z, 1e-5f);
    EXPECT_NEAR(print.x, kWhiteD50.x, 1e-5f);
    EXPECT_NEAR(print.z, kWhiteD50.z, 1e-5f);
}

TEST(Spectrum, LongWavesAreRedAndShortOnesBlue) {
    Spectrum red{}, blue{};
    for (size_t band = 0; band < kBands; ++band) {
        const float nm = kFirstWavelength + kBandWidth * static_cast<float>(band);
        red[band] = nm > 600.0f ? 0.9f : 0.02f;
        blue[band] = nm < 480.0f ? 0.9f : 0.02f;
    }
    const Lab r = lab_of(seen_under(red, Illuminant::D65), kWhiteD65);
    const Lab b = lab_of(seen_under(blue, Illuminant::D65), kWhiteD65);
    EXPECT_GT(r.a, 40.0f);
    EXPECT_LT(b.b, -40.0f);
}

TEST(Spectrum, GreyIsGreyUnderEveryLight) {
    Spectrum grey{};
    grey.fill(0.18f);
    for (Illuminant light : {Illuminant::D65, Illuminant::D50}) {
        const Lab lab = lab_of(seen_under(grey, light), light == Illuminant::D65 ? kWhiteD65 : kWhiteD50);
        EXPECT_NEAR(lab.a, 0.0f, 1e-2f);
        EXPECT_NEAR(lab.b, 0.0f, 1e-2f);
        EXPECT_NEAR(lab.lightness, 49.5f, 0.1f);
    }
}

}  // namespace
}  // namespace allaprima
