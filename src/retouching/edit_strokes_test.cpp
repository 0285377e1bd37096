#include "retouching/edit_strokes.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

/// Strokes that are told apart by where they begin.
Plan three_passes() {
    Plan plan;
    plan.width_mm = 40.0f;
    plan.height_mm = 30.0f;
    plan.passes = {{"block-in", 2}, {"detail", 3}, {"accents", 0}, {"glazes", 1, Coat::Glaze}};
    for (int i = 0; i < 6; ++i)
        plan.strokes.emplace_back().path.points[0].x = static_cast<float>(i);
    return plan;
}

std::vector<int> order_of(const Plan& plan) {
    std::vector<int> order;
    for (const Stroke& stroke : plan.strokes)
        order.push_back(static_cast<int>(stroke.path.points[0].x));
    return order;
}

std::vector<int> counts_in(const Plan& plan) {
    std::vector<int> counts;
    for (const Pass& pass : plan.passes)
        counts.push_back(pass.strokes);
    return counts;
}

TEST(EditStrokes, NothingIsChangedWhereNothingIsAsked) {
    EXPECT_EQ(*edit_strokes(three_passes(), {}), three_passes());
}

TEST(EditStrokes, AllOthersKeepTheirOrder) {
    const Plan edited = *edit_strokes(three_passes(), {.remove = {4, 1}, .move = {}});
    EXPECT_EQ(order_of(edited), (std::vector{0, 2, 3, 5}));
    EXPECT_EQ(counts_in(edited), (std::vector{1, 2, 0, 1}));
}

TEST(EditStrokes, InTwoStepsAsInOne) {
    const Plan once = *edit_strokes(three_passes(), {.remove = {1, 4}, .move = {}});
    const Plan first = *edit_strokes(three_passes(), {.remove = {1}, .move = {}});
    EXPECT_EQ(*edit_strokes(first, {.remove = {3}, .move = {}}), once);
}

TEST(EditStrokes, AMovedStrokeLandsAtTheEndOfItsNewPass) {
    const Plan edited = *edit_strokes(
        three_passes(), {.remove = {0}, .move = {{3, "block-in"}, {2, "accents"}, {1, "accents"}}});
    EXPECT_EQ(order_of(edited), (std::vector{3, 4, 2, 1, 5}));
    EXPECT_EQ(counts_in(edited), (std::vector{1, 1, 2, 1}));
    const Plan within = *edit_strokes(three_passes(), {.remove = {}, .move = {{2, "detail"}}});
    EXPECT_EQ(order_of(within), (std::vector{0, 1, 3, 4, 2, 5})) << "over the others of its own";
}

TEST(EditStrokes, WhatIsNotThereIsRefused) {
    const auto refusal = [](const StrokeEdits& edits) {
        const Result<Plan> edited = edit_strokes(three_passes(), edits);
        EXPECT_TRUE(!edited && edited.error().usage);
        return edited ? "" : edited.error().message;
    };
    EXPECT_EQ(refusal({.remove = {6}, .move = {}}), "there is no stroke 6: they are numbered from 0 to 5");
    EXPECT_EQ(refusal({.remove = {-1}, .move = {}}), "there is no stroke -1: they are numbered from 0 to 5");
    EXPECT_EQ(refusal({.remove = {2, 2}, .move = {}}), "stroke 2 is named twice");
    EXPECT_EQ(refusal({.remove = {2}, .move = {{2, "accents"}}}), "stroke 2 is named twice");
    EXPECT_EQ(refusal({.remove = {}, .move = {{2, "sky"}}}),
              "there is no pass 'sky': this painting has block-in, detail, accents, glazes");
    EXPECT_NE(refusal({.remove = {}, .move = {{2, "glazes"}}})
                  .find("laid as body, and cannot be laid with 'glazes', as glaze"),
              std::string::npos);
    EXPECT_EQ(refusal({.remove = {0, 1, 2, 3, 4, 5}, .move = {}}), "no stroke would be left");
}

}  // namespace
}  // namespace allaprima
