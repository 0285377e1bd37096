#include "exporting/pass_layers.h"

#include "exporting/sample_painting.h"

namespace allaprima {
namespace {

using testing::sample_painting;
using testing::sized;

Result<LayeredPicture> passes_of(const Painting& painting, Size size, int depth = 8,
                                 Observer* observer = nullptr) {
    SilentObserver silent;
    const ThreadPool workers(1);
    return pass_layers({.painting = painting,
                        .plan = *painting.plan,
                        .path = "a.ora",
                        .settings = sized(size),
                        .depth = depth,
                        .workers = workers,
                        .observer = observer ? *observer : silent});
}

/// What the lowest layers show, laid on each other as every program does it.
Image<Rgb> composite(const LayeredPicture& picture, size_t layers, Image<float>& alpha) {
    Image<Rgb> colour(picture.size);
    alpha = Image<float>(picture.size);
    for (size_t i = 0; i < layers; ++i) {
        const Raster& raster = picture.layers[i].raster;
        const Picture over = picture_of(raster, picture.full);
        for (int y = raster.area.y0; y < raster.area.y1; ++y)
            for (int x = raster.area.x0; x < raster.area.x1; ++x) {
                const float a = over.alpha.at(x - raster.area.x0, y - raster.area.y0);
                const float below = alpha.at(x, y) * (1.0f - a);
                if (a + below > 0.0f)
                    colour.at(x, y) = (over.colour.at(x - raster.area.x0, y - raster.area.y0) * a +
                                       colour.at(x, y) * below) *
                                      (1.0f / (a + below));
                alpha.at(x, y) = a + below;
            }
    }
    return colour;
}

TEST(PassLayers, ShowTheRenderingOfEveryPassExactly) {
    const Painting painting = sample_painting();
    for (const int depth : {8, 16}) {
        const Result<LayeredPicture> picture = passes_of(painting, {60, 45}, depth);
        ASSERT_TRUE(picture.ok());
        ASSERT_EQ(picture->layers.size(), 4u);
        EXPECT_EQ(picture->layers[0].name, "ground");
        EXPECT_EQ(picture->layers[1].name, "form");
        Image<float> alpha;
        EXPECT_EQ(composite(*picture, 4, alpha), picture_of(picture->merged, picture->full).colour);
        const Image<Rgb> rendered = testing::painted(*painting.plan, {60, 45}, Finish::Lit).colour;
        const float half_a_step = 0.5001f / static_cast<float>(picture->full);
        const Image<Rgb> shown = composite(*picture, 4, alpha);
        for (size_t i = 0; i < rendered.pixels().size(); ++i)
            EXPECT_NEAR(rendered.pixels()[i].g, shown.pixels()[i].g, half_a_step);
    }
}

TEST(PassLayers, AreClearWhereThePassChangedNothing) {
    Painting painting = sample_painting(0);
    Plan& plan = *painting.plan;
    plan.strokes = {testing::long_stroke()};
    plan.strokes[0].paint.shares = {1.0f};
    plan.passes = {{"nothing", 0}, {"one", 1}};
    const Result<LayeredPicture> picture = passes_of(painting, {80, 60});
    ASSERT_EQ(picture->layers.size(), 3u);
    EXPECT_EQ(picture->layers[1].raster.area, (PixelRect{0, 0, 1, 1}));
    EXPECT_EQ(picture->layers[1].raster.samples, std::vector<uint16_t>(4, 0));
    const PixelRect& area = picture->layers[2].raster.area;
    EXPECT_GT(area.y0, 10);
    EXPECT_LT(area.y1, 50);
    for (size_t i = 3; i < picture->layers[2].raster.samples.size(); i += 4)
        EXPECT_TRUE(picture->layers[2].raster.samples[i] == 0 || picture->layers[2].raster.samples[i] == 255);
}

TEST(PassLayers, ShowAPaintingWithoutGroundExactly) {
    Painting painting = sample_painting();
    painting.plan->transparent = true;
    const Result<LayeredPicture> picture = passes_of(painting, {60, 45});
    ASSERT_TRUE(picture.ok());
    EXPECT_TRUE(picture->alpha);
    ASSERT_EQ(picture->layers.size(), 3u) << "there is no ground";
    Image<float> alpha;
    const Image<Rgb> shown = composite(*picture, 3, alpha);
    const Picture merged = picture_of(picture->merged, picture->full);
    EXPECT_EQ(alpha, merged.alpha);
    size_t soft = 0;
    for (size_t i = 0; i < shown.pixels().size(); ++i) {
        soft += alpha.pixels()[i] > 0.0f && alpha.pixels()[i] < 1.0f ? 1 : 0;
        EXPECT_NEAR(shown.pixels()[i].r, merged.colour.pixels()[i].r, 1e-6f);
    }
    EXPECT_GT(soft, 0u);
}

TEST(PassLayers, OfACutOutEndAtItsOutline) {
    Painting painting = sample_painting();
    painting.plan->transparent = true;
    painting.plan->outline = testing::cut_out_plan(0).outline;
    const Result<LayeredPicture> picture = passes_of(painting, {60, 45});
    ASSERT_TRUE(picture.ok());
    ASSERT_EQ(picture->layers.size(), 4u);
    EXPECT_EQ(picture->layers[0].name, "ground");
    Image<float> alpha;
    composite(*picture, 4, alpha);
    EXPECT_EQ(alpha, picture_of(picture->merged, picture->full).alpha);
    EXPECT_EQ(alpha.at(50, 20), 0.0f);
    for (const PictureLayer& layer : picture->layers)
        EXPECT_LE(layer.raster.area.x1, layer.name == "ground" ? 60 : 33) << layer.name;
}

TEST(PassLayers, AnUnpaintedCanvasIsItsGround) {
    const Painting painting = [] {
        Painting bare = sample_painting(0);
        bare.plan->passes.clear();
        return bare;
    }();
    EXPECT_EQ(passes_of(painting, {8, 6})->layers.size(), 1u);
}

TEST(PassLayers, TooManyPixelsAreRefusedBeforeAnythingIsPainted) {
    const auto picture = passes_of(sample_painting(), {20000, 15000});
    ASSERT_FALSE(picture.ok());
    EXPECT_TRUE(picture.error().usage);
    EXPECT_NE(picture.error().message.find("ask for a smaller picture"), std::string::npos);
}

}  // namespace
}  // namespace allaprima
