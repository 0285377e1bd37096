// The layered files as other readers see them.

#include <OpenImageIO/imageio.h>
#include <zip.h>

#include <pugixml.hpp>

#include "exporting/part_layers.h"
#include "exporting/pass_layers.h"
#include "exporting/sample_painting.h"
#include "exporting/write_ora.h"
#include "exporting/write_psd.h"

namespace allaprima {
namespace {

using testing::exported;
using testing::sample_painting;
using testing::sized;
using testing::TestFolder;

/// One picture of a file, as its reader gives it.
struct Pixels {
    OIIO::ImageSpec spec;
    std::vector<uint16_t> samples;
};

std::vector<Pixels> pictures_of(const std::string& path) {
    std::vector<Pixels> pictures;
    OIIO::ImageSpec hints;
    hints.attribute("oiio:UnassociatedAlpha", 1);
    const auto in = OIIO::ImageInput::open(path, &hints);
    EXPECT_TRUE(in) << OIIO::geterror();
    for (int i = 0; in && in->seek_subimage(i, 0); ++i) {
        Pixels one{in->spec(), {}};
        one.samples.resize(one.spec.image_pixels() * static_cast<size_t>(one.spec.nchannels));
        EXPECT_TRUE(in->read_image(i, 0, 0, -1, OIIO::TypeDesc::UINT16, one.samples.data()))
            << in->geterror();
        pictures.push_back(std::move(one));
    }
    return pictures;
}

/// OpenImageIO sees layers of 16 bits only where those of 8 bits stand: moves them there.
void move_deep_layers(const std::string& path) {
    constexpr size_t kEmptyLayersAndMask = 8, kKey = 8;
    std::string bytes = testing::bytes_of_file(path);
    const size_t key = bytes.find("8BIMLr16");
    ASSERT_NE(key, std::string::npos);
    const auto number = [&](size_t at) {
        uint32_t value = 0;
        for (size_t i = 0; i < 4; ++i)
            value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
        return value;
    };
    const size_t section = key - kEmptyLayersAndMask - 4;
    const uint32_t length = number(section) - kEmptyLayersAndMask - kKey + 4;
    bytes.insert(key + kKey + 4 + number(key + kKey), 4, '\0');  // no mask
    bytes.erase(key - kEmptyLayersAndMask, kEmptyLayersAndMask + kKey);
    for (size_t i = 0; i < 4; ++i)
        bytes[section + i] = static_cast<char>(length >> (24 - 8 * i) & 255);
    std::ofstream(path, std::ios::binary) << bytes;
}

/// Whether the picture's samples are those of the raster; its alpha, where it has one, too.
void expect_shows(const Pixels& picture, const Raster& raster, int full) {
    ASSERT_EQ(picture.spec.width, raster.area.width());
    ASSERT_EQ(picture.spec.height, raster.area.height());
    const auto channels = static_cast<size_t>(picture.spec.nchannels);
    size_t different = 0;
    for (size_t i = 0; i < raster.samples.size() / 4; ++i)
        for (size_t k = 0; k < channels; ++k)
            different += raster.samples[4 * i + 3] != 0 && picture.samples[channels * i + k] !=
                                                               raster.samples[4 * i + k] * (65535 / full)
                             ? 1
                             : 0;
    EXPECT_EQ(different, 0u);
}

ExportSettings by_passes() {
    ExportSettings asked;
    asked.layers.sort = LayerSort::Passes;
    return asked;
}

LayeredPicture plain_layers_of(const Painting& painting, Size size, int depth) {
    SilentObserver silent;
    const ThreadPool workers(1);
    return pass_layers({.painting = painting,
                        .plan = *painting.plan,
                        .path = "a",
                        .settings = sized(size),
                        .depth = depth,
                        .workers = workers,
                        .observer = silent})
        .value();
}

TEST(WritePsd, AnotherReaderSeesLayersAndPicture) {
    const TestFolder folder;
    for (const bool transparent : {false, true})
        for (const int depth : {8, 16}) {
            Painting painting = sample_painting();
            painting.plan->transparent = transparent;
            painting.plan->passes[2].name = "glaze \u00e9\U0001f3a8";
            ASSERT_TRUE(exported(kPhotoshopDocument, painting, folder.at("a.psd"), sized({61, 47}), depth,
                                 nullptr, by_passes())
                            .ok());
            const LayeredPicture wanted = plain_layers_of(painting, {61, 47}, depth);
            if (depth == 16)
                move_deep_layers(folder.at("a.psd"));
            const std::vector<Pixels> found = pictures_of(folder.at("a.psd"));
            ASSERT_EQ(found.size(), wanted.layers.size() + 1) << depth << transparent;
            EXPECT_EQ(found[0].spec.format, depth == 16 ? OIIO::TypeDesc::UINT16 : OIIO::TypeDesc::UINT8);
            EXPECT_NEAR(found[0].spec.get_float_attribute("XResolution"), 300.0f, 0.01f);
            EXPECT_NE(found[0].spec.find_attribute("ICCProfile"), nullptr);
            if (!transparent)
                expect_shows(found[0], wanted.merged, wanted.full);
            for (size_t i = 0; i < wanted.layers.size(); ++i) {
                EXPECT_EQ(found[i + 1].spec.x, wanted.layers[i].raster.area.x0);
                EXPECT_EQ(found[i + 1].spec.y, wanted.layers[i].raster.area.y0);
                EXPECT_EQ(found[i + 1].spec.get_string_attribute("oiio:subimagename"), wanted.layers[i].name);
                expect_shows(found[i + 1], wanted.layers[i].raster, wanted.full);
            }
        }
}

TEST(WritePsd, RefusesWhatTheFormatCannotHold) {
    const TestFolder folder;
    const auto notes =
        exported(kPhotoshopDocument, sample_painting(), folder.at("a.psd"), sized({kLongestPsdSide + 1, 1}));
    ASSERT_FALSE(notes.ok());
    EXPECT_NE(notes.error().message.find("at most 30000 pixels"), std::string::npos);
    EXPECT_TRUE(folder.names().empty());
}

std::string entry_of(zip_t* zip, const char* name) {
    zip_stat_t about{};
    EXPECT_EQ(zip_stat(zip, name, 0, &about), 0) << name;
    std::string bytes(about.size, '\0');
    zip_file_t* file = zip_fopen(zip, name, 0);
    EXPECT_EQ(zip_fread(file, bytes.data(), bytes.size()), static_cast<zip_int64_t>(bytes.size()));
    zip_fclose(file);
    return bytes;
}

TEST(WriteOra, AnotherReaderSeesLayersAndPicture) {
    const TestFolder folder;
    const Painting painting = sample_painting();
    for (const int depth : {8, 16}) {
        ASSERT_TRUE(exported(kOpenRaster, painting, folder.at("a.ora"), sized({300, 225}), depth, nullptr,
                             by_passes())
                        .ok());
        const LayeredPicture wanted = plain_layers_of(painting, {300, 225}, depth);
        int fault = 0;
        zip_t* zip = zip_open(folder.at("a.ora").c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &fault);
        ASSERT_NE(zip, nullptr);
        const auto picture_in = [&](const char* name) {
            std::ofstream(folder.at("b.png"), std::ios::binary) << entry_of(zip, name);
            return pictures_of(folder.at("b.png")).at(0);
        };
        EXPECT_EQ(testing::bytes_of_file(folder.at("a.ora")).substr(30, 24), "mimetypeimage/openraster");
        pugi::xml_document stack;
        ASSERT_TRUE(stack.load_string(entry_of(zip, "stack.xml").c_str()));
        EXPECT_EQ(stack.child("image").attribute("w").as_int(), 300);
        EXPECT_EQ(stack.child("image").attribute("xres").as_int(), 300);
        size_t left = wanted.layers.size();
        for (const pugi::xml_node layer : stack.child("image").child("stack").children("layer")) {
            const PictureLayer& expected = wanted.layers.at(--left);
            EXPECT_EQ(layer.attribute("name").value(), expected.name);
            EXPECT_EQ(layer.attribute("x").as_int(), expected.raster.area.x0);
            EXPECT_EQ(layer.attribute("y").as_int(), expected.raster.area.y0);
            expect_shows(picture_in(layer.attribute("src").value()), expected.raster, wanted.full);
        }
        EXPECT_EQ(left, 0u);
        expect_shows(picture_in("mergedimage.png"), wanted.merged, wanted.full);
        EXPECT_EQ(picture_in("Thumbnails/thumbnail.png").spec.width, 256);
        EXPECT_EQ(picture_in("Thumbnails/thumbnail.png").spec.height, 192);
        zip_discard(zip);
        std::filesystem::remove(folder.at("a.ora"));
    }
}

TEST(WriteOra, PartsStandInGroups) {
    const TestFolder folder;
    ASSERT_TRUE(exported(kOpenRaster, testing::touched_painting(), folder.at("a.ora"), sized({60, 45})).ok());
    int fault = 0;
    zip_t* zip = zip_open(folder.at("a.ora").c_str(), ZIP_RDONLY, &fault);
    ASSERT_NE(zip, nullptr);
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(entry_of(zip, "stack.xml").c_str()));
    zip_discard(zip);
    std::vector<std::string> seen;
    for (const pugi::xml_node group : document.child("image").child("stack").children("stack"))
        for (const pugi::xml_node layer : group.children("layer"))
            seen.push_back(std::string(group.attribute("name").value()) + "/" +
                           layer.attribute("name").value() + " " + layer.attribute("composite-op").value());
    EXPECT_EQ(seen,
              (std::vector<std::string>{"Signature/signature svg:src-over", "Spatter/spatter svg:src-over",
                                        "Relief/Light svg:hard-light", "Subject/Figure svg:src-over",
                                        "Motifs/flag svg:src-over", "Background/Painting svg:src-over"}));
}

TEST(WritePsd, PartsStandInGroupsWithAMask) {
    const TestFolder folder;
    ASSERT_TRUE(
        exported(kPhotoshopDocument, testing::touched_painting(), folder.at("a.psd"), sized({60, 45})).ok());
    const std::string bytes = testing::bytes_of_file(folder.at("a.psd"));
    const auto count = [&](std::string_view text) {
        size_t found = 0;
        for (size_t at = bytes.find(text); at != std::string::npos; at = bytes.find(text, at + 1))
            ++found;
        return found;
    };
    EXPECT_EQ(count("8BIMlsct"), 12u) << "six groups, each with its end";
    EXPECT_EQ(count("8BIMhLit"), 1u);
    const std::string records = bytes.substr(0, bytes.rfind("8BIMlsct"));
    EXPECT_NE(records.find(std::string("\xff\xfe", 2)), std::string::npos) << "a mask among the channels";
    Painting none = testing::touched_painting();
    none.start.figure = {};
    none.start.motifs = {};
    ASSERT_TRUE(exported(kPhotoshopDocument, none, folder.at("b.psd"), sized({60, 45})).ok());
    const std::string without = testing::bytes_of_file(folder.at("b.psd"));
    EXPECT_EQ(without.substr(0, without.rfind("8BIMlsct")).find(std::string("\xff\xfe", 2)),
              std::string::npos);
}

TEST(WriteOra, LeavesNothingButTheFile) {
    const TestFolder folder;
    ASSERT_TRUE(exported(kOpenRaster, sample_painting(), folder.at("a.ora"), sized({20, 15})).ok());
    EXPECT_EQ(folder.names(), std::vector<std::string>{"a.ora"});
}

}  // namespace
}  // namespace allaprima
