#include "pigment/paint.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

TEST(Paint, APaintMixedWithItselfKeepsItsColour) {
    for (const Paint& paint : {Paint{{0, 0, 0}}, Paint{{1, 1, 1}}, Paint{{0.1f, 0.7f, 0.3f}}})
        for (float share : {0.0f, 0.3f, 1.0f})
            EXPECT_EQ(mix(paint, paint, share), paint) << "share " << share;
}

}  // namespace
}  // namespace allaprima
