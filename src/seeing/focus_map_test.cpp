#include "seeing/focus_map.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

constexpr Size kMapSize{80, 60};

double mean(const Image<float>& map) {
    double sum = 0.0;
    for (const float v : map.pixels())
        sum += v;
    return sum / static_cast<double>(map.size().area());
}

Image<float> focus_of(const FocusWishes& wishes, const Image<float>& figure = {}) {
    return focus_map(Image<Rgb>(kMapSize, Rgb{0.5f, 0.5f, 0.5f}), {}, figure, wishes);
}

TEST(FocusMap, MarksSpeakAlsoWithoutFocus) {
    FocusWishes wishes{.focus = Focus::None};
    wishes.marks = {{{.kind = Region::Kind::Box, .box = {0.0f, 0.0f, 0.5f, 1.0f}}, 3.0f}};
    const Image<float> focus = focus_of(wishes);
    EXPECT_NEAR(focus.at(10, 30) / focus.at(70, 30), 3.0f, 1e-3f);
    EXPECT_NEAR(mean(focus), 1.0, 1e-4);
}

TEST(FocusMap, CirclesAndMasksCountWhereTheyAre) {
    FocusWishes wishes{.focus = Focus::None};
    Image<float> mask(kMapSize);
    mask.at(79, 59) = 1.0f;
    wishes.marks = {{{.kind = Region::Kind::Circle, .centre = {0.5f, 0.5f}, .radius = 0.1f}, 4.0f},
                    {{.kind = Region::Kind::Mask, .mask = "corner.png"}, 2.0f}};
    wishes.masks = {mask};
    const Image<float> focus = focus_of(wishes);
    EXPECT_NEAR(focus.at(40, 30) / focus.at(2, 2), 4.0f, 1e-3f);
    EXPECT_NEAR(focus.at(79, 59) / focus.at(2, 2), 2.0f, 1e-3f);
}

TEST(FocusMap, WhereNothingCountsAllCountsTheSame) {
    FocusWishes wishes;
    wishes.marks = {{{.kind = Region::Kind::Everywhere}, 0.0f}};
    const Image<float> focus = focus_of(wishes);
    for (const float weight : focus.pixels())
        EXPECT_EQ(weight, 1.0f);
}

TEST(FocusMap, AFaceCountsInAllOfItsBoxAndHardlyBesideIt) {
    Face face;
    face.box = {0.4f, 0.3f, 0.2f, 0.3f};
    const Image<float> focus =
        focus_map(Image<Rgb>(kMapSize, Rgb{0.5f, 0.5f, 0.5f}), {.faces = {face}}, {}, {});
    const float middle = focus.at(40, 27), rest = focus.at(4, 55);
    EXPECT_GT(middle, 8.0f * rest);
    EXPECT_GT(focus.at(33, 27), 0.8f * middle);  // within the box's border
    EXPECT_GT(focus.at(34, 20), 0.4f * middle);  // and near its corner
    EXPECT_LT(focus.at(26, 27), 1.2f * rest);    // a third of it away
}

TEST(FocusMap, EyesMouthsAndFacesAreMarkedByName) {
    const Face left{.box = {0.1f, 0.2f, 0.3f, 0.5f},
                    .eyes = {{0.15f, 0.3f, 0.08f, 0.08f}},
                    .mouth = {{0.2f, 0.55f, 0.1f, 0.06f}}};
    const Face right{.box = {0.6f, 0.2f, 0.3f, 0.5f},
                     .eyes = {{0.65f, 0.3f, 0.08f, 0.08f}},
                     .mouth = {{0.7f, 0.55f, 0.1f, 0.06f}}};
    const auto marked = [&](const Region& region, int x, int y) {
        const Image<float> focus =
            focus_map(Image<Rgb>(kMapSize, Rgb{0.5f, 0.5f, 0.5f}), {.faces = {left, right}}, {},
                      {.focus = Focus::None, .marks = {{region, 3.0f}}});
        return focus.at(x, y) / focus.at(79, 59);
    };
    const int eye_y = 20, mouth_y = 34;
    for (const int face : {0, 1, 2}) {
        const float first = face == 2 ? 1.0f : 3.0f, second = face == 1 ? 1.0f : 3.0f;
        const Region eyes{.kind = Region::Kind::Eyes, .number = face};
        EXPECT_NEAR(marked(eyes, 15, eye_y), first, 0.1f) << face;
        EXPECT_NEAR(marked(eyes, 55, eye_y), second, 0.1f) << face;
        EXPECT_NEAR(marked(eyes, 20, mouth_y), 1.0f, 0.1f) << face;
        const Region mouth{.kind = Region::Kind::Mouth, .number = face};
        EXPECT_NEAR(marked(mouth, 20, mouth_y), first, 0.1f) << face;
        EXPECT_NEAR(marked(mouth, 60, mouth_y), second, 0.1f) << face;
        const Region whole{.kind = Region::Kind::Face, .number = face};
        EXPECT_NEAR(marked(whole, 20, 27), first, 0.1f) << face;
        EXPECT_NEAR(marked(whole, 60, 27), second, 0.1f) << face;
    }
}

TEST(FocusMap, TheMoreFinishedCountsMore) {
    Image<float> figure(kMapSize);
    for (int y = 0; y < kMapSize.height; ++y)
        for (int x = 0; x < 40; ++x)
            figure.at(x, y) = 1.0f;
    const Image<float> usual = focus_of({}, figure);
    EXPECT_GT(usual.at(20, 30), 1.3f * usual.at(60, 30));
    const Image<float> turned = focus_of({.subject_finish = 0.1f, .background_finish = 0.9f}, figure);
    EXPECT_LT(turned.at(20, 30), 0.5f * turned.at(60, 30));
}

}  // namespace
}  // namespace allaprima
