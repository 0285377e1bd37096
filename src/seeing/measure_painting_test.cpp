#include "seeing/measure_painting.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/rng.h"
#include "image/oklab.h"

namespace allaprima {
namespace {

/// A strip is as good as a whole picture, and measured sooner.
constexpr int kRows = 192;

/// Touches of one width and length, all in one direction, in uneven greys.
Image<Rgb> touches(float width, float length, float degrees, Rgb tint = {1.0f, 1.0f, 1.0f}) {
    Image<Rgb> picture({1024, kRows});
    const float angle = degrees * 3.14159265f / 180.0f, c = std::cos(angle), s = std::sin(angle);
    for (int y = 0; y < kRows; ++y)
        for (int x = 0; x < 1024; ++x) {
            const float along = c * static_cast<float>(x) + s * static_cast<float>(y),
                        across = c * static_cast<float>(y) - s * static_cast<float>(x);
            const auto row = static_cast<int64_t>(std::floor(across / width));
            const float shifted = along + length * unit_float(scramble(static_cast<uint64_t>(row)));
            const auto column = static_cast<int64_t>(std::floor(shifted / length));
            const float grey =
                0.3f + 0.4f * unit_float(scramble(static_cast<uint64_t>(row * 1000 + column) ^ 77u));
            picture.at(x, y) = tint * grey;
        }
    return picture;
}

TEST(MeasurePainting, TellsBroadTouchesFromNarrowAndLongFromShort) {
    const PaintingMeasures narrow = measure_painting(touches(5.0f, 15.0f, 20.0f)),
                           broad = measure_painting(touches(10.0f, 15.0f, 20.0f)),
                           longer = measure_painting(touches(5.0f, 45.0f, 20.0f));
    EXPECT_GT(broad.width, 1.2f * narrow.width);
    EXPECT_GT(longer.length, 1.5f * narrow.length);
    EXPECT_GT(longer.length, 1.5f * longer.width);
}

TEST(MeasurePainting, TouchesCountOnAnEvenGroundAsOnAContour) {
    const Image<Rgb> even = touches(5.0f, 15.0f, 20.0f);
    Image<Rgb> contour = even;
    for (int y = 0; y < kRows; ++y)
        for (int x = 0; x < 1024; ++x)
            if (x > 500)
                contour.at(x, y) = contour.at(x, y) * 0.4f;
    EXPECT_NEAR(measure_painting(contour).length / measure_painting(even).length, 1.0f, 0.15f);
}

TEST(MeasurePainting, TouchesInOneDirectionAreCoherentAndDoNotTurn) {
    const PaintingMeasures ordered = measure_painting(touches(5.0f, 45.0f, 30.0f));
    Image<Rgb> noise({256, 48});
    for (size_t i = 0; i < noise.pixels().size(); ++i) {
        const float grey = unit_float(scramble(i));
        noise.pixels()[i] = {grey, grey, grey};
    }
    const PaintingMeasures chaos = measure_painting(noise);
    EXPECT_GT(ordered.coherence, chaos.coherence + 0.2f);
    EXPECT_LT(ordered.curvature, chaos.curvature);
    EXPECT_LT(ordered.relief, chaos.relief);
}

TEST(MeasurePainting, TellsBrokenColourFromEven) {
    Image<Rgb> broken = touches(6.0f, 18.0f, 0.0f);
    for (int y = 0; y < kRows; ++y)
        for (int x = 0; x < 1024; ++x)
            if (y / 6 % 2)
                broken.at(x, y).r *= 1.2f;
    EXPECT_LT(measure_painting(touches(6.0f, 18.0f, 0.0f)).broken, 1e-3f);
    EXPECT_GT(measure_painting(broken).broken, 3e-3f);
}

TEST(MeasurePainting, ValuesAndWarmthAreThoseOfThePicture) {
    const PaintingMeasures grey = measure_painting(touches(3.0f, 9.0f, 0.0f)),
                           warm = measure_painting(touches(3.0f, 9.0f, 0.0f, {1.0f, 0.8f, 0.5f}));
    EXPECT_NEAR(grey.chroma, 0.0f, 1e-3f);
    EXPECT_GT(warm.chroma, 0.03f);
    EXPECT_GT(warm.light_warmth, 0.03f);
    EXPECT_LT(grey.darkest, grey.middle);
    EXPECT_LT(grey.middle, grey.lightest);
    EXPECT_LT(warm.middle, grey.middle);
}

}  // namespace
}  // namespace allaprima
