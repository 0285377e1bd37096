#include "engine/canvas_shape.h"

#include <gtest/gtest.h>

#include "model/brief_settings.h"

namespace allaprima {
namespace {

constexpr Vec2 kLandscape{400.0f, 300.0f};  // mm

/// What some settings ask for, given in this order.
OutputSize asked(std::initializer_list<std::pair<const char*, const char*>> wishes) {
    Brief brief;
    for (const auto& [name, text] : wishes)
        for (const BriefSetting& setting : brief_settings())
            if (setting.name == name) {
                const Status set = apply(setting, text, brief);
                EXPECT_TRUE(set.ok()) << name << ' ' << text;
            }
    return brief.output;
}

TEST(CanvasShape, APrintHasItsLengthInDots) {
    const OutputSize metric = asked({{"width", "60cm"}, {"dpi", "300"}});
    EXPECT_EQ(picture_size(kLandscape, metric), (Size{7087, 5315}))
        << "60 cm are 23.62 inches; the height follows";
    EXPECT_EQ(picture_dpi(kLandscape, metric), 300.0);
    EXPECT_EQ(picture_size(kLandscape, asked({{"width", "600mm"}, {"dpi", "300"}})), (Size{7087, 5315}));
    EXPECT_EQ(picture_size(kLandscape, asked({{"width", "60"}, {"dpi", "300"}})), (Size{7087, 5315}));
    EXPECT_EQ(picture_size(kLandscape, asked({{"width", "24in"}, {"dpi", "100"}})), (Size{2400, 1800}));
    EXPECT_EQ(picture_size(kLandscape, asked({{"height", "18in"}, {"dpi", "100"}})), (Size{2400, 1800}));
    EXPECT_EQ(picture_size(kLandscape, asked({{"width", "10in"}, {"height", "10in"}, {"dpi", "72"}})),
              (Size{720, 720}));
}

TEST(CanvasShape, WhatIsLeftOutOfAPrintHasItsStandard) {
    EXPECT_EQ(picture_size(kLandscape, asked({{"width", "24in"}})), (Size{7200, 5400}))
        << "300 dots to an inch";
    EXPECT_EQ(picture_size(kLandscape, asked({{"dpi", "25.4"}})), (Size{400, 300}))
        << "as the canvas is large";
    EXPECT_EQ(picture_size(kLandscape, {}), (Size{kStandardLongSide, kStandardLongSide * 3 / 4}));
    EXPECT_NEAR(picture_dpi(kLandscape, asked({{"long", "4000"}})), 254.0, 0.1) << "4,000 on 400 mm";
}

TEST(CanvasShape, TheLastWishForASizeHolds) {
    EXPECT_EQ(picture_size(kLandscape, asked({{"long", "100"}, {"width", "10in"}, {"dpi", "100"}})),
              (Size{1000, 750}));
    EXPECT_EQ(picture_size(kLandscape, asked({{"width", "10in"}, {"dpi", "100"}, {"long", "200"}})),
              (Size{200, 150}));
}

TEST(CanvasShape, APictureForAScreenFillsItAndStandsUprightWithThePainting) {
    EXPECT_EQ(size_within(kLandscape, {1920, 1080}), (Size{1440, 1080}));
    EXPECT_EQ(size_within({300.0f, 400.0f}, {1920, 1080}), (Size{1080, 1440}));
    EXPECT_EQ(size_within({400.0f, 100.0f}, {1920, 1080}), (Size{1920, 480}));
    EXPECT_EQ(size_within({100.0f, 100.0f}, {1920, 1080}), (Size{1080, 1080}));
    EXPECT_EQ(size_within({20000.0f, 10.0f}, {640, 480}), (Size{640, 1}));
}

TEST(CanvasShape, APrintCanBeAskedForInPixels) {
    const OutputSize output = asked({{"width", "60cm"}, {"long", "2400"}});
    EXPECT_EQ(picture_size(kLandscape, output), (Size{2400, 1800}));
    EXPECT_NEAR(picture_dpi(kLandscape, output), 101.6, 1e-6);
    EXPECT_EQ(picture_size(kLandscape, asked({{"width", "30cm"}, {"height", "60cm"}, {"long", "2400"}})),
              (Size{1200, 2400}));
}

TEST(CanvasShape, LengthsAndDotsBeyondTheirRangesAreRefusedByName) {
    const auto refusal = [](const std::string& name, const char* text) {
        Brief brief;
        for (const BriefSetting& setting : brief_settings())
            if (setting.name == name)
                if (const Status set = apply(setting, text, brief); !set)
                    return set.error().message;
        return std::string("it was allowed");
    };
    for (const char* side : {"width", "height"})
        for (const char* text :
             {"0.9cm", "9mm", "2001cm", "900in", "60ft", "cm", "", "-5cm", "nan", "inf", "6 cm"})
            EXPECT_EQ(
                refusal(side, text),
                std::string(side) + " must be 1cm to 2000cm, like 60cm, 600mm or 24in, not '" + text + "'");
    for (const char* text : {"9", "4801", "nan", "300dpi", ""})
        EXPECT_EQ(refusal("dpi", text), std::string("dpi must be 10 to 4800, not '") + text + "'");
}

TEST(CanvasShape, PrintsBeyondTheLargestPictureAreRefused) {
    const Status refused = check_shape(kLandscape, asked({{"width", "2000cm"}, {"dpi", "300"}}));
    ASSERT_FALSE(refused.ok());
    EXPECT_TRUE(refused.error().usage);
    EXPECT_NE(refused.error().message.find("65535"), std::string::npos) << refused.error().message;
    EXPECT_NE(refused.error().message.find("--dpi"), std::string::npos) << refused.error().message;
    EXPECT_TRUE(check_shape(kLandscape, asked({{"width", "2000cm"}, {"dpi", "80"}})).ok());
}

TEST(CanvasShape, AStripOfPrintIsRefused) {
    const Status refused = check_shape(kLandscape, asked({{"width", "100cm"}, {"height", "1cm"}}));
    ASSERT_FALSE(refused.ok());
    EXPECT_NE(refused.error().message.find("8 times as wide"), std::string::npos) << refused.error().message;
}

TEST(CanvasShape, APlanLiesInTheMiddleOfTheCanvasThatIsAskedFor) {
    Plan plan;
    plan.width_mm = 400.0f;
    plan.height_mm = 300.0f;
    plan.strokes.emplace_back();
    plan.strokes[0].path.points = {Vec2{0.0f, 0.0f}, Vec2{200.0f, 150.0f}, Vec2{400.0f, 300.0f}};
    EXPECT_EQ(on_canvas_asked(plan, asked({{"width", "80cm"}})), plan);
    const Plan upright = on_canvas_asked(plan, asked({{"width", "40cm"}, {"height", "50cm"}}));
    EXPECT_EQ((Vec2{upright.width_mm, upright.height_mm}), (Vec2{400.0f, 500.0f}));
    EXPECT_EQ(upright.strokes[0].path.points[2], (Vec2{400.0f, 400.0f}));
    EXPECT_EQ(upright.strokes[0].width_start, plan.strokes[0].width_start);
    const Plan large = on_canvas_asked(plan, asked({{"width", "80cm"}, {"height", "80cm"}}));
    EXPECT_EQ(large.strokes[0].path.points[0], (Vec2{0.0f, 100.0f}));
    EXPECT_EQ(large.strokes[0].width_start, 2.0f * plan.strokes[0].width_start);
    EXPECT_EQ(large.planned_pixel_mm, 2.0f * plan.planned_pixel_mm);
}

TEST(CanvasShape, ACutOutKeepsItsShapeOnACanvasOfAnother) {
    Plan plan;
    plan.width_mm = 40.0f;
    plan.height_mm = 20.0f;
    plan.transparent = true;
    plan.outline = Image<float>(Size{8, 4}, 1.0f);
    plan.outline.at(0, 0) = 0.0f;
    const Plan square = on_canvas_asked(plan, asked({{"width", "4cm"}, {"height", "4cm"}}));
    EXPECT_EQ(square.outline.size(), (Size{8, 8}));
    for (const Plan& placed : {square, on_canvas_shaped(plan, {100, 100})}) {
        EXPECT_EQ(placed.outline.at(3, 1), 0.0f);  // beside the picture
        EXPECT_EQ(placed.outline.at(0, 2), 0.0f);
        EXPECT_EQ(placed.outline.at(1, 2), 1.0f);
        EXPECT_EQ(placed.outline.at(7, 5), 1.0f);
        EXPECT_EQ(placed.outline.at(7, 6), 0.0f);
    }
    // However long the canvas is, its outline stays small.
    EXPECT_LE(on_canvas_shaped(plan, {1000, 10}).outline.size().long_side(), 16);
}

}  // namespace
}  // namespace allaprima
