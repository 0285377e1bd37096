#include "seeing/sights.h"

#include <gtest/gtest.h>

#include "seeing/region_map.h"
#include "seeing/shape_map.h"

namespace allaprima {
namespace {

const Image<Rgb> kGrey({64, 48}, Rgb{0.5f, 0.5f, 0.5f});

Face face_at(float x, float y, float side) {
    return {.box = {x, y, side, side}};
}

Sighting hand_at(float x) {
    return {.kind = Sighting::Kind::Hand, .box = {x, 0.5f, 0.1f, 0.1f}, .outline = {{x, 0.5f}, {x, 0.6f}}};
}

TEST(Sights, TheSameFaceIsThereOnce) {
    Face other = face_at(0.41f, 0.2f, 0.18f);
    other.mouth = ShareRect{0.45f, 0.3f, 0.1f, 0.05f};
    const std::vector<Face> faces =
        merged_faces({face_at(0.4f, 0.2f, 0.2f)}, {other, face_at(0.8f, 0.2f, 0.1f)}, {});
    ASSERT_EQ(faces.size(), 2u);
    EXPECT_EQ(faces[0].box, face_at(0.4f, 0.2f, 0.2f).box);
    EXPECT_EQ(faces[0].mouth, other.mouth);
}

TEST(Sights, AFaceWhereNobodyIsIsNone) {
    EXPECT_TRUE(merged_faces({}, {face_at(0.4f, 0.2f, 0.2f)}, Image<float>({16, 16})).empty());
    EXPECT_EQ(merged_faces({}, {face_at(0.4f, 0.2f, 0.2f)}, Image<float>({16, 16}, 1.0f)).size(), 1u);
}

TEST(Sights, LargeFacesInTheMiddleCountMost) {
    std::vector<Face> faces{face_at(0.0f, 0.0f, 0.1f), face_at(0.4f, 0.3f, 0.2f), face_at(0.1f, 0.3f, 0.2f)};
    rank_faces(kGrey, faces);
    EXPECT_EQ(faces[0].box.x, 0.4f);
    EXPECT_EQ(faces[0].importance, 1.0f);
    EXPECT_EQ(faces[1].box.x, 0.1f);
    EXPECT_LT(faces[2].importance, faces[1].importance);
    EXPECT_GE(faces[2].importance, 0.3f);
}

TEST(Sights, WhatIsSaidOfThemIsHeeded) {
    Sights sight{.faces = {face_at(0.4f, 0.2f, 0.2f)},
                 .others = {hand_at(0.1f), hand_at(0.3f), hand_at(0.5f)}};
    number_all(sight);
    std::vector<std::string> warnings;
    correct(kGrey,
            {{.what = "hand 2", .off = true},
             {.what = "hand 3", .box = {0.6f, 0.6f, 0.2f, 0.2f}, .name = "fist"},
             {.what = "hand", .box = {0.0f, 0.0f, 0.1f, 0.1f}},
             {.what = "held", .box = {0.2f, 0.2f, 0.1f, 0.1f}, .name = "cap"},
             {.what = "hand 9", .off = true}},
            {Region::Kind::Hands}, sight, warnings);
    ASSERT_EQ(sight.others.size(), 3u);
    EXPECT_EQ(name_of(sight.others[0]), "hand 1");
    EXPECT_EQ(name_of(sight.others[1]), "fist");
    EXPECT_TRUE(sight.others[1].outline.empty());
    EXPECT_EQ(name_of(sight.others[2]), "hand 4");
    ASSERT_EQ(warnings.size(), 1u);
    EXPECT_EQ(warnings[0], "see hand 9: there is none; 'allaprima study' lists what is seen");
    EXPECT_TRUE(is_seen({.kind = Region::Kind::Named, .name = "fist"}, sight));
    EXPECT_TRUE(is_seen({.kind = Region::Kind::Hands, .number = 3}, sight));
    EXPECT_FALSE(is_seen({.kind = Region::Kind::Hands, .number = 2}, sight));
    EXPECT_FALSE(is_seen({.kind = Region::Kind::Held}, sight));
}

TEST(Sights, AHullGoesAroundAllPoints) {
    const std::vector<Vec2> hull = hull_of({{0, 0}, {1, 0}, {0.5f, 0.5f}, {1, 1}, {0, 1}, {0.2f, 0.4f}});
    EXPECT_EQ(hull.size(), 4u);
    EXPECT_EQ(box_around(hull), (ShareRect{0, 0, 1, 1}));
    EXPECT_EQ(hull_of({{1, 1}, {1, 1}}).size(), 1u);
}

TEST(Sights, AShapeIsWithinItsOutline) {
    const Sighting thing{.box = {0.25f, 0.25f, 0.5f, 0.5f},
                         .outline = {{0.25f, 0.25f}, {0.75f, 0.25f}, {0.75f, 0.75f}, {0.25f, 0.75f}}};
    const Image<float> shape = shape_of(thing, {40, 40});
    EXPECT_GT(shape.at(20, 20), 0.99f);
    EXPECT_NEAR(shape.at(10, 20), 0.5f, 0.2f);
    EXPECT_LT(shape.at(3, 3), 0.01f);
}

}  // namespace
}  // namespace allaprima
