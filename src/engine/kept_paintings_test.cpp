// The promise of docs/decisions/0020: paintings that programs of their time wrote, in
// tests/paintings/format-N, open and render.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/test_folder.h"
#include "engine/paint_photo.h"
#include "engine/render_painting.h"
#include "engine/upgrade_painting.h"
#include "painting_file/painting_digest.h"
#include "painting_file/painting_file.h"
#include "painting_file/painting_tables.h"
#include "record/check_record.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;
using testing::bytes_of_file;
using testing::TestFolder;

/// Those with this name; with none, all.
std::vector<std::string> kept_paintings(const std::string& name) {
    std::vector<std::string> paintings;
    for (const auto& entry : fs::recursive_directory_iterator(ALLAPRIMA_SOURCE_DIR "/tests/paintings"))
        if (entry.path().extension() == ".alla" && (name.empty() || entry.path().stem() == name))
            paintings.push_back(fs::relative(entry.path(), ALLAPRIMA_SOURCE_DIR "/tests/paintings").string());
    std::ranges::sort(paintings);
    return paintings;
}

class KeptPaintings : public ::testing::TestWithParam<std::string> {
  protected:
    void SetUp() override {
        const fs::path kept = fs::path(ALLAPRIMA_SOURCE_DIR "/tests/paintings") / GetParam();
        for (const auto& entry : fs::directory_iterator(kept.parent_path()))
            fs::copy_file(entry.path(), folder_.at(entry.path().filename().string()));
        painting_file_ = folder_.at(kept.filename().string());
    }
    Painting loaded() const {
        Result<PaintingFile> file = PaintingFile::open(painting_file_);
        EXPECT_TRUE(file.ok()) << (file ? "" : file.error().message);
        Result<Painting> painting = file->load();
        EXPECT_TRUE(painting.ok()) << (painting ? "" : painting.error().message);
        return painting ? std::move(painting).value() : Painting{};
    }
    uint32_t format() const { return PaintingFile::open(painting_file_)->format(); }

    std::string rendered(const std::string& name) const {
        const Wishes small{{"long", "80"}, {"depth", "8"}};
        SilentObserver observer;
        const Result<Painted> painted = render_painting(
            {.painting_file = painting_file_, .picture = {folder_.at(name)}, .of_picture = small},
            ThreadPool(2), observer);
        EXPECT_TRUE(painted.ok()) << (painted ? "" : painted.error().message);
        return bytes_of_file(folder_.at(name));
    }

    TestFolder folder_;
    std::string painting_file_;
};

TEST_P(KeptPaintings, AreOfTheFormatThatTheirFolderSays) {
    EXPECT_TRUE(GetParam().starts_with("format-" + std::to_string(format()) + "/"));
}

TEST_P(KeptPaintings, RenderToTheSameBytesBeforeAndAfterAnUpgrade) {
    const Painting before = loaded();
    const std::string picture = rendered("before.png");
    EXPECT_FALSE(picture.empty());
    const Result<Upgraded> upgraded = upgrade_painting(painting_file_, false);
    ASSERT_TRUE(upgraded.ok()) << upgraded.error().message;
    EXPECT_EQ(format(), kPaintingFormat);
    EXPECT_TRUE(upgraded->left_out.empty());
    Painting after = loaded();
    after.start.enclosed = before.start.enclosed;
    EXPECT_TRUE(after == before);
    EXPECT_TRUE(rendered("after.png") == picture);
}

class RecordedPaintings : public KeptPaintings {};

TEST_P(RecordedPaintings, HoldWhatTheirRecordSays) {
    const Painting painting = loaded();
    ASSERT_TRUE(painting.record.making.has_value());
    const MakingFacts& facts = painting.record.making->facts;
    EXPECT_EQ(brief_digest(painting.start.brief), facts.brief_digest);
    EXPECT_EQ(palette_digest(painting.plan->materials), facts.palette_digest);
    EXPECT_EQ(plan_digest(*painting.plan), facts.plan_digest);
    for (const Finding& finding : check_record(painting.record, facts))
        EXPECT_NE(finding.standing, Standing::Broken) << finding.words;
}

class StoppedPaintings : public KeptPaintings {};

TEST_P(StoppedPaintings, GoOnWhereTheyWereStopped) {
    ASSERT_EQ(loaded().stage, Stage::Stopped);
    const auto finished = [&](const std::string& name) {
        SilentObserver observer;
        const Result<Painted> painted =
            resume_painting({painting_file_, folder_.at(name), true}, ThreadPool(2), observer);
        EXPECT_TRUE(painted.ok()) << (painted ? "" : painted.error().message);
        return bytes_of_file(folder_.at(name));
    };
    const std::string original = bytes_of_file(painting_file_);
    const std::string picture = finished("a.png");
    std::ofstream(painting_file_, std::ios::binary) << original;
    ASSERT_TRUE(upgrade_painting(painting_file_, false).ok());
    fs::remove(folder_.at("ball-mask.png"));
    EXPECT_TRUE(finished("b.png") == picture) << "what it needs is inside it";
}

std::string in_one_word(const ::testing::TestParamInfo<std::string>& painting) {
    std::string name = painting.param;
    std::ranges::replace_if(
        name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Formats, KeptPaintings, ::testing::ValuesIn(kept_paintings("")), in_one_word);
INSTANTIATE_TEST_SUITE_P(Formats, RecordedPaintings, ::testing::ValuesIn(kept_paintings("commission")),
                         in_one_word);
INSTANTIATE_TEST_SUITE_P(Formats, StoppedPaintings, ::testing::ValuesIn(kept_paintings("stopped")),
                         in_one_word);

}  // namespace
}  // namespace allaprima
