#include "engine/make_picture.h"

#include <OpenImageIO/imageio.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>

#include "base/test_folder.h"
#include "briefs/gather_materials.h"
#include "pictures/write_relief.h"
#include "pigment/recipe_book.h"
#include "rendering/render.h"

namespace allaprima {
namespace {

using testing::TestFolder;

/// A thick light stroke and a saturated green one on a canvas of 40 × 30 mm.
Plan two_strokes() {
    const Result<Materials> materials = gather_materials(Hand{});
    EXPECT_TRUE(materials.ok());
    Plan plan;
    plan.width_mm = 40.0f;
    plan.height_mm = 30.0f;
    plan.ground = {0.8f, 0.78f, 0.7f};
    plan.planned_pixel_mm = 0.4f;
    plan.materials = *materials;
    const RecipeBook book(plan.materials.palette);
    for (const Rgb colour : {Rgb{0.95f, 0.9f, 0.8f}, Rgb{0.0f, 0.75f, 0.3f}}) {
        const float y = plan.strokes.empty() ? 9.0f : 21.0f;
        const Recipe recipe = book.nearest(colour);
        Stroke stroke;
        stroke.path.points = {Vec2{5.0f, y}, Vec2{20.0f, y}, Vec2{35.0f, y}};
        stroke.width_start = stroke.width_end = 9.0f;
        stroke.load = 0.9f;
        stroke.paint = {recipe.colour, recipe.shares, recipe.miss};
        plan.strokes.push_back(stroke);
    }
    plan.passes = {{"form", 2, Coat::Body}};
    return plan;
}

Brief small_picture() {
    Brief brief;
    brief.output.long_side = 120;
    return brief;
}

Result<Made> made(const Brief& brief, const std::string& path) {
    SilentObserver observer;
    Result<PictureOrder> order = order_picture(brief, {path}, two_strokes());
    return order ? make_picture(two_strokes(), *order, ThreadPool(1), observer, {})
                 : Result<Made>(order.error());
}

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A picture as its file tells it.
struct Opened {
    OIIO::ImageSpec spec;
    std::vector<float> samples;

    explicit Opened(const std::string& path) {
        OIIO::ImageSpec as_it_is;
        as_it_is.attribute("oiio:RawColor", 1);
        const auto file = OIIO::ImageInput::open(path, &as_it_is);
        EXPECT_TRUE(file) << OIIO::geterror();
        if (!file)
            return;
        spec = file->spec();
        samples.resize(spec.image_pixels() * static_cast<size_t>(spec.nchannels));
        EXPECT_TRUE(file->read_image(0, 0, 0, spec.nchannels, OIIO::TypeDesc::FLOAT, samples.data()));
    }

    double dots_per_inch() const {
        const double unit = spec.get_string_attribute("ResolutionUnit") == "cm" ? 2.54 : 1.0;
        return unit * spec.get_float_attribute("XResolution");
    }
};

TEST(MakePicture, EveryFormatTellsItsResolution) {
    const TestFolder folder;
    Brief brief;
    brief.output.width_mm = 25.4;
    brief.output.dpi = 152.0;
    for (const char* name : {"a.png", "a.tif", "a.jpg"}) {
        ASSERT_TRUE(made(brief, folder.at(name)).ok()) << name;
        const Opened picture(folder.at(name));
        EXPECT_EQ(picture.spec.width, 152) << name;
        EXPECT_EQ(picture.spec.height, 114) << name << ": the height follows";
        EXPECT_NEAR(picture.dots_per_inch(), 152.0, 0.05) << name;
    }
}

TEST(MakePicture, AnExrHoldsHeightsInMillimetres) {
    const TestFolder folder;
    Brief brief = small_picture();
    brief.finish = Finish::Relief;
    ASSERT_TRUE(made(brief, folder.at("a.exr")).ok());
    ASSERT_TRUE(made(brief, folder.at("a.tif")).ok());
    const Opened heights(folder.at("a.exr")), steps(folder.at("a.tif"));
    EXPECT_EQ(heights.spec.nchannels, 1);
    EXPECT_EQ(heights.spec.format, OIIO::TypeDesc::FLOAT);
    EXPECT_EQ(steps.spec.nchannels, 1);
    EXPECT_EQ(steps.spec.format, OIIO::TypeDesc::UINT16);
    EXPECT_NE(steps.spec.get_string_attribute("ImageDescription").find("-0.1 mm (0) to 1.9 mm (full)"),
              std::string::npos);
    float highest = 0.0f;
    for (size_t i = 0; i < heights.samples.size(); ++i) {
        highest = std::max(highest, heights.samples[i]);
        ASSERT_NEAR(heights.samples[i], kLowestRelief + steps.samples[i] * (kHighestRelief - kLowestRelief),
                    2.0f / 65535.0f);
    }
    EXPECT_GT(highest, 0.2f) << "mm of thick paint";
    EXPECT_LT(highest, 1.5f);
}

TEST(MakePicture, NormalsAreMeasuresWithoutAProfile) {
    const TestFolder folder;
    Brief brief = small_picture();
    brief.finish = Finish::Normals;
    ASSERT_TRUE(made(brief, folder.at("a.png")).ok());
    const Opened normals(folder.at("a.png"));
    EXPECT_EQ(normals.spec.format, OIIO::TypeDesc::UINT16);
    EXPECT_EQ(normals.spec.find_attribute("ICCProfile"), nullptr);
    for (size_t i = 0; i < normals.samples.size(); i += 3) {
        float squares = 0.0f;
        for (size_t k = i; k < i + 3; ++k)
            squares += (2.0f * normals.samples[k] - 1.0f) * (2.0f * normals.samples[k] - 1.0f);
        ASSERT_NEAR(squares, 1.0f, 2e-4f);
    }
}

TEST(MakePicture, AnStlIsASolidOfTheRelief) {
    const TestFolder folder;
    Brief brief;
    brief.output.long_side = 30;
    ASSERT_TRUE(made(brief, folder.at("a.stl")).ok());
    const std::string bytes = bytes_of(folder.at("a.stl"));
    EXPECT_EQ((bytes.size() - 84) % 50, 0u);
    EXPECT_GT(bytes.size(), 84 + 50 * 2u * 29u * 22u) << "two triangles for each square of the surface";
    brief.output.long_side = kLongestReliefSide + 1;
    const Result<Made> refused = made(brief, folder.at("b.stl"));
    ASSERT_FALSE(refused.ok());
    EXPECT_NE(refused.error().message.find("--long 2 to 4096"), std::string::npos) << refused.error().message;
}

TEST(MakePicture, OneLightGivesTheSameBytes) {
    const TestFolder folder;
    Brief brief = small_picture();
    auto lit_from = [&](float azimuth, const char* name) {
        brief.light = {azimuth, 20.0f};
        EXPECT_TRUE(made(brief, folder.at(name)).ok());
        return bytes_of(folder.at(name));
    };
    const std::string first = lit_from(0.0f, "a.png");
    EXPECT_TRUE(first == lit_from(0.0f, "b.png"));
    EXPECT_TRUE(first == lit_from(360.0f, "c.png")) << "once around";
    EXPECT_FALSE(first == lit_from(90.0f, "d.png"));
}

constexpr const char* kScreen = "/usr/share/color/icc/compatibleWithAdobeRGB1998.icc";
constexpr const char* kPress = "/usr/share/color/icc/ghostscript/default_cmyk.icc";

Brief for_profile(const char* profile) {
    Brief brief = small_picture();
    brief.icc = profile;
    return brief;
}

TEST(MakePicture, AScreensProfileTravelsAlongAndItsGamutIsReported) {
    const TestFolder folder;
    for (const char* name : {"a.png", "a.jpg", "a.tif"}) {
        const Result<Made> picture = made(for_profile(kScreen), folder.at(name));
        ASSERT_TRUE(picture.ok()) << picture.error().message;
        ASSERT_TRUE(picture->gamut);
        EXPECT_NE(picture->gamut->device.find("RGB"), std::string::npos) << picture->gamut->device;
        EXPECT_LT(picture->gamut->mean_miss, 1.0);
        const Opened file(folder.at(name));
        const OIIO::ParamValue* profile = file.spec.find_attribute("ICCProfile");
        ASSERT_NE(profile, nullptr) << name;
        EXPECT_EQ(std::string(static_cast<const char*>(profile->data()), profile->datasize()),
                  bytes_of(kScreen))
            << name;
    }
    EXPECT_FALSE(made(small_picture(), folder.at("plain.png"))->gamut) << "nobody asked";
}

TEST(MakePicture, APressHasFourInksAndASmallerGamut) {
    const TestFolder folder;
    const Result<Made> printed = made(for_profile(kPress), folder.at("a.tif"));
    ASSERT_TRUE(printed.ok()) << printed.error().message;
    EXPECT_EQ(Opened(folder.at("a.tif")).spec.nchannels, 4);
    const Result<Made> shown = made(for_profile(kScreen), folder.at("b.tif"));
    EXPECT_GT(printed->gamut->out_share, shown->gamut->out_share) << "the green is beyond ink";
    EXPECT_GT(printed->gamut->worst_miss, 3.0);
}

TEST(MakePicture, ProfilesThatDoNotFitAreRefusedInOneLine) {
    const TestFolder folder;
    const auto refused = [&](const Brief& brief, const char* name, const std::string& reason) {
        const Result<Made> picture = made(brief, folder.at(name));
        ASSERT_FALSE(picture.ok()) << name;
        EXPECT_TRUE(picture.error().usage);
        EXPECT_NE(picture.error().message.find(reason), std::string::npos) << picture.error().message;
        EXPECT_EQ(picture.error().message.find('\n'), std::string::npos);
    };
    refused(for_profile("/nowhere/press.icc"), "a.png", "there is no profile /nowhere/press.icc");
    refused(for_profile(kPress), "a.png", "in CMYK; use .tif");
    refused(for_profile(kPress), "a.jpg", "in CMYK; use .tif");
    refused(for_profile(kScreen), "a.exr", "leave --icc out");
    EXPECT_TRUE(folder.names().empty());
}

TEST(MakePicture, AFrameStandsAroundWhatHasColoursAndIsWhole) {
    const TestFolder folder;
    Brief brief = small_picture();
    brief.framing = {.frame = FrameKind::Oak, .frame_mm = 4.0, .mat_mm = 5.0};
    SilentObserver observer;
    const ThreadPool workers(2);
    Result<PictureOrder> order = order_picture(brief, {folder.at("a.png")}, two_strokes());
    ASSERT_TRUE(order.ok()) << order.error().message;
    std::string pixels;
    const Result<Made> framed =
        make_picture(two_strokes(), *order, workers, observer, [&](const CompletePicture& complete) {
            pixels = complete.pixels;
            return Status(Done{});
        });
    ASSERT_TRUE(framed.ok()) << framed.error().message;
    EXPECT_EQ(framed->size, (Size{174, 144}));
    EXPECT_EQ(*painted_pixels(two_strokes(), brief, workers, observer), pixels);
    Result<PictureOrder> part =
        order_picture(brief, {folder.at("part.png")}, two_strokes(), PixelRect{10, 10, 40, 30});
    EXPECT_EQ(make_picture(two_strokes(), *part, workers, observer, {})->size, (Size{30, 20}));
    brief.finish = Finish::Relief;
    EXPECT_EQ(made(brief, folder.at("relief.png"))->size, (Size{120, 90}));
}

}  // namespace
}  // namespace allaprima
