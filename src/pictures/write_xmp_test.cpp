#include "pictures/write_xmp.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <exiv2/exiv2.hpp>
#include <fstream>

#include "base/test_folder.h"
#include "files/child_process.h"
#include "pictures/read_photo.h"
#include "pictures/write_picture.h"

namespace allaprima {
namespace {

using testing::bytes_of_file;

using XmpKind = XmpValue::Kind;

const std::vector<XmpValue>& some_values() {
    static const std::vector<XmpValue> values{
        {XmpKind::Language, "Xmp.dc.title", "lang=\"de\" <Bild> & Rahmen – ä"},
        {XmpKind::Names, "Xmp.dc.creator", "Bo Sample"},
        {XmpKind::Events, "Xmp.xmpMM.History", {}},
        {XmpKind::Text, "Xmp.xmpMM.History[1]/stEvt:action", "produced"},
        {XmpKind::Text, "Xmp.iptcExt.DigitalSourceType", "http://cv.iptc.org/x"}};
    return values;
}

Picture some_picture() {
    Picture picture{Image<Rgb>({40, 30}), {}};
    for (int y = 0; y < 30; ++y)
        for (int x = 0; x < 40; ++x)
            picture.colour.at(x, y) = {static_cast<float>(x) / 40.0f, static_cast<float>(y) / 30.0f, 0.5f};
    return picture;
}

TEST(XmpText, IsTextWhateverItBeginsWith) {
    for (const std::string text :
         {"type=Large portrait, roll 3", "lang=\"de\" x", "type=\"Seq\"", "\x1b[31m\x01"}) {
        const testing::TestFolder folder;
        const std::string path = folder.at("picture.png");
        ASSERT_TRUE(write_picture(path, some_picture(), {}).ok());
        const Status written = write_xmp(path, {{XmpKind::Text, "Xmp.dc.source", text},
                                                {XmpKind::Language, "Xmp.dc.title", text},
                                                {XmpKind::Text, kRenderingKey, "light=1,40"}});
        ASSERT_TRUE(written.ok()) << written.error().message;
        const std::vector<XmpValue> read = read_xmp(path);
        EXPECT_EQ(value_said(read, kRenderingKey), "light=1,40");
        if (text.front() != '\x1b') {
            EXPECT_EQ(value_said(read, "Xmp.dc.source"), text);
            EXPECT_EQ(value_said(read, "Xmp.dc.title"), text);
        }
    }
}

/// As all pictures of paintings have one.
const WriteOptions kAt72Dpi{.dpi = 72.0};

class WriteXmp : public ::testing::TestWithParam<const char*> {
  protected:
    void SetUp() override { ASSERT_TRUE(write_picture(path_, some_picture(), kAt72Dpi).ok()); }

    testing::TestFolder folder_;
    std::string path_ = folder_.at(std::string("picture") + GetParam());
};

TEST_P(WriteXmp, IsReadAgainAndLeavesThePixelsAlone) {
    const Result<Photo> before = read_photo(path_);
    ASSERT_TRUE(before.ok());
    const Status written = write_xmp(path_, some_values());
    ASSERT_TRUE(written.ok()) << written.error().message;
    const Result<Photo> after = read_photo(path_);
    ASSERT_TRUE(after.ok()) << after.error().message;
    EXPECT_TRUE(after->colour == before->colour);

    const auto image = Exiv2::ImageFactory::open(path_);
    image->readMetadata();
    Exiv2::XmpData& data = image->xmpData();
    EXPECT_EQ(data["Xmp.dc.title"].toString(), "lang=\"x-default\" " + some_values()[0].value);
    EXPECT_EQ(data["Xmp.dc.creator"].toString(), "Bo Sample");
    EXPECT_EQ(data["Xmp.xmpMM.History[1]/stEvt:action"].toString(), "produced");
    EXPECT_TRUE(image->iccProfileDefined() || path_.ends_with(".tif"));
    EXPECT_EQ(folder_.names().size(), 1u);
}

TEST_P(WriteXmp, SamePictureSameBytes) {
    const std::string other = folder_.at(std::string("other") + GetParam());
    ASSERT_TRUE(write_picture(other, some_picture(), kAt72Dpi).ok());
    ASSERT_TRUE(write_xmp(path_, some_values()).ok());
    ASSERT_TRUE(write_xmp(other, some_values()).ok());
    EXPECT_TRUE(bytes_of_file(path_) == bytes_of_file(other));
}

TEST_P(WriteXmp, WhatAreNoLettersIsRefusedOrWritten) {
    const Status written = write_xmp(path_, {{XmpKind::Names, "Xmp.dc.creator", "a\xff\x01"}});
    EXPECT_TRUE(written.ok() || written.error().message.find('\n') == std::string::npos);
    EXPECT_FALSE(write_xmp(path_, {{XmpKind::Text, "Xmp.nothing.known", "x"}}).ok());
}

TEST_P(WriteXmp, WhatIsWrittenIsRead) {
    EXPECT_TRUE(read_xmp(path_).empty());
    ASSERT_TRUE(write_xmp(path_, some_values()).ok());
    const std::vector<XmpValue> values = read_xmp(path_);
    const auto value_of = [&](const std::string& key) {
        const auto found = std::ranges::find(values, key, &XmpValue::key);
        return found == values.end() ? std::string("none") : found->value;
    };
    EXPECT_EQ(value_of("Xmp.dc.title"), some_values()[0].value);
    EXPECT_EQ(value_of("Xmp.dc.creator"), "Bo Sample");
    EXPECT_EQ(value_of("Xmp.iptcExt.DigitalSourceType"), "http://cv.iptc.org/x");
}

/// ExifTool knows no other compressions of TIFF than those of 1992; Deflate was added in 2002.
constexpr const char* kKnownWarning = "Invalid value for IFD0 tag 0x0103 Compression";

TEST_P(WriteXmp, ExifToolFindsNoFault) {
    ASSERT_TRUE(write_xmp(path_, some_values()).ok());
    const Result<ChildAnswer> judged =
        run_child({"exiftool", "-validate", "-warning", "-error", "-a", "-s3", path_}, "");
    if (!judged)
        GTEST_SKIP() << "Debian's libimage-exiftool-perl is not installed";
    const bool tiff = path_.ends_with(".tif");
    EXPECT_EQ(judged->output, tiff ? std::string("1 Warning\n") + kKnownWarning + "\n" : "OK\n");
}

INSTANTIATE_TEST_SUITE_P(Formats, WriteXmp, ::testing::Values(".png", ".jpg", ".tif"));

TEST(WriteXmpFiles, OnlySomeFormatsCarryIt) {
    EXPECT_TRUE(can_carry_xmp("a.PNG"));
    EXPECT_TRUE(can_carry_xmp("a.jpeg"));
    EXPECT_FALSE(can_carry_xmp("a.exr"));
    EXPECT_FALSE(can_carry_xmp("a.stl"));
    const testing::TestFolder folder;
    EXPECT_FALSE(write_xmp(folder.at("none.png"), some_values()).ok());
    std::ofstream(folder.at("no.png")) << "no picture";
    EXPECT_FALSE(write_xmp(folder.at("no.png"), some_values()).ok());
}

}  // namespace
}  // namespace allaprima
