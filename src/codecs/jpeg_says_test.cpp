#include "codecs/jpeg_says.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace allaprima {
namespace {

uint32_t number_at(const std::vector<uint8_t>& block, size_t at, int bytes) {
    uint32_t value = 0;
    for (int i = bytes - 1; i >= 0; --i)
        value = value << 8 | block.at(at + static_cast<size_t>(i));
    return value;
}

/// Each tag of a directory of the block, and where its value stands.
std::map<uint32_t, size_t> values_of(const std::vector<uint8_t>& block, size_t directory) {
    constexpr size_t kHead = 6;
    std::map<uint32_t, size_t> values;
    for (size_t i = 0; i < number_at(block, directory, 2); ++i) {
        const size_t entry = directory + 2 + 12 * i;
        const uint32_t type = number_at(block, entry + 2, 2), count = number_at(block, entry + 4, 4);
        const bool apart = type == 5 || (type == 2 && count > 4);
        values[number_at(block, entry, 2)] = apart ? kHead + number_at(block, entry + 8, 4) : entry + 8;
    }
    return values;
}

TEST(JpegSays, ExifTellsProgramResolutionDescriptionAndColour) {
    PictureForm form;
    form.dpi = 130.048;
    form.note = "what it is";
    form.srgb = true;
    const std::vector<uint8_t> block = exif_of(form);
    const auto picture = values_of(block, 6 + number_at(block, 10, 4));
    EXPECT_STREQ(reinterpret_cast<const char*>(&block[picture.at(0x0131)]), "Alla Prima");
    EXPECT_STREQ(reinterpret_cast<const char*>(&block[picture.at(0x010e)]), "what it is");
    const size_t resolution = picture.at(0x011a);
    EXPECT_NEAR(static_cast<double>(number_at(block, resolution, 4)) / number_at(block, resolution + 4, 4),
                130.048, 1e-4);
    const auto camera = values_of(block, 6 + number_at(block, picture.at(0x8769), 4));
    EXPECT_EQ(number_at(block, camera.at(0xa001), 2), 1u) << "sRGB";
}

TEST(JpegSays, WholeResolutionsStayWhole) {
    PictureForm form;
    form.dpi = 300.0;
    const std::vector<uint8_t> block = exif_of(form);
    const size_t resolution = values_of(block, 6 + number_at(block, 10, 4)).at(0x011b);
    EXPECT_EQ(number_at(block, resolution, 4), 300u);
    EXPECT_EQ(number_at(block, resolution + 4, 4), 1u);
}

}  // namespace
}  // namespace allaprima
