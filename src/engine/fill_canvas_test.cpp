#include "engine/fill_canvas.h"

#include <gtest/gtest.h>

#include "composing/crop_photo.h"

namespace allaprima {
namespace {

/// Grey, with a red disc about (x, 20).
Photo disc_at(int x, bool cut_out = false) {
    const Size size{90, 40};
    Photo photo{.colour = Image<Rgb>(size, {0.4f, 0.4f, 0.4f}), .original_size = {180, 80}};
    if (cut_out)
        photo.alpha = Image<float>(size);
    for (int row = 0; row < size.height; ++row)
        for (int column = 0; column < size.width; ++column)
            if (const Vec2 off{static_cast<float>(column - x), static_cast<float>(row - 20)};
                dot(off, off) < 64.0f) {
                photo.colour.at(column, row) = {0.8f, 0.05f, 0.05f};
                if (cut_out)
                    photo.alpha.at(column, row) = 1.0f;
            }
    return photo;
}

Brief to_fill(double width_mm, double height_mm) {
    Brief brief;
    brief.output.width_mm = width_mm;
    brief.output.height_mm = height_mm;
    brief.output.fill = true;
    return brief;
}

int red_pixels(const Photo& photo) {
    int count = 0;
    for (const Rgb& pixel : photo.colour.pixels())
        count += pixel.g < 0.2f ? 1 : 0;
    return count;
}

TEST(FillCanvas, ThePhotographIsCroppedToTheShapeAroundWhatStandsOut) {
    for (const int x : {12, 30, 70})
        for (const bool cut_out : {false, true}) {
            const Photo photo = disc_at(x, cut_out);
            const Result<Photo> left = filling_its_canvas(photo, to_fill(400.0, 500.0));
            ASSERT_TRUE(left.ok()) << left.error().message;
            EXPECT_EQ(left->size(), (Size{32, 40}));
            EXPECT_EQ(red_pixels(*left), red_pixels(photo)) << x;
            EXPECT_EQ(left->alpha.empty(), !cut_out);
            EXPECT_EQ(left->original_size, photo.original_size);
            EXPECT_FLOAT_EQ(left->part.width, 32.0f / 90.0f);
            EXPECT_EQ(cropped(photo, left->part), *left);
        }
    EXPECT_EQ(filling_its_canvas(disc_at(30), to_fill(900.0, 200.0))->size(), (Size{90, 20}));
}

TEST(FillCanvas, ThePhotographStaysWholeWhereNothingIsToBeCropped) {
    const Photo photo = disc_at(30);
    Brief brief = to_fill(400.0, 500.0);
    brief.output.fill = false;
    EXPECT_EQ(*filling_its_canvas(photo, brief), photo);
    EXPECT_EQ(*filling_its_canvas(photo, to_fill(900.0, 400.0)), photo);
    // What is composed has the shape that is asked for.
    brief.output.fill = true;
    brief.backdrop = Backdrop::Plain;
    EXPECT_EQ(*filling_its_canvas(photo, brief), photo);
}

TEST(FillCanvas, WhatCannotBeFilledIsRefused) {
    Brief brief = to_fill(400.0, 500.0);
    brief.spatters.resize(1);
    brief.spatters[0].region.kind = Region::Kind::Mask;
    EXPECT_TRUE(filling_its_canvas(disc_at(30), brief).error().usage);
    brief = to_fill(400.0, 500.0);
    brief.output.height_mm.reset();
    EXPECT_EQ(filling_its_canvas(disc_at(30), brief).error().message,
              "there is no shape to fill: ask for one with 'width' and 'height', or with 'size'");
}

}  // namespace
}  // namespace allaprima
