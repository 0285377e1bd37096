#include "planning/solve_colours.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

DraftStroke bar(float y, Rgb colour) {
    DraftStroke s;
    s.points = {{{4, y}, {20, y}, {36, y}}};
    s.half_width = {5, 5};
    s.opacity_logit = 1.0f;
    s.colour = colour;
    return s;
}

TEST(SolveColours, FindsTheColoursThatMadeThePicture) {
    const ThreadPool workers(1);
    const Rgb ground{0.2f, 0.3f, 0.4f};
    const std::vector<DraftStroke> wanted = {bar(10, {0.9f, 0.1f, 0.3f}), bar(15, {0.1f, 0.8f, 0.5f}),
                                             bar(22, {0.6f, 0.6f, 0.1f})};
    const Image<float> weight({40, 32}, 1.0f);
    Image<Rgb> target;
    Objective(Image<Rgb>({40, 32}), weight, ground, workers).evaluate(wanted, TileWork::Composite, &target);

    std::vector<DraftStroke> strokes = wanted;
    for (DraftStroke& s : strokes)
        s.colour = {0.5f, 0.5f, 0.5f};
    Objective objective(target, weight, ground, workers);
    solve_colours(strokes, objective, 20, 0.0);
    for (size_t i = 0; i < strokes.size(); ++i) {
        EXPECT_NEAR(strokes[i].colour.r, wanted[i].colour.r, 2e-3f) << i;
        EXPECT_NEAR(strokes[i].colour.g, wanted[i].colour.g, 2e-3f) << i;
        EXPECT_NEAR(strokes[i].colour.b, wanted[i].colour.b, 2e-3f) << i;
    }
}

TEST(SolveColours, AStrokeThatCannotBeSeenKeepsItsColour) {
    const ThreadPool workers(1);
    std::vector<DraftStroke> strokes = {bar(-500, {0.7f, 0.2f, 0.1f}), bar(10, {0.5f, 0.5f, 0.5f})};
    Objective objective(Image<Rgb>({40, 32}, Rgb{1.0f, 1.0f, 1.0f}), Image<float>({40, 32}, 1.0f), Rgb{},
                        workers);
    solve_colours(strokes, objective, 10, 1.0);
    EXPECT_EQ(strokes[0].colour, (Rgb{0.7f, 0.2f, 0.1f}));
}

TEST(SolveColours, ColoursStayPaintable) {
    const ThreadPool workers(1);
    std::vector<DraftStroke> strokes = {bar(10, {0.5f, 0.5f, 0.5f})};
    strokes[0].opacity_logit = -2.0f;
    Objective objective(Image<Rgb>({40, 32}, Rgb{1.0f, 1.0f, 1.0f}), Image<float>({40, 32}, 1.0f), Rgb{},
                        workers);
    solve_colours(strokes, objective, 10, 0.0);
    EXPECT_EQ(strokes[0].colour, (Rgb{1.0f, 1.0f, 1.0f}));
}

}  // namespace
}  // namespace allaprima
