// HEIC, AVIF and EXR, decoded in this process: each way of saying colours, each depth, each turn.

#include <OpenImageIO/imageio.h>

#include "base/test_folder.h"
#include "decoding/rare_sources.h"
#include "pictures/colour_cases.h"
#include "pictures/hostile/byte_text.h"
#include "pictures/hostile/heif_bytes.h"

namespace allaprima {
namespace {

using namespace testing;

struct Coding {
    const char* name;
    CodedPicture picture;
};

std::vector<Coding> codings() {
    return {{"AVIF ", coded_in_av1()},
            {"HEIC ", coded_in_hevc()},
            {"HEIC of 10 bits ", coded_in_hevc_of_ten_bits()}};
}

TEST(ReadHeifColours, ByProfileOrByBox) {
    const TestFolder folder;
    const std::string profile = heif_box("colr", "prof" + icc_profile());
    struct Way {
        const char* name;
        std::string boxes;
        Space space;
        const char* words;
    };
    const Way ways[] = {
        {"nclx", nclx_box(12, 13, 6), kP3Space, "Display P3, by its colr box"},
        {"nclx, BT.709", nclx_box(1, 1, 6), {kSame, light_709}, "BT.709 curve"},
        {"nclx, PQ", nclx_box(9, 16, 6), {kFrom2020, pq_light_203}, "BT.2020 primaries, PQ"},
        {"nclx that leaves it open", nclx_box(2, 2, 6), kSrgbSpace, "says nothing else"},
        {"ICC", profile, kP3Space, "ICC profile"},
        {"ICC before nclx", nclx_box(1, 13, 6) + profile, kP3Space, "ICC profile"},
        {"damaged ICC, nclx", heif_box("colr", "profno profile") + nclx_box(12, 13, 6), kP3Space, "colr box"},
    };
    for (const Coding& coding : codings())
        for (const Way& way : ways) {
            const std::string file = heif_file(coding.picture, way.boxes);
            ColourCase wanted = cell(std::string(coding.name) + way.name, file, way.space, way.words);
            wanted.tolerance = 4.0;
            expect_case(wanted, open_heif(file_of(folder.at("a"), file)));
        }
}

TEST(ReadHeifColours, TurnsAndMirrorsAsTheBoxesSay) {
    const TestFolder folder;
    // irot counts quarters against the clock; which of EXIF's orientations these are.
    constexpr std::array kTurned{1, 8, 3, 6};
    for (const Coding& coding : codings())
        for (int quarters = 0; quarters < 4; ++quarters) {
            const std::string file =
                heif_file(coding.picture, nclx_box(1, 13, 6) + heif_box("irot", bytes({quarters})));
            ColourCase wanted =
                cell(std::string(coding.name) + "irot " + std::to_string(quarters), file, kSrgbSpace, "");
            wanted.orientation = kTurned[static_cast<size_t>(quarters)];
            wanted.tolerance = 4.0;
            expect_case(wanted, open_heif(file_of(folder.at("a"), file)));
        }
}

TEST(ReadHeifColours, WhatIsCodedOtherwiseIsNotCalledDamaged) {
    const TestFolder folder;
    CodedPicture unknown = coded_in_av1();
    unknown.item = "vvc1";
    const auto source = open_heif(file_of(folder.at("a"), heif_file(unknown, "")));
    ASSERT_TRUE(source.ok());
    const Result<Photo> photo = decode_photo(**source, (*source)->layout().size);
    ASSERT_FALSE(photo.ok());
    EXPECT_NE(photo.error().message.find("coded in a way that is not read"), std::string::npos)
        << photo.error().message;
}

std::string exr_file(const std::string& path, OIIO::TypeDesc type, const std::vector<float>& chromaticities) {
    OIIO::ImageSpec spec(8, 4, 3, type);
    if (!chromaticities.empty())
        spec.attribute("chromaticities", OIIO::TypeDesc(OIIO::TypeDesc::FLOAT, 8), chromaticities.data());
    std::vector<float> samples;
    for (int i = 0; i < 8 * 4; ++i)
        for (const double value : i % 8 < 4 ? kLeft : kRight)
            samples.push_back(static_cast<float>(value / 255.0));
    const auto output = OIIO::ImageOutput::create("openexr");
    EXPECT_TRUE(output && output->open(path, spec) &&
                output->write_image(OIIO::TypeDesc::FLOAT, samples.data()) && output->close());
    return path;
}

TEST(ReadExrColours, ByChromaticities) {
    const TestFolder folder;
    struct Way {
        const char* name;
        std::vector<float> chromaticities;
        Space space;
        const char* words;
    };
    const Way ways[] = {
        {"nothing", {}, {kSame, same_light}, "linear"},
        {"AP1",
         {0.713f, 0.293f, 0.165f, 0.830f, 0.128f, 0.044f, 0.32168f, 0.33767f},
         {kFromAp1, same_light},
         "ACES AP1 primaries, linear, by its chromaticities"},
        {"BT.2020",
         {0.708f, 0.292f, 0.170f, 0.797f, 0.131f, 0.046f, 0.3127f, 0.3290f},
         {kFrom2020, same_light},
         "BT.2020"},
        {"one point",
         {0.3f, 0.3f, 0.3f, 0.3f, 0.3f, 0.3f, 0.3f, 0.3f},
         {kSame, same_light},
         "says nothing else"},
    };
    for (const OIIO::TypeDesc type : {OIIO::TypeDesc::HALF, OIIO::TypeDesc::FLOAT})
        for (const Way& way : ways) {
            const std::string path = exr_file(folder.at("a.exr"), type, way.chromaticities);
            expect_case(cell(std::string("EXR ") + way.name, "", way.space, way.words),
                        open_by_oiio(path, PictureFormat::OpenExr));
        }
}

}  // namespace
}  // namespace allaprima
