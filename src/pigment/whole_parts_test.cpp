#include "pigment/whole_parts.h"

#include <gtest/gtest.h>

#include <numeric>

#include "pigment/sample_palette.h"

namespace allaprima {
namespace {

Recipe recipe_of(const RecipeBook& book, const Shares& shares) {
    return {.shares = shares, .colour = book.shown(shares)};
}

TEST(WholeParts, PureTubesAreOnePart) {
    const RecipeBook book(palette_of({"Titanium White", "Pyrrole Red", "Bone Black"}));
    for (size_t tube = 0; tube < 3; ++tube) {
        Shares shares{};
        shares[tube] = 1.0f;
        WholeParts one{};
        one[tube] = 1;
        EXPECT_EQ(whole_parts(book, recipe_of(book, shares)), one);
    }
}

TEST(WholeParts, LookLikeTheRecipeWhereThereAreAny) {
    const RecipeBook book(
        palette_of({"Titanium White", "Hansa Yellow Opaque", "Ultramarine Blue", "Bone Black"}));
    for (float white : {0.0f, 0.3f, 0.8f})
        for (float yellow : {0.02f, 0.1f, 0.2f}) {
            const Recipe recipe = recipe_of(book, {white, yellow, 1.0f - white - yellow});
            const std::optional<WholeParts> parts = whole_parts(book, recipe);
            if (!parts)
                continue;
            EXPECT_LE(std::accumulate(parts->begin(), parts->end(), 0), kMostWholeParts + 2);
            EXPECT_LE(delta_e_2000(lab_of_srgb(book.shown(shares_of(*parts))), lab_of_srgb(recipe.colour)),
                      1.0);
        }
}

TEST(WholeParts, ATraceOfAStrongTubeIsNotCountedOut) {
    const RecipeBook book(palette_of({"Titanium White", "Phthalo Blue Green Shade"}));
    EXPECT_FALSE(whole_parts(book, recipe_of(book, {0.995f, 0.005f})));
}

TEST(HeapOf, IsThereForEveryMixtureAndOfFewParts) {
    const RecipeBook book(
        palette_of({"Titanium White", "Hansa Yellow Opaque", "Ultramarine Blue", "Bone Black"}));
    for (float white : {0.0f, 0.3f, 0.83f, 0.97f})
        for (float yellow : {0.0f, 0.021f, 0.1f}) {
            const Shares shares{white, yellow, 0.6f * (1.0f - white - yellow),
                                0.4f * (1.0f - white - yellow)};
            if (white + yellow > 1.0f)
                continue;
            const WholeParts parts = heap_of(book, shares);
            EXPECT_GT(std::accumulate(parts.begin(), parts.end(), 0), 0);
            EXPECT_LE(std::accumulate(parts.begin(), parts.end(), 0), kMostHeapParts + 2);
            EXPECT_LE(
                delta_e_2000(lab_of_srgb(book.shown(shares_of(parts))), lab_of_srgb(book.shown(shares))),
                3.5);
        }
    EXPECT_EQ(heap_of(book, {1.0f}), (WholeParts{1}));
}

}  // namespace
}  // namespace allaprima
