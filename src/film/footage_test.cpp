#include "film/footage.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

#include "exporting/sample_painting.h"
#include "film/films_module.h"

namespace allaprima {
namespace {

using testing::TestFolder;

constexpr Size kFrame{64, 48};
constexpr int kFrames = 12;

/// Half of it red at the top left, a grey that grows lighter beside it.
FilmFrame frame_number(int number) {
    FilmFrame frame(kFrame);
    for (int y = 0; y < kFrame.height; ++y)
        for (int x = 0; x < kFrame.width; ++x) {
            const bool marked = x < kFrame.width / 2 && y < kFrame.height / 2;
            const auto grey = static_cast<uint8_t>(40 + 15 * number);
            uint8_t* sample = frame.row(y) + 3 * static_cast<ptrdiff_t>(x);
            sample[0] = marked ? uint8_t{200} : grey;
            sample[1] = sample[2] = marked ? uint8_t{20} : grey;
        }
    return frame;
}

class FootageTest : public ::testing::Test {
  protected:
    TestFolder folder;

    std::string film() {
        const std::string file = folder.at("film.mp4");
        auto writer = films_module().value()->open_film({.kind = kMp4,
                                                         .size = kFrame,
                                                         .fps = 10,
                                                         .file = file,
                                                         .path = file,
                                                         .title = "",
                                                         .software = "test"});
        EXPECT_TRUE(writer.ok());
        for (int i = 0; i < kFrames; ++i)
            EXPECT_TRUE((*writer)->write(frame_number(i)).ok());
        EXPECT_TRUE((*writer)->finish().ok());
        return file;
    }
    static std::vector<FootageFrame> frames_of(Footage& footage) {
        std::vector<FootageFrame> frames;
        for (;;) {
            auto next = footage.next();
            EXPECT_TRUE(next.ok());
            if (!next.ok() || !next->has_value())
                return frames;
            frames.push_back(**next);
        }
    }
    static Result<std::unique_ptr<Footage>> opened(const std::string& file) {
        return films_module().value()->open_footage(file);
    }
};

TEST_F(FootageTest, IsReadAsItWasWritten) {
    auto footage = opened(film());
    ASSERT_TRUE(footage.ok()) << footage.error().message;
    const FootageFacts& facts = (*footage)->facts();
    EXPECT_EQ(facts.size, kFrame);
    EXPECT_NEAR(facts.rate.value(), 10.0, 1e-6);
    EXPECT_NEAR(facts.seconds, 1.2, 0.01);
    EXPECT_EQ(facts.colours, (ColourTags{1, 13, 1})) << "BT.709, with the transfer of sRGB";
    EXPECT_FALSE(facts.has_sound);
    const std::vector<FootageFrame> frames = frames_of(**footage);
    ASSERT_EQ(frames.size(), static_cast<size_t>(kFrames));
    for (int i = 0; i < kFrames; ++i) {
        const FootageFrame& frame = frames[static_cast<size_t>(i)];
        EXPECT_NEAR(static_cast<double>(frame.time) * facts.unit.value(), 0.1 * i, 1e-6);
        EXPECT_NEAR(frame.picture.row(40)[3 * 50], 40 + 15 * i, 4);
        EXPECT_NEAR(frame.picture.row(8)[3 * 8], 200, 6);
        EXPECT_NEAR(frame.picture.row(8)[3 * 8 + 1], 20, 6);
    }
}

TEST_F(FootageTest, OfOneThatIsCutOffTheRestIsRead) {
    const std::string whole = testing::bytes_of_file(film());
    const std::string half = folder.at("half.mp4");
    std::ofstream(half, std::ios::binary) << whole.substr(0, whole.size() - 200);
    auto footage = opened(half);
    ASSERT_TRUE(footage.ok()) << footage.error().message;
    const size_t count = frames_of(**footage).size();
    EXPECT_GT(count, 0u);
    EXPECT_LT(count, static_cast<size_t>(kFrames));
}

TEST_F(FootageTest, WhatIsNoFilmIsRefused) {
    std::ofstream(folder.at("text.mp4")) << "no film at all";
    std::ofstream(folder.at("list.mp4")) << "#EXTM3U\n#EXTINF:1,\n/etc/hostname\n";
    for (const char* name : {"text.mp4", "list.mp4", "missing.mp4"}) {
        const auto footage = opened(folder.at(name));
        ASSERT_FALSE(footage.ok()) << name;
        EXPECT_EQ(footage.error().message.find("cannot read the film " + folder.at(name)), 0u);
    }
}

}  // namespace
}  // namespace allaprima
