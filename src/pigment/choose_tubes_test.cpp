#include "pigment/choose_tubes.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "pigment/recipe_book.h"

namespace allaprima {
namespace {

std::span<const Pigment> candidates() {
    return measured_pigments().first(19);
}

bool holds(const std::vector<Pigment>& tubes, const char* part_of_name) {
    return std::ranges::any_of(
        tubes, [&](const Pigment& tube) { return tube.name.find(part_of_name) != std::string::npos; });
}

TEST(ChooseTubes, TakesAsManyAsAskedFor) {
    const ColourShare wanted[] = {{{0.8f, 0.3f, 0.2f}, 1.0f}, {{0.2f, 0.3f, 0.7f}, 1.0f}};
    for (int count : {3, 5}) {
        const std::vector<Pigment> tubes = choose_tubes(candidates(), wanted, count);
        EXPECT_EQ(tubes.size(), static_cast<size_t>(count));
        EXPECT_TRUE(holds(tubes, "White"));
    }
}

TEST(ChooseTubes, MoreTubesMissLess) {
    const ColourShare wanted[] = {
        {{0.9f, 0.5f, 0.1f}, 1.0f}, {{0.1f, 0.4f, 0.5f}, 1.0f}, {{0.5f, 0.1f, 0.3f}, 1.0f}};
    auto miss = [&](int count) {
        const RecipeBook book({.name = {}, .tubes = choose_tubes(candidates(), wanted, count)});
        float sum = 0.0f;
        for (const ColourShare& colour : wanted)
            sum += book.nearest(colour.colour).miss;
        return sum;
    };
    EXPECT_LE(miss(6), miss(3) + 0.01f);
}

TEST(ChooseTubes, ASunsetWantsYellowOrOrange) {
    const ColourShare wanted[] = {{{1.0f, 0.7f, 0.1f}, 3.0f}, {{0.95f, 0.45f, 0.1f}, 2.0f}};
    const std::vector<Pigment> tubes = choose_tubes(candidates(), wanted, 4);
    EXPECT_TRUE(holds(tubes, "Yellow") || holds(tubes, "Orange"));
}

TEST(MainColours, AreThoseOfThePicture) {
    Image<Rgb> picture({20, 10}, {0.2f, 0.2f, 0.2f});
    for (int y = 0; y < 5; ++y)
        for (int x = 0; x < 20; ++x)
            picture.at(x, y) = {0.9f, 0.1f, 0.1f};
    const std::vector<ColourShare> colours = main_colours(picture, 10);
    ASSERT_EQ(colours.size(), 2u);
    EXPECT_NEAR(colours[0].colour.r, 0.9f, 1e-4f) << "the strong colour first";
    EXPECT_EQ(main_colours(picture, 1).size(), 1u);
}

}  // namespace
}  // namespace allaprima
