#include "pigment/paint.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

TEST(Mixing, APaintMixedWithItselfKeepsItsColour) {
    for (const Paint& paint : {Paint{{0, 0, 0}}, Paint{{1, 1, 1}}, Paint{{0.1f, 0.7f, 0.3f}}})
        for (float share : {0.0f, 0.3f, 1.0f})
            EXPECT_EQ(mix(paint, paint, share), paint) << "share " << share;
}

TEST(Mixing, AllOfOnePaintIsThatPaint) {
    const Paint red{{0.75f, 0.125f, 0.125f}}, blue{{0.125f, 0.25f, 0.75f}};
    EXPECT_EQ(mix(red, blue, 0.0f), red);
    EXPECT_EQ(mix(red, blue, 1.0f), blue);
}

TEST(Mixing, SharesMayBeNamedFromEitherSide) {
    const Paint red{{0.75f, 0.125f, 0.125f}}, blue{{0.125f, 0.25f, 0.75f}};
    EXPECT_EQ(mix(red, blue, 0.25f), mix(blue, red, 0.75f));
}

}  // namespace
}  // namespace allaprima
