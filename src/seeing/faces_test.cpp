#include "seeing/faces.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

TEST(Faces, AnEmptyWallHasNone) {
    EXPECT_TRUE(find_faces(Image<Rgb>({200, 150}, Rgb{0.5f, 0.5f, 0.5f}))->empty());
}

TEST(Faces, PicturesTooThinForAFaceAreNotSearched) {
    EXPECT_TRUE(find_faces(Image<Rgb>({4000, 1}, Rgb{0.2f, 0.1f, 0.1f}))->empty());
    EXPECT_TRUE(find_faces(Image<Rgb>({1, 1}))->empty());
}

}  // namespace
}  // namespace allaprima
