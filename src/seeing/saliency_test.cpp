#include "seeing/saliency.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

TEST(Saliency, ASpotStandsOutAndItsGroundDoesNot) {
    Image<Rgb> picture({120, 90}, Rgb{0.3f, 0.5f, 0.6f});
    for (int y = 30; y < 60; ++y)
        for (int x = 45; x < 75; ++x)
            picture.at(x, y) = {0.8f, 0.3f, 0.2f};
    const Image<float> map = saliency(picture);
    EXPECT_GT(map.at(60, 45), 0.8f);
    EXPECT_LT(map.at(10, 10), 0.1f);
}

TEST(Saliency, NothingStandsOutInAnEvenPicture) {
    for (const Size size : {Size{1, 1}, Size{300, 1}, Size{50, 40}}) {
        const Image<float> map = saliency(Image<Rgb>(size, Rgb{0.4f, 0.4f, 0.4f}));
        for (const float v : map.pixels())
            EXPECT_LT(v, 0.05f);
    }
}

}  // namespace
}  // namespace allaprima
