#include "planning/mix_colours.h"

#include <gtest/gtest.h>

#include "image/colour.h"
#include "pigment/recipe_book.h"
#include "planning/finish_plan.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

/// A level stroke across the middle of the picture, all of its height.
DraftStroke across(Size size, Rgb colour) {
    const auto width = static_cast<float>(size.width), half = 0.5f * static_cast<float>(size.height);
    DraftStroke stroke;
    stroke.points = {Vec2{0.0f, half}, Vec2{0.5f * width, half}, Vec2{width, half}};
    stroke.half_width.fill(half + 4.0f);
    stroke.opacity_logit = 12.0f;
    stroke.colour = colour;
    return stroke;
}

TEST(MixColours, WhatIsHiddenGetsARecipeForWhatIsSeenThere) {
    Reference reference;
    reference.colour = Image<Rgb>({48, 32});
    reference.ground = {0.2f, 0.1f, 0.1f};
    std::ranges::fill(reference.colour.pixels(), reference.ground);
    Materials materials = Plan{}.materials;
    for (const char* tube : {"Titanium White", "Cadmium Red Light", "Bone Black"})
        materials.palette.tubes.push_back(*find_pigment(tube));
    // White that no one sees, and what hides it.
    const std::vector<DraftStroke> strokes = {across({48, 32}, {1.0f, 1.0f, 1.0f}),
                                              across({48, 32}, reference.ground)};
    Round round;
    Plan plan =
        finish_plan(strokes, {0, 0}, {round}, reference, Image<float>(reference.size(), 1.0f), materials, 1);
    const Study study = study_reference(reference, {}, {Focus::None});
    mix_colours(plan, strokes, reference, study, ColourTarget::Paint, ThreadPool(2));
    const RecipeBook book(materials.palette);
    for (const Stroke& stroke : plan.strokes)
        EXPECT_LT(luma(book.colour_of(stroke.paint.shares)), luma(reference.ground) + 0.2f);
}

}  // namespace
}  // namespace allaprima
