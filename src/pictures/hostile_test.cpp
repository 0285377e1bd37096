// Goes over broken, huge and odd files: those that pictures/hostile makes, and a folder of found ones beside
// the repository, where there is one.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>

#include "base/test_folder.h"
#include "image/colour.h"
#include "pictures/hostile/hostile_pictures.h"
#include "pictures/read_photo.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;
using testing::HostilePicture;
using testing::TestFolder;

fs::path found_folder() {
    return fs::path(ALLAPRIMA_SOURCE_DIR).parent_path() / "shared" / "hostile";
}

/// The found files that are valid, or broken in their metadata alone, and the size that they must come out
/// with.
const std::map<std::string, Size>& found_files_that_open() {
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

std::string written(const TestFolder& folder, const HostilePicture& picture) {
    const std::string path = folder.at(picture.name);
    std::ofstream(path, std::ios::binary) << picture.bytes;
    return path;
}

/// The made file of this name, and the found one of that name if it is there.
std::vector<std::string> made_and_found(const TestFolder& folder, const std::string& made,
                                        const std::string& found) {
    std::vector<std::string> paths = {written(folder, testing::hostile_picture(made))};
    if (fs::is_regular_file(found_folder() / found))
        paths.push_back((found_folder() / found).string());
    return paths;
}

Photo opened(const std::string& path, int long_side = 0) {
    const Result<Photo> photo = read_photo(path, {}, long_side);
    EXPECT_TRUE(photo.ok()) << (photo.ok() ? "" : photo.error().message);
    return photo.ok() ? photo.value() : Photo{};
}

/// @param size that it must come out with; none where it must be refused.
void expect_picture_or_one_line(const std::string& path, std::optional<Size> size) {
    const std::string name = fs::path(path).filename().string();
    for (const int long_side : {0, 24}) {
        const Result<Photo> photo = read_photo(path, {}, long_side);
        if (!size) {
            ASSERT_FALSE(photo.ok()) << name;
            EXPECT_FALSE(photo.error().usage) << name;
            EXPECT_EQ(photo.error().message.find('\n'), std::string::npos) << name;
            EXPECT_NE(photo.error().message.find(name), std::string::npos) << photo.error().message;
        } else {
            ASSERT_TRUE(photo.ok()) << photo.error().message;
            if (long_side == 0)
                EXPECT_EQ(photo->size(), *size) << name;
            else
                EXPECT_EQ(photo->size().long_side(), std::min(24, size->long_side())) << name;
            EXPECT_EQ(photo->name, name);
            EXPECT_EQ(photo->digest.size(), 64u);
        }
    }
}

TEST(HostileFiles, GiveAPictureOrOneClearLine) {
    const TestFolder folder;
    for (const HostilePicture& picture : testing::hostile_pictures())
        expect_picture_or_one_line(written(folder, picture), picture.opens_as);
}

TEST(HostileFiles, FoundOnesGiveAPictureOrOneClearLine) {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(found_folder(), none)) {
        if (entry.path().extension() == ".md")
            continue;
        const auto expected = found_files_that_open().find(entry.path().filename().string());
        expect_picture_or_one_line(entry.path().string(), expected == found_files_that_open().end()
                                                              ? std::nullopt
                                                              : std::optional(expected->second));
    }
}

TEST(HostileFiles, MadeOnesHaveNamesOfTheirOwn) {
    std::set<std::string> names;
    for (const HostilePicture& picture : testing::hostile_pictures())
        EXPECT_TRUE(names.insert(picture.name).second) << picture.name;
}

TEST(HostileFiles, SixteenBitGreyKeepsAllItsSteps) {
    const TestFolder folder;
    for (const std::string& path : made_and_found(folder, "png-grey16.png", "png-grey16.png")) {
        const Photo photo = opened(path);
        ASSERT_EQ(photo.size(), (Size{256, 64}));
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 256; ++x) {
                const float stored = static_cast<float>((256 * y + x) * 65535 / 16383) / 65535.0f;
                EXPECT_NEAR(photo.colour.at(x, y).g, linear_from_srgb(stored), 3e-5f) << x << ", " << y;
            }
    }
}

TEST(HostileFiles, HiddenColourDoesNotBleed) {
    const TestFolder folder;
    const std::string name = "png-transparent-red-under-alpha.png";
    for (const std::string& path : made_and_found(folder, name, name))
        for (const int long_side : {0, 48, 24, 7}) {
            const Photo photo = opened(path, long_side);
            ASSERT_FALSE(photo.alpha.empty());
            for (const Rgb& colour : photo.colour.pixels()) {
                EXPECT_LT(colour.r, 0.01f) << "at long side " << long_side;
                EXPECT_GT(colour.b, 0.9f) << "at long side " << long_side;
            }
        }
}

TEST(HostileFiles, InkComesOutAsThePictureItWasMadeFrom) {
    // Both of each pair were made from one picture; the other stands on its side.
    const TestFolder folder;
    const auto standing = made_and_found(folder, "jpeg-orientation-6.jpg", "jpeg-exif-orientation-6.jpg");
    const auto check = [&](const std::vector<std::string>& of_inks) {
        for (size_t i = 0; i < of_inks.size(); ++i) {
            const Photo inks = opened(of_inks[i]), upright = opened(standing[i]);
            const Size size = inks.size();
            ASSERT_EQ(upright.size(), (Size{size.height, size.width}));
            const Rgb a = srgb_from_linear(inks.colour.at(size.width / 2, size.height / 2));
            const Rgb b = srgb_from_linear(upright.colour.at(size.height / 2 - 1, size.width / 2));
            EXPECT_NEAR(a.r, b.r, 0.1f);
            EXPECT_NEAR(a.g, b.g, 0.1f);
            EXPECT_NEAR(a.b, b.b, 0.1f);
        }
    };
    check(made_and_found(folder, "jpeg-inks-with-adobe-mark.jpg", "jpeg-cmyk.jpg"));
    check(made_and_found(folder, "jpeg-inks-without-adobe-mark.jpg", ""));
}

}  // namespace
}  // namespace allaprima
