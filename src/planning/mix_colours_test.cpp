#include "planning/mix_colours.h"

#include <gtest/gtest.h>

#include <cmath>

#include "image/cie.h"
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

/// Strokes of two lightnesses over each other, thin enough for what is beneath to tint them.
std::vector<DraftStroke> woven(Size size, Rgb dark, Rgb light) {
    std::vector<DraftStroke> strokes{across(size, dark)};
    for (int i = 0; i < 24; ++i) {
        DraftStroke stroke = across(size, i % 2 ? dark : light);
        const float y = static_cast<float>((i * 7) % size.height);
        for (Vec2& point : stroke.points)
            point.y = y;
        stroke.half_width.fill(2.0f + static_cast<float>(i % 3));
        stroke.opacity_logit = 0.5f;
        strokes.push_back(stroke);
    }
    return strokes;
}

TEST(MixColours, GreyStaysGrey) {
    constexpr float kMostChroma = 2.0f;  // CIELAB
    constexpr Size kSize{48, 32};
    for (const Rgb light : {Rgb{0.9f, 0.9f, 0.9f}, Rgb{0.5f, 0.5f, 0.5f}, Rgb{0.2f, 0.2f, 0.2f}})
        for (const float broken : {0.0f, 0.1f}) {
            const Rgb dark{0.06f, 0.06f, 0.06f};
            Reference reference;
            reference.colour = Image<Rgb>(kSize, dark);
            for (int y = 0; y < kSize.height; y += 3)
                for (int x = 0; x < kSize.width; ++x)
                    reference.colour.at(x, y) = light;
            reference.ground = {0.6f, 0.6f, 0.6f};
            Materials materials = Plan{}.materials;
            materials.hand.broken = broken;
            for (const char* tube : {"Titanium White", "Bone Black", "Diarylide Yellow", "Cadmium Red Light",
                                     "Ultramarine Blue", "Phthalo Green Blue Shade"})
                materials.palette.tubes.push_back(*find_pigment(tube));
            const std::vector<DraftStroke> strokes = woven(kSize, dark, light);
            Plan plan = finish_plan(strokes, std::vector<int32_t>(strokes.size(), 0), {Round{}}, reference,
                                    Image<float>(kSize, 1.0f), materials, 1);
            const Study study = study_reference(reference, {}, {Focus::None});
            mix_colours(plan, strokes, reference, study, ColourTarget::Paint, ThreadPool(2));
            const RecipeBook book(materials.palette);
            for (const Stroke& stroke : plan.strokes) {
                const Lab lab = lab_of_srgb(book.shown(stroke.paint.shares));
                EXPECT_LT(std::hypot(lab.a, lab.b), kMostChroma)
                    << "light " << light.r << ", broken " << broken << ", of lightness " << lab.lightness;
            }
        }
}

}  // namespace
}  // namespace allaprima
