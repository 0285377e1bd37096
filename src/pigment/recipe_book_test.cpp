#include "pigment/recipe_book.h"

#include <gtest/gtest.h>

#include <numeric>

#include "base/rng.h"
#include "pigment/sample_palette.h"

namespace allaprima {
namespace {

const RecipeBook& book() {
    static const RecipeBook instance(
        palette_of({"Titanium White", "Hansa Yellow Opaque", "Cadmium Red Light", "Quinacridone Magenta",
                    "Ultramarine Blue", "Phthalo Green Blue Shade", "Bone Black"}));
    return instance;
}

TEST(RecipeBook, RecipesAreShares) {
    Rng rng(1, 1);
    for (int i = 0; i < 200; ++i) {
        const Recipe recipe = book().nearest({rng.unit(), rng.unit(), rng.unit()});
        EXPECT_NEAR(std::accumulate(recipe.shares.begin(), recipe.shares.end(), 0.0f), 1.0f, 1e-5f);
        for (float share : recipe.shares)
            EXPECT_GE(share, 0.0f);
    }
}

TEST(RecipeBook, WhatTheTubesCanMixIsMatched) {
    // Colours that are mixtures, so that there is a recipe for each.
    Rng rng(2, 1);
    for (int i = 0; i < 200; ++i) {
        Shares shares{};
        float whole = 0.0f;
        for (size_t tube = 0; tube < 7; ++tube)
            whole += shares[tube] = rng.unit() * rng.unit() * (tube == 0 ? 4.0f : tube == 5 ? 0.1f : 1.0f);
        for (float& share : shares)
            share /= whole;
        const Rgb colour = book().colour_of(shares);
        if (std::min({colour.r, colour.g, colour.b}) < 0.0f ||
            std::max({colour.r, colour.g, colour.b}) > 1.0f)
            continue;
        EXPECT_LT(book().nearest(colour).miss, 0.5f) << colour.r << " " << colour.g << " " << colour.b;
    }
}

TEST(RecipeBook, WhiteIsTheWhitestTubeAndBlackNearlyBlack) {
    const Recipe white = book().nearest({1, 1, 1}), black = book().nearest({0, 0, 0});
    EXPECT_GT(white.shares[0], 0.99f);
    EXPECT_LT(white.miss, 1.5f);
    EXPECT_LT(black.miss, 3.0f);
}

TEST(RecipeBook, WhatNoTubeReachesIsToldAndComesNear) {
    const Recipe magenta = book().nearest({1, 0, 1});
    EXPECT_GT(magenta.miss, 5.0f);
    EXPECT_GT(magenta.shares[3], 0.2f);
    EXPECT_NEAR(magenta.miss, delta_e_2000(lab_of_srgb({1, 0, 1}), lab_of_srgb(magenta.colour)), 1e-3);
}

TEST(RecipeBook, SinglesAndGreysWorkToo) {
    for (const auto& palette : {palette_of({"Bone Black"}), palette_of({"Titanium White"}),
                                palette_of({"Titanium White", "Bone Black"})}) {
        const RecipeBook few(palette);
        const Recipe grey = few.nearest({0.5f, 0.5f, 0.5f});
        EXPECT_TRUE(grey.colour.r >= 0.0f && grey.colour.r <= 1.0f);
    }
    const RecipeBook greys(palette_of({"Titanium White", "Bone Black"}));
    EXPECT_LT(greys.nearest({0.5f, 0.5f, 0.5f}).miss, 4.0f);
}

TEST(RecipeBook, SameWishSameRecipe) {
    const RecipeBook again(palette_of({"Titanium White", "Cadmium Red Light", "Ultramarine Blue"}));
    const Rgb wish{0.6f, 0.3f, 0.4f};
    EXPECT_EQ(again.nearest(wish).shares, again.nearest(wish).shares);
}

}  // namespace
}  // namespace allaprima
