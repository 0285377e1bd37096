#include "last_touches/last_touches.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>

#include "base/test_folder.h"
#include "briefs/gather_materials.h"
#include "engine/inputs.h"
#include "image/cie.h"
#include "pictures/write_picture.h"
#include "rendering/render.h"

namespace allaprima {
namespace {

using testing::TestFolder;

constexpr Size kSize{96, 72};

/// A grey picture of 96 × 72 mm with a face, and its empty plan.
struct GreyScene {
    Reference reference{.colour = Image<Rgb>(kSize, Rgb{0.5f, 0.5f, 0.5f}), .ground = {0.5f, 0.5f, 0.5f}};
    Study study;
    Plan plan;

    explicit GreyScene(const std::string& palette = "full") {
        Hand hand;
        hand.palette = palette;
        const Result<Materials> materials = gather_materials(hand);
        EXPECT_TRUE(materials.ok());
        study.faces = {{.box = {0.3f, 0.2f, 0.4f, 0.5f}}};
        plan.width_mm = 96.0f;
        plan.height_mm = 72.0f;
        plan.ground = reference.ground;
        plan.planned_pixel_mm = 1.0f;
        plan.materials = *materials;
    }

    Status finish(const Brief& brief) {
        const Result<TouchInputs> inputs = read_touch_inputs(brief);
        if (!inputs)
            return inputs.error();
        std::vector<std::string> warnings;
        const Result<Plan> touches =
            make_last_touches(brief, study, reference, plan.materials, *inputs, warnings);
        if (!touches)
            return touches.error();
        lay_last_touches(plan, *touches);
        return Done{};
    }
    std::string refusal(const Brief& brief) {
        const Status status = finish(brief);
        EXPECT_TRUE(!status.ok() && status.error().usage);
        return status.ok() ? "" : status.error().message;
    }
};

Brief spattered_and_signed() {
    Brief brief;
    Spatter blue;
    blue.region.kind = Region::Kind::Everywhere;
    blue.colour = "#203080";
    brief.spatters.resize(1);
    brief.spatters.push_back(blue);
    brief.signature.text = "A. Mey";
    return brief;
}

TEST(LastTouches, AddsPassesInTheOrderOfTheBrief) {
    GreyScene scene;
    scene.plan.strokes.resize(2);
    scene.plan.passes = {{"form", 2, Coat::Body}};
    ASSERT_TRUE(scene.finish(spattered_and_signed()).ok());
    std::vector<std::string> names;
    size_t strokes = 0;
    for (const Pass& pass : scene.plan.passes) {
        names.push_back(pass.name);
        strokes += static_cast<size_t>(pass.strokes);
    }
    EXPECT_EQ(names, (std::vector<std::string>{"form", "spatter", "spatter", "signature"}));
    EXPECT_EQ(strokes, scene.plan.strokes.size());
    for (const Stroke& stroke : scene.plan.strokes)
        ASSERT_LT(static_cast<size_t>(stroke.brush), scene.plan.materials.brushes.size());
    const Plan once = scene.plan;
    GreyScene again;
    again.plan.strokes.resize(2);
    again.plan.passes = {{"form", 2, Coat::Body}};
    ASSERT_TRUE(again.finish(spattered_and_signed()).ok());
    EXPECT_EQ(again.plan, once);
}

TEST(LastTouches, AskedForNothingChangesNothing) {
    GreyScene scene;
    const Plan before = scene.plan;
    ASSERT_TRUE(scene.finish(Brief{}).ok());
    EXPECT_EQ(scene.plan, before);
}

TEST(LastTouches, WhatIsThrownAndSignedIsSeen) {
    for (const char* palette : {"full", "rgb"}) {
        GreyScene scene(palette);
        Brief brief;
        Spatter spatter;
        spatter.region.kind = Region::Kind::Box;
        spatter.region.box = {0.0f, 0.0f, 1.0f, 0.5f};
        spatter.amount = 0.6f;
        brief.spatters.assign(1, spatter);
        brief.signature = {.text = "A. Mey", .file = {}, .colour = {}, .height_mm = 9.0f};
        ASSERT_TRUE(scene.finish(brief).ok());
        const Picture picture = render_picture(
            scene.plan, {.size = {384, 288}, .finish = Finish::Unlit, .light = {}}, ThreadPool(1));
        int red = 0, written = 0;
        const Rgb ground = picture.colour.at(2, 280);
        for (int y = 0; y < 288; ++y)
            for (int x = 0; x < 384; ++x) {
                const Rgb c = picture.colour.at(x, y);
                red += y < 144 && c.r - c.g > 0.3f ? 1 : 0;
                const bool differs =
                    std::fabs(lab_of_srgb(c).lightness - lab_of_srgb(ground).lightness) > 25.0f;
                written += y > 216 && differs ? 1 : 0;
            }
        EXPECT_GT(red, 384 * 144 / 5) << palette;
        EXPECT_GT(written, 400) << palette;
    }
}

TEST(LastTouches, RefusesBeforeThereAreStrokes) {
    Brief brief;
    brief.spatters.resize(1);
    brief.spatters[0].colour = "octarine";
    EXPECT_NE(GreyScene().refusal(brief).find("'octarine'"), std::string::npos);
    brief.spatters.assign(1, Spatter());
    GreyScene faceless;
    faceless.study.faces.clear();
    EXPECT_NE(faceless.refusal(brief).find("no face"), std::string::npos);
    brief.spatters[0].region.kind = Region::Kind::Mask;
    brief.spatters[0].region.mask = "/no/such/mask.png";
    EXPECT_FALSE(GreyScene().finish(brief).ok());
    brief.spatters.clear();
    brief.signature.text = "{}";
    EXPECT_NE(GreyScene().refusal(brief).find("'{', '}'"), std::string::npos);
    brief.signature = {.text = {}, .file = "/no/such/name.svg", .colour = {}};
    EXPECT_EQ(GreyScene().refusal(brief), "there is no file /no/such/name.svg");
}

TEST(LastTouches, ReadsMasksAndDrawings) {
    const TestFolder folder;
    const std::string mask = folder.at("mask.png"), drawing = folder.at("name.svg");
    Picture right{Image<Rgb>({40, 30}), {}};
    for (int y = 0; y < 30; ++y)
        for (int x = 20; x < 40; ++x)
            right.colour.at(x, y) = {1.0f, 1.0f, 1.0f};
    ASSERT_TRUE(write_picture(mask, right, {}).ok());
    std::ofstream(drawing) << "<svg><path d='M0 0C5 9 9 -5 14 4'/></svg>";
    Brief brief;
    brief.spatters.resize(1);
    brief.spatters[0].region.kind = Region::Kind::Mask;
    brief.spatters[0].region.mask = mask;
    brief.signature.file = drawing;
    GreyScene scene;
    ASSERT_TRUE(scene.finish(brief).ok());
    const auto spattered = static_cast<size_t>(scene.plan.passes.at(0).strokes);
    const auto left =
        std::count_if(scene.plan.strokes.begin(), scene.plan.strokes.begin() + static_cast<long>(spattered),
                      [](const Stroke& s) { return s.path.at(0.5f).x < 48.0f; });
    EXPECT_LT(static_cast<double>(left), 0.25 * static_cast<double>(spattered));
    EXPECT_EQ(scene.plan.passes.at(1).strokes, 4) << "the curve in four parts";
}

}  // namespace
}  // namespace allaprima
