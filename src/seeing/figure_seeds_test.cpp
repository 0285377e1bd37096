#include "seeing/figure_seeds.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

constexpr Size kSeeded{64, 48};

/// A column of people on the left, and what looks like one on the right.
Image<float> two_columns() {
    Image<float> people(kSeeded);
    for (int y = 8; y < 48; ++y)
        for (int x = 0; x < 64; ++x)
            people.at(x, y) = (x >= 8 && x < 24) || (x >= 44 && x < 60) ? 1.0f : 0.0f;
    return people;
}

FigureSeeds seeds_of(const Sights& sight, const Marks& marks = {}) {
    return figure_seeds(Image<Rgb>(kSeeded, Rgb{0.5f, 0.5f, 0.5f}), Image<Lab>(kSeeded), sight, marks);
}

TEST(FigureSeeds, ThePictureOfPeopleIsExpectedAndItsInnerPartsLeanToTheFigure) {
    const FigureSeeds seeds = seeds_of({.people = two_columns()});
    EXPECT_EQ(seeds.expected.at(16, 30), 1.0f);
    EXPECT_GT(seeds.leaning.at(16, 30), 0.0f);
    EXPECT_EQ(seeds.leaning.at(9, 30), 0.0f) << "at the border colours decide";
    EXPECT_LT(seeds.leaning.at(34, 30), 0.0f);
    EXPECT_GT(seeds.leaning.at(52, 30), 0.0f) << "with nobody else to say it, all are people";
    EXPECT_EQ(seeds.certain.at(16, 30), Certain::No) << "a mark can take it back";
}

TEST(FigureSeeds, WhatNoOtherEyeTakesForAPersonIsNone) {
    const FigureSeeds seeds =
        seeds_of({.others = {{.kind = Sighting::Kind::Person, .box = {0.1f, 0.1f, 0.3f, 0.8f}}},
                  .people = two_columns()});
    EXPECT_GT(seeds.leaning.at(16, 30), 0.0f);
    EXPECT_LT(seeds.leaning.at(52, 30), 0.0f);
}

TEST(FigureSeeds, ArmsAndHandsLeanToTheFigure) {
    Sights sight{.others = {{.kind = Sighting::Kind::Hand,
                             .box = {0.6f, 0.1f, 0.1f, 0.15f},
                             .outline = {{0.6f, 0.1f}, {0.7f, 0.1f}, {0.7f, 0.25f}, {0.6f, 0.25f}}}},
                 .bones = {{{0.3f, 0.5f}, {0.62f, 0.2f}}},
                 .people = two_columns()};
    const FigureSeeds seeds = seeds_of(sight);
    EXPECT_GT(seeds.leaning.at(41, 8), 0.0f);
    EXPECT_GT(seeds.leaning.at(29, 17), 0.0f);
}

TEST(FigureSeeds, MarksAreCertain) {
    Image<float> red(kSeeded);
    red.at(16, 30) = 1.0f;
    const FigureSeeds seeds = seeds_of({.people = two_columns()}, {.figure = {}, .background = red});
    EXPECT_EQ(seeds.certain.at(16, 30), Certain::Background);
}

TEST(FigureSeeds, AFigureIsSeenByAFaceOrByPeople) {
    EXPECT_FALSE(figure_is_seen({}));
    EXPECT_TRUE(figure_is_seen({.faces = {Face{}}}));
    EXPECT_TRUE(figure_is_seen({.people = two_columns()}));
    EXPECT_FALSE(figure_is_seen({.people = Image<float>(kSeeded)}));
}

}  // namespace
}  // namespace allaprima
