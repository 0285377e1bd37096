#include "pictures/write_picture.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>

#include <cmath>
#include <fstream>
#include <iterator>

#include "base/rng.h"
#include "base/test_folder.h"
#include "image/colour.h"
#include "pictures/read_photo.h"

namespace allaprima {
namespace {

using testing::TestFolder;

Picture picture_of(Size size, bool alpha) {
    Picture picture{Image<Rgb>(size), alpha ? Image<float>(size) : Image<float>()};
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const float across = static_cast<float>(x + 1) / static_cast<float>(size.width + 1);
            const float down = static_cast<float>(y + 1) / static_cast<float>(size.height + 1);
            picture.colour.at(x, y) = {across, down, 0.5f * across + 0.25f};
            if (alpha)
                picture.alpha.at(x, y) = 0.25f + 0.5f * across;
        }
    return picture;
}

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Kind {
    const char* name;
    WriteOptions options;
    float tolerance;  ///< Of sRGB-encoded values.
    bool alpha;
};

/// Half a step of 8 or 16 bits where rounding is all that is lost; the profile's own roundings come on top.
const Kind kinds[] = {{"a.png", {}, 0.5f / 255 + 1e-4f, true},
                      {"a.png", {.depth = 16}, 4e-4f, true},
                      {"a.jpg", {}, 0.03f, false},
                      {"a.TIFF", {}, 4e-4f, true},
                      {"a.exr", {}, 1e-3f, true},
                      {"a.exr", {.exr_half = false}, 1e-5f, true}};

TEST(WritePicture, ComesBackFromEveryFormat) {
    for (const Kind& kind : kinds)
        for (const bool alpha : {false, true}) {
            if (alpha && !kind.alpha)
                continue;
            const TestFolder folder;
            const Picture picture = picture_of({40, 30}, alpha);
            const Status written = write_picture(folder.at(kind.name), picture, kind.options);
            ASSERT_TRUE(written.ok()) << written.error().message;
            const Result<Photo> photo = read_photo(folder.at(kind.name));
            ASSERT_TRUE(photo.ok()) << photo.error().message;
            ASSERT_EQ(photo->size(), picture.size());
            ASSERT_EQ(photo->alpha.empty(), !alpha);
            for (size_t i = 0; i < picture.colour.pixels().size(); ++i) {
                const Rgb back = srgb_from_linear(photo->colour.pixels()[i]),
                          was = picture.colour.pixels()[i];
                const float off = std::max(
                    {std::fabs(back.r - was.r), std::fabs(back.g - was.g), std::fabs(back.b - was.b)});
                ASSERT_LE(off, alpha ? 2 * kind.tolerance : kind.tolerance) << kind.name << " pixel " << i;
                if (alpha) {
                    ASSERT_NEAR(photo->alpha.pixels()[i], picture.alpha.pixels()[i], 0.5f / 255 + 1e-4f)
                        << kind.name;
                }
            }
        }
}

TEST(WritePicture, BandsAndWholeAreTheSameBytes) {
    for (const Kind& kind : kinds) {
        const TestFolder folder;
        const Picture picture = picture_of({33, 50}, false);
        const std::string banded = folder.at(std::string("banded-") + kind.name);
        ASSERT_TRUE(write_picture(folder.at(kind.name), picture, kind.options).ok());
        Result<PictureWriter> writer = PictureWriter::create(banded, picture.size(), false, kind.options);
        ASSERT_TRUE(writer.ok()) << writer.error().message;
        for (int y = 0; y < 50;) {
            const int count = std::min(y % 7 + 1, 50 - y);
            Picture band{Image<Rgb>({33, count}), {}};
            for (int i = 0; i < count; ++i)
                std::copy_n(picture.colour.row(y + i).begin(), 33, band.colour.row(i).begin());
            ASSERT_TRUE(writer->write_rows(band).ok());
            y += count;
        }
        ASSERT_TRUE(writer->finish().ok());
        EXPECT_TRUE(bytes_of(folder.at(kind.name)) == bytes_of(banded)) << kind.name;
    }
}

TEST(WritePicture, RoundsToTheNearestStep) {
    const TestFolder folder;
    Picture picture{Image<Rgb>({3, 1}), {}};
    picture.colour.at(0, 0) = {99.4f / 255, 99.6f / 255, -1.0f};
    picture.colour.at(1, 0) = {0.4f / 255, 0.6f / 255, 2.0f};
    ASSERT_TRUE(write_picture(folder.at("a.png"), picture, {}).ok());
    const Result<Photo> photo = read_photo(folder.at("a.png"));
    ASSERT_TRUE(photo.ok());
    const Rgb a = srgb_from_linear(photo->colour.at(0, 0)) * 255.0f,
              b = srgb_from_linear(photo->colour.at(1, 0)) * 255.0f;
    for (const auto& [got, wanted] :
         {std::pair{a.r, 99.0f}, {a.g, 100.0f}, {a.b, 0.0f}, {b.r, 0.0f}, {b.g, 1.0f}, {b.b, 255.0f}})
        EXPECT_NEAR(got, wanted, 0.1f);
}

/// A number of a little-endian TIFF of the ordinary kind: the first value of this tag in its first directory.
uint32_t tiff_value(const std::string& bytes, uint16_t wanted) {
    auto number = [&](size_t at, size_t size) {
        uint32_t value = 0;
        for (size_t i = 0; i < size; ++i)
            value |= static_cast<uint32_t>(static_cast<unsigned char>(bytes.at(at + i))) << (8 * i);
        return value;
    };
    const size_t directory = number(4, 4);
    for (size_t entry = 0; entry < number(directory, 2); ++entry) {
        const size_t at = directory + 2 + 12 * entry;
        const uint32_t type = number(at + 2, 2);
        if (number(at, 2) == wanted)
            return type == 5 ? number(number(at + 8, 4), 4) / number(number(at + 8, 4) + 4, 4)
                             : number(at + 8, type == 3 ? 2 : 4);
    }
    return 0;
}

TEST(WritePicture, ATiffTellsItsResolution) {
    const TestFolder folder;
    ASSERT_TRUE(write_picture(folder.at("a.tif"), picture_of({9, 7}, false), {.dpi = 300.0}).ok());
    EXPECT_EQ(tiff_value(bytes_of(folder.at("a.tif")), 282), 300u);
    EXPECT_EQ(tiff_value(bytes_of(folder.at("a.tif")), 296), 2u) << "inches";
}

TEST(WritePicture, ALargeTiffIsABigTiffInTilesWithTheSamePixels) {
    const TestFolder folder;
    const Picture picture = picture_of({300, 270}, false);
    ASSERT_TRUE(write_picture(folder.at("plain.tif"), picture, {}).ok());
    Result<PictureWriter> writer =
        PictureWriter::create(folder.at("big.tif"), picture.size(), false, {.tiles_from = 1000});
    // In bands that are no whole tiles.
    for (int y = 0; y < 270; y += 90) {
        Picture band{Image<Rgb>({300, 90}), {}};
        for (int row = 0; row < 90; ++row)
            std::ranges::copy(picture.colour.row(y + row), band.colour.row(row).begin());
        ASSERT_TRUE(writer->write_rows(band).ok());
    }
    ASSERT_TRUE(writer->finish().ok());
    EXPECT_EQ(bytes_of(folder.at("big.tif")).substr(0, 4), std::string("II\x2b\0", 4));
    EXPECT_EQ(bytes_of(folder.at("plain.tif")).substr(0, 4), std::string("II\x2a\0", 4));
    EXPECT_EQ(read_photo(folder.at("big.tif"), {}, 4096)->colour,
              read_photo(folder.at("plain.tif"), {}, 4096)->colour);
}

TEST(WritePicture, MeasuresAreWrittenAsTheyAre) {
    const TestFolder folder;
    Picture picture{Image<Rgb>({4, 3}, {0.25f, 0.5f, 0.75f}), {}};
    ASSERT_TRUE(
        write_picture(folder.at("a.png"), picture, {.depth = 16, .measures = true, .grey = true}).ok());
    const std::string bytes = bytes_of(folder.at("a.png"));
    EXPECT_EQ(bytes.find("iCCP"), std::string::npos) << "measures have no colour profile";
    EXPECT_EQ(bytes[25], 0) << "one channel";
}

constexpr const char* kCmyk = "/usr/share/color/icc/ghostscript/default_cmyk.icc";

TEST(WritePicture, ProfilesAreObeyedAndTravelAlong) {
    const TestFolder folder;
    Result<OutputProfile> press = OutputProfile::open(kCmyk, Intent::Relative);
    ASSERT_TRUE(press.ok()) << press.error().message;
    EXPECT_EQ(press->channels(), 4);
    const Picture picture{Image<Rgb>({20, 10}, {0.6f, 0.4f, 0.3f}), {}};
    ASSERT_TRUE(write_picture(folder.at("a.tif"), picture, {.profile = &*press}).ok());
    EXPECT_EQ(tiff_value(bytes_of(folder.at("a.tif")), 262), 5u) << "separated inks";
    EXPECT_EQ(tiff_value(bytes_of(folder.at("a.tif")), 277), 4u);
    const auto bits_at = static_cast<size_t>(tiff_value(bytes_of(folder.at("a.tif")), 258));
    EXPECT_EQ(bytes_of(folder.at("a.tif")).at(bits_at), 16) << "bits of a sample, as of every TIFF";
    // What is read back through the profile is the colour again.
    const Result<Photo> back = read_photo(folder.at("a.tif"), {}, 4096);
    ASSERT_TRUE(back.ok()) << back.error().message;
    const Rgb seen = srgb_from_linear(back->colour.at(10, 5));
    EXPECT_NEAR(seen.r, 0.6f, 0.02f);
    EXPECT_NEAR(seen.b, 0.3f, 0.02f);
    EXPECT_LT(press->report().mean_miss, 1.5);
}

TEST(WritePicture, RefusesWhatCannotBe) {
    const TestFolder folder;
    for (const char* name : {"a", "a.gif", "png", "none/a.png", "a.png.txt"}) {
        const Status written = write_picture(folder.at(name), picture_of({2, 2}, false), {});
        ASSERT_FALSE(written.ok()) << name;
        EXPECT_TRUE(written.error().usage) << name;
    }
    EXPECT_TRUE(write_picture(folder.at("a.jpg"), picture_of({2, 2}, true), {}).error().usage);
    EXPECT_TRUE(folder.names().empty());
}

TEST(WritePicture, KeepsWhatStandsThereUntilItIsDone) {
    const TestFolder folder;
    std::ofstream(folder.at("a.png")) << "old";
    EXPECT_TRUE(write_picture(folder.at("a.png"), picture_of({2, 2}, false), {}).error().usage);
    {
        WriteOptions replace;
        replace.replace = true;
        Result<PictureWriter> writer = PictureWriter::create(folder.at("a.png"), {8, 8}, false, replace);
        ASSERT_TRUE(writer.ok());
        ASSERT_TRUE(writer->write_rows(picture_of({8, 4}, false)).ok());
        EXPECT_EQ(bytes_of(folder.at("a.png")), "old");
    }
    EXPECT_EQ(bytes_of(folder.at("a.png")), "old");
    EXPECT_EQ(folder.names(), std::vector<std::string>{"a.png"});
}

TEST(WritePicture, TellsWhenTheDiskIsFull) {
    // Files may not grow beyond a page here, which the encoders meet just as a full disk.
    const auto before = signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    const rlimit small{4096, limit.rlim_max};
    Picture noise = picture_of({300, 200}, false);
    Rng rng(1, 2);
    for (Rgb& colour : noise.colour.pixels())
        colour = {rng.unit(), rng.unit(), rng.unit()};
    for (const char* name : {"a.png", "a.jpg", "a.tif", "a.exr"}) {
        const TestFolder folder;
        setrlimit(RLIMIT_FSIZE, &small);
        const Status written = write_picture(folder.at(name), noise, {});
        setrlimit(RLIMIT_FSIZE, &limit);
        ASSERT_FALSE(written.ok()) << name;
        EXPECT_FALSE(written.error().usage) << name;
        EXPECT_NE(written.error().message.find("File too large"), std::string::npos)
            << written.error().message;
        EXPECT_TRUE(folder.names().empty()) << name;
    }
    signal(SIGXFSZ, before);
}

}  // namespace
}  // namespace allaprima
