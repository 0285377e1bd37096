#include "seeing/hands.h"

#include <gtest/gtest.h>

#include <cmath>

namespace allaprima {
namespace {

constexpr Size kSitting{120, 120};
constexpr Rgb kSkinColour{0.8f, 0.6f, 0.5f}, kShirt{0.2f, 0.3f, 0.5f}, kWall{0.75f, 0.75f, 0.7f},
    kRed{0.7f, 0.1f, 0.1f};

struct Sitter {
    Image<Rgb> picture{kSitting, kWall};
    Image<float> figure{kSitting};
    Sights sight;
};

void fill(Sitter& sitter, float x, float y, float rx, float ry, Rgb colour) {
    for (int py = 0; py < kSitting.height; ++py)
        for (int px = 0; px < kSitting.width; ++px)
            if (std::hypot((static_cast<float>(px) - x) / rx, (static_cast<float>(py) - y) / ry) < 1.0f) {
                sitter.picture.at(px, py) = colour;
                sitter.figure.at(px, py) = 1.0f;
            }
}

/// A head, a body, and a hand that is held out to the right.
Sitter sitter() {
    Sitter sitter;
    fill(sitter, 50, 95, 30, 40, kShirt);
    fill(sitter, 50, 35, 12, 14, kSkinColour);
    fill(sitter, 90, 70, 9, 9, kSkinColour);
    sitter.sight.faces = {{.box = {0.32f, 0.2f, 0.2f, 0.2f}}};
    return sitter;
}

TEST(Hands, AreSkinAtTheFiguresOutline) {
    const Sitter scene = sitter();
    const std::vector<Sighting> hands = find_hands(scene.picture, scene.sight.faces, scene.figure);
    ASSERT_EQ(hands.size(), 1u);
    EXPECT_NEAR(hands[0].box.x + 0.5f * hands[0].box.width, 0.75f, 0.03f);
    EXPECT_GT(hands[0].certainty, 0.2f);
    EXPECT_LT(hands[0].certainty, 0.7f);
    EXPECT_TRUE(find_hands(scene.picture, {}, scene.figure).empty());
    EXPECT_TRUE(find_hands(scene.picture, scene.sight.faces, {}).empty());
}

TEST(Hands, HoldWhatIsClosedBesideThem) {
    Sitter scene = sitter();
    fill(scene, 104, 62, 8, 7, kRed);
    fill(scene, 90, 70, 9, 9, kSkinColour);
    scene.sight.others = {{.kind = Sighting::Kind::Hand, .box = {0.675f, 0.508f, 0.15f, 0.15f}}};
    const std::vector<Sighting> held = find_held(scene.picture, scene.sight, scene.figure);
    ASSERT_EQ(held.size(), 1u);
    EXPECT_GT(held[0].box.x, 0.75f);
    EXPECT_LT(held[0].box.x + held[0].box.width, 0.96f);
}

TEST(Hands, HoldNothingWhereOnlyWallAndSleevesAre) {
    Sitter scene = sitter();
    fill(scene, 60, 80, 28, 9, kShirt);
    fill(scene, 90, 70, 9, 9, kSkinColour);
    scene.sight.others = {{.kind = Sighting::Kind::Hand, .box = {0.675f, 0.508f, 0.15f, 0.15f}}};
    EXPECT_TRUE(find_held(scene.picture, scene.sight, scene.figure).empty());
    EXPECT_TRUE(find_held(scene.picture, scene.sight, {}).empty());
}

}  // namespace
}  // namespace allaprima
