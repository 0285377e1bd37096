#include "brush/stroke.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

TEST(Path, RunsFromItsFirstPointToItsLast) {
    const Path path{{Vec2{1, 2}, Vec2{5, 9}, Vec2{7, 3}}};
    EXPECT_EQ(path.at(0.0f), (Vec2{1, 2}));
    EXPECT_EQ(path.at(1.0f), (Vec2{7, 3}));
}

TEST(Path, HalfWayLiesHalfWayToTheMiddlePoint) {
    const Path path{{Vec2{0, 0}, Vec2{4, 8}, Vec2{8, 0}}};
    EXPECT_EQ(path.at(0.5f), (Vec2{4, 4}));
}

TEST(Path, PointsOnALineGiveALine) {
    const Path path{{Vec2{0, 0}, Vec2{2, 2}, Vec2{4, 4}}};
    for (float u : {0.0f, 0.25f, 0.5f, 0.75f, 1.0f})
        EXPECT_EQ(path.at(u), (Vec2{4 * u, 4 * u})) << "share " << u;
}

TEST(Stroke, IsPlainComparableData) {
    const Stroke stroke;
    Stroke other = stroke;
    EXPECT_EQ(stroke, other);
    other.seed = 1;
    EXPECT_NE(stroke, other);
}

}  // namespace
}  // namespace allaprima
