#include "exporting/part_layers.h"

#include <algorithm>
#include <cmath>

#include "exporting/sample_painting.h"

namespace allaprima {
namespace {

using testing::sized;
using testing::touched_painting;

Result<LayeredPicture> parts_of(const Painting& painting, Finish finish = Finish::Lit, int depth = 8) {
    SilentObserver silent;
    const ThreadPool workers(1);
    return part_layers({.painting = painting,
                        .plan = *painting.plan,
                        .path = "a.psd",
                        .settings = sized({60, 45}, finish),
                        .depth = depth,
                        .workers = workers,
                        .observer = silent});
}

std::vector<std::string> names_of(const LayeredPicture& picture) {
    std::vector<std::string> names;
    for (const PictureLayer& layer : picture.layers)
        names.push_back(layer.group + "/" + layer.name);
    return names;
}

float blended(Blend blend, float below, float above) {
    if (blend == Blend::Normal)
        return above;
    return above <= 0.5f ? 2.0f * above * below : 1.0f - 2.0f * (1.0f - above) * (1.0f - below);
}

/// What the layers show where all of them together are opaque, as every program lays them on each other.
Image<Rgb> shown(const LayeredPicture& picture, size_t layers) {
    Image<Rgb> colour(picture.size);
    for (size_t i = 0; i < layers; ++i) {
        const PictureLayer& layer = picture.layers[i];
        const PixelRect& area = layer.raster.area;
        const Picture over = picture_of(masked(layer, picture.full), picture.full);
        for (int y = area.y0; y < area.y1; ++y)
            for (int x = area.x0; x < area.x1; ++x) {
                const Rgb above = over.colour.at(x - area.x0, y - area.y0);
                const float alpha = over.alpha.at(x - area.x0, y - area.y0);
                Rgb& below = colour.at(x, y);
                const Rgb mixed{blended(layer.blend, below.r, above.r),
                                blended(layer.blend, below.g, above.g),
                                blended(layer.blend, below.b, above.b)};
                below = mixed * alpha + below * (1.0f - alpha);
            }
    }
    return colour;
}

float most_off(const Image<Rgb>& a, const Image<Rgb>& b) {
    float most = 0.0f;
    for (size_t i = 0; i < a.pixels().size(); ++i) {
        const Rgb off = a.pixels()[i] - b.pixels()[i];
        most = std::max({most, std::abs(off.r), std::abs(off.g), std::abs(off.b)});
    }
    return most;
}

TEST(PartLayers, StandInGroupsAndShowTheRendering) {
    const Painting painting = touched_painting();
    for (const int depth : {8, 16}) {
        const Result<LayeredPicture> picture = parts_of(painting, Finish::Lit, depth);
        ASSERT_TRUE(picture.ok());
        EXPECT_EQ(names_of(*picture),
                  (std::vector<std::string>{"Background/Painting", "Motifs/flag", "Subject/Figure",
                                            "Relief/Light", "Spatter/spatter", "Signature/signature"}));
        const Image<Rgb> rendered = picture_of(picture->merged, picture->full).colour;
        EXPECT_EQ(rendered.size(), (Size{60, 45}));
        EXPECT_LT(most_off(shown(*picture, 6), rendered), 2.001f / static_cast<float>(picture->full))
            << depth;
    }
}

TEST(PartLayers, BackgroundWithoutReliefIsThePaintingUnlit) {
    const Painting painting = touched_painting();
    const Result<LayeredPicture> picture = parts_of(painting);
    const Image<Rgb> unlit = testing::painted(up_to(*painting.plan, 1), {60, 45}, Finish::Unlit).colour;
    EXPECT_LT(most_off(shown(*picture, 3), unlit), 0.51f / 255.0f);
    EXPECT_EQ(names_of(*parts_of(painting, Finish::Unlit)),
              (std::vector<std::string>{"Background/Painting", "Motifs/flag", "Subject/Figure",
                                        "Spatter/spatter", "Signature/signature"}));
}

TEST(PartLayers, ADropHasTheAlphaOfItsPaintAndNoFringe) {
    const Painting painting = touched_painting();
    const Result<LayeredPicture> picture = parts_of(painting, Finish::Unlit, 16);
    const PictureLayer& drop = picture->layers[3];
    const float full = 65535.0f;
    Plan alone = *painting.plan;
    alone.strokes = {alone.strokes[30]};
    alone.passes = {{kSpatterPass, 1}};
    alone.transparent = true;
    const Picture cover = testing::painted(alone, {60, 45}, Finish::Unlit);
    float most = 0.0f;
    size_t soft = 0;
    for (int y = drop.raster.area.y0; y < drop.raster.area.y1; ++y)
        for (int x = drop.raster.area.x0; x < drop.raster.area.x1; ++x) {
            const float alpha = static_cast<float>(drop.raster.at(x, y)[3]) / full;
            EXPECT_GE(alpha, cover.alpha.at(x, y) - 1e-3f);
            most = std::max(most, alpha);
            soft += alpha > 0.02f && alpha < 0.98f ? 1 : 0;
        }
    EXPECT_GT(most, 0.6f);
    EXPECT_GT(soft, 10u);
}

TEST(PartLayers, WithoutAFigureThereIsNoSubject) {
    Painting painting = touched_painting();
    painting.start.figure = {};
    EXPECT_EQ(parts_of(painting)->layers.size(), 5u);
}

TEST(PartLayers, AMotifIsMaskedByWhereItIsSeen) {
    Painting painting = touched_painting();
    std::vector<Motif>& motifs = painting.start.brief.motifs;
    motifs.resize(4, {.file = "sky/flag.png"});
    motifs[1] = {.file = "tower.old.jpg"};
    motifs[3] = motifs[0];
    // The third is seen nowhere.
    painting.start.motifs.resize(4, painting.start.motifs[0]);
    painting.start.motifs[2] = Image<float>({12, 9});
    const Result<LayeredPicture> picture = parts_of(painting);
    EXPECT_EQ(names_of(*picture),
              (std::vector<std::string>{"Background/Painting", "Motifs/flag", "Motifs/tower.old",
                                        "Motifs/flag 2", "Subject/Figure", "Relief/Light", "Spatter/spatter",
                                        "Signature/signature"}));
    const PictureLayer& flag = picture->layers[1];
    EXPECT_EQ(flag.mask.size(), static_cast<size_t>(flag.raster.area.width() * flag.raster.area.height()));
    EXPECT_NEAR(*std::ranges::max_element(flag.mask), 128, 1);
    EXPECT_GT(flag.raster.area.x0, 30);
    painting.start.motifs = {};
    EXPECT_EQ(names_of(*parts_of(painting))[1], "Subject/Figure") << "as in files of format 5";
}

}  // namespace
}  // namespace allaprima
