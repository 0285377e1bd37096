// Goes over a folder of broken, huge and odd files beside the repository, where there is one.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "image/colour.h"
#include "io/read_photo.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

fs::path hostile_folder() {
    return fs::path(ALLAPRIMA_SOURCE_DIR).parent_path() / "shared" / "hostile";
}

/// The files that are valid, or broken in their metadata alone, and the size that they must come out with.
const std::map<std::string, Size>& files_that_open() {
    static const std::map<std::string, Size> files = {
        {"apng-num-frames-invalid.png", {128, 64}},
        {"bomb-png-itxt-60mb.png", {1, 1}},
        {"gif-animated-6-frames.gif", {40, 40}},
        {"gif-bomb-extents.gif", {100, 100}},
        {"jpeg-bad-comment-length.jpg", {36, 28}},
        {"jpeg-broken-photoshop-dpi.jpg", {200, 200}},
        {"jpeg-cmyk.jpg", {225, 150}},
        {"jpeg-exif-orientation-6.jpg", {150, 225}},
        {"jpeg-invalid-exif.jpg", {200, 200}},
        {"jpeg-truncated-app14.jpg", {100, 100}},
        {"jpeg-truncated-exif.jpg", {480, 640}},
        {"png-1x1.png", {1, 1}},
        {"png-65500x1.png", {65500, 1}},
        {"png-grey16.png", {256, 64}},
        {"png-named.jpg", {1, 1}},
        {"png-transparent-red-under-alpha.png", {64, 64}},
        {"png-truncated-end-chunk.png", {128, 128}},
        {"tiff-total-pages-zero.tif", {1728, 2156}},
        {"webp-looks-like-svg.webp", {256, 256}},
    };
    return files;
}

Photo opened(const std::string& name, int long_side = 0) {
    const Result<Photo> photo = read_photo((hostile_folder() / name).string(), {}, long_side);
    EXPECT_TRUE(photo.ok()) << (photo.ok() ? "" : photo.error().message);
    return photo.ok() ? photo.value() : Photo{};
}

#define REQUIRE_HOSTILE_FILES()              \
    if (!fs::is_directory(hostile_folder())) \
    GTEST_SKIP() << "no " << hostile_folder()

TEST(HostileFiles, GiveAPictureOrOneClearLine) {
    REQUIRE_HOSTILE_FILES();
    for (const auto& entry : fs::directory_iterator(hostile_folder())) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() == ".md")
            continue;
        for (const int long_side : {0, 24}) {
            const Result<Photo> photo = read_photo(entry.path().string(), {}, long_side);
            const auto expected = files_that_open().find(name);
            if (expected == files_that_open().end()) {
                ASSERT_FALSE(photo.ok()) << name;
                EXPECT_FALSE(photo.error().usage) << name;
                EXPECT_EQ(photo.error().message.find('\n'), std::string::npos) << name;
                EXPECT_NE(photo.error().message.find(name), std::string::npos) << photo.error().message;
            } else {
                ASSERT_TRUE(photo.ok()) << photo.error().message;
                if (long_side == 0)
                    EXPECT_EQ(photo->size(), expected->second) << name;
                else
                    EXPECT_EQ(photo->size().long_side(), std::min(24, expected->second.long_side())) << name;
                EXPECT_EQ(photo->name, name);
                EXPECT_EQ(photo->digest.size(), 64u);
            }
        }
    }
}

TEST(HostileFiles, SixteenBitGreyKeepsAllItsSteps) {
    REQUIRE_HOSTILE_FILES();
    const Photo photo = opened("png-grey16.png");
    ASSERT_EQ(photo.size(), (Size{256, 64}));
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 256; ++x) {
            const float stored = static_cast<float>((256 * y + x) * 65535 / 16383) / 65535.0f;
            EXPECT_NEAR(photo.colour.at(x, y).g, linear_from_srgb(stored), 3e-5f) << x << ", " << y;
        }
}

TEST(HostileFiles, HiddenColourDoesNotBleed) {
    REQUIRE_HOSTILE_FILES();
    for (const int long_side : {0, 48, 24, 7}) {
        const Photo photo = opened("png-transparent-red-under-alpha.png", long_side);
        ASSERT_FALSE(photo.alpha.empty());
        for (const Rgb& colour : photo.colour.pixels()) {
            EXPECT_LT(colour.r, 0.01f) << "at long side " << long_side;
            EXPECT_GT(colour.b, 0.9f) << "at long side " << long_side;
        }
    }
}

TEST(HostileFiles, InkComesOutAsThePictureItWasMadeFrom) {
    REQUIRE_HOSTILE_FILES();
    // Both were made from one photograph; the other stands on its side.
    const Photo inks = opened("jpeg-cmyk.jpg"), upright = opened("jpeg-exif-orientation-6.jpg");
    const Rgb a = srgb_from_linear(inks.colour.at(112, 75)), b = srgb_from_linear(upright.colour.at(75, 112));
    EXPECT_NEAR(a.r, b.r, 0.1f);
    EXPECT_NEAR(a.g, b.g, 0.1f);
    EXPECT_NEAR(a.b, b.b, 0.1f);
}

}  // namespace
}  // namespace allaprima
