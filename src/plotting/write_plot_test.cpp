#include "plotting/write_plot.h"

#include <gtest/gtest.h>

#include <array>

#include "exporting/sample_painting.h"
#include "plotting/pen_drawing.h"

namespace allaprima {
namespace {

/// Broad strokes whose tones and colours differ.
Plan broad_plan() {
    Plan plan = testing::empty_plan();
    plan.ground = {1.0f, 1.0f, 1.0f};
    const std::array<Rgb, 3> colours{Rgb{0.1f, 0.1f, 0.1f}, Rgb{0.55f, 0.55f, 0.55f}, Rgb{0.8f, 0.15f, 0.2f}};
    for (size_t i = 0; i < colours.size(); ++i) {
        Stroke stroke = testing::long_stroke();
        const float y = 10.0f + 18.0f * static_cast<float>(i);
        stroke.path.points = {Vec2{-20.0f, y}, Vec2{40.0f, y + 3.0f}, Vec2{100.0f, y}};
        stroke.width_start = stroke.width_end = 14.0f;
        stroke.paint.colour = colours[i];
        plan.strokes.push_back(stroke);
    }
    plan.passes = {{"all", 3}};
    return plan;
}

PenDrawing drawn(const Plan& plan, const PlotSettings& asked) {
    SilentObserver observer;
    return *draw_with_pens(plan, asked, ThreadPool(1), observer).value();
}

constexpr Vec2 kA5Lying{210.0f, 148.0f};

TEST(PenDrawing, NothingLeavesTheMargins) {
    const PenDrawing drawing = drawn(broad_plan(), {.pen_mm = 1.0, .sheet = Paper::A5, .margin_mm = 12.0});
    EXPECT_EQ((Vec2{drawing.sheet.width_mm, drawing.sheet.height_mm}), kA5Lying)
        << "it lies as the picture does";
    size_t points = 0;
    for (const PenLayer& layer : drawing.layers)
        for (const PenStroke& line : layer.lines)
            for (const Vec2 p : line) {
                ++points;
                EXPECT_TRUE(p.x >= 12.0f && p.y >= 12.0f && p.x <= kA5Lying.x - 12.0f &&
                            p.y <= kA5Lying.y - 12.0f);
            }
    EXPECT_GT(points, 100u);
}

TEST(PenDrawing, WhatIsHiddenOrAsLightAsPaperIsNotDrawn) {
    Plan plan = broad_plan();
    Stroke white = testing::long_stroke();
    white.path.points = {Vec2{-20.0f, 30.0f}, Vec2{40.0f, 30.0f}, Vec2{100.0f, 30.0f}};
    white.width_start = white.width_end = 80.0f;
    white.paint.colour = {1.0f, 1.0f, 1.0f};
    plan.strokes.push_back(white);
    plan.passes = {{"all", 4}};
    const PenDrawing drawing = drawn(plan, {.pen_mm = 1.0, .sheet = Paper::A5});
    EXPECT_TRUE(drawing.layers.empty());
    EXPECT_EQ(drawing.strokes, 0u);
}

TEST(PenDrawing, ACutOutIsDrawnWithinItsOutlineAlone) {
    Plan plan = broad_plan();
    plan.transparent = true;
    plan.outline = Image<float>(Size{80, 60});
    for (int y = 0; y < 60; ++y)
        for (int x = 0; x < 40; ++x)
            plan.outline.at(x, y) = 1.0f;
    const PenDrawing drawing = drawn(plan, {.pen_mm = 1.0, .sheet = Paper::A5, .margin_mm = 12.0});
    size_t points = 0;
    for (const PenLayer& layer : drawing.layers)
        for (const PenStroke& line : layer.lines)
            for (const Vec2 p : line) {
                ++points;
                EXPECT_LE(p.x, 0.5f * kA5Lying.x + 1.0f);
            }
    EXPECT_GT(points, 50u);
}

TEST(PenDrawing, StrokesFarLargerThanThePageCostNoMoreThanThePage) {
    Plan plan = broad_plan();
    for (size_t i = 0; i < plan.strokes.size(); ++i) {
        Stroke& stroke = plan.strokes[i];
        const float far = 2e4f * static_cast<float>(i + 1);
        stroke.path.points = {Vec2{-far, -40.0f}, Vec2{40.0f, 500.0f * static_cast<float>(i)},
                              Vec2{far, 90.0f}};
        stroke.width_start = stroke.width_end = 3e4f;
    }
    EXPECT_FALSE(drawn(plan, {.pen_mm = 1.0, .sheet = Paper::A5}).layers.empty());
}

TEST(PenDrawing, DarkerIsDenserAndLinesAreJoined) {
    const PenDrawing drawing = drawn(broad_plan(), {.pens = "black", .pen_mm = 1.0, .sheet = Paper::A5});
    ASSERT_EQ(drawing.layers.size(), 1u);
    std::array<double, 3> inked{};
    for (const PenStroke& line : drawing.layers[0].lines)
        for (size_t i = 1; i < line.size(); ++i) {
            const size_t stroke = line[i].y < 53.0f ? 0 : line[i].y < 90.0f ? 1 : 2;
            inked[stroke] += static_cast<double>(length(line[i] - line[i - 1]));
        }
    EXPECT_GT(inked[0], 1.1 * inked[1]) << "black is denser than grey";
    EXPECT_GT(inked[1], 0.0);
    EXPECT_LT(drawing.layers[0].lifted_mm, 0.3 * drawing.layers[0].drawn_mm);
}

TEST(WritePlot, IsASheetWithALayerForEachPen) {
    const testing::TestFolder folder;
    Painting painting = testing::sample_painting(12);
    ExportSettings asked;
    asked.plot = {.pens = "black,blue,red", .pen_mm = 1.0, .sheet = Paper::A5};
    const std::string path = folder.at("a.plot.svg");
    const auto notes = testing::exported(kPenDrawing, painting, path, {}, 8, nullptr, asked);
    ASSERT_TRUE(notes.ok()) << notes.error().message;
    const std::string text = testing::bytes_of_file(path);
    EXPECT_NE(text.find("width=\"210mm\" height=\"148mm\" viewBox=\"0 0 21000 14800\""), std::string::npos);
    size_t layers = 0;
    for (size_t at = text.find("groupmode"); at != std::string::npos; at = text.find("groupmode", at + 1))
        ++layers;
    EXPECT_GE(layers, 1u);
    EXPECT_LE(layers, 3u);
    EXPECT_EQ(notes->size(), layers + 1);
    asked.plot.margin_mm = 80.0;
    const auto crowded = testing::exported(kPenDrawing, painting, path, {}, 8, nullptr, asked);
    ASSERT_FALSE(crowded.ok());
    EXPECT_NE(crowded.error().message.find("--margin"), std::string::npos);
}

}  // namespace
}  // namespace allaprima
