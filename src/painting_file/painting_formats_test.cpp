#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "files/digest.h"
#include "model/part_settings.h"
#include "painting_file/painting_digest.h"
#include "painting_file/painting_fixture.h"
#include "painting_file/painting_header.h"
#include "painting_file/painting_tables.h"

namespace allaprima {
namespace {

using namespace testing_paintings;

class PaintingFormats : public PaintingFileTest {
  protected:
    /// A painting with all that one may hold, as this program writes it.
    void write_painting() {
        Result<PaintingFile> file = PaintingFile::create(path_, some_start(), false);
        ASSERT_TRUE(file->save_round(some_state(2)).ok());
        ASSERT_TRUE(file->save_plan(some_plan(), Stage::Stopped, 1.0).ok());
        ASSERT_TRUE(file->save_record(some_record()).ok());
    }
    /// Makes of it what format 3 was.
    void make_it_of_format_3() {
        change(path_,
               "PRAGMA user_version = 3; DROP TABLE enclosed; DROP TABLE motif_seen; DROP TABLE see;"
               "DROP TABLE sighting; DROP TABLE remembered; ALTER TABLE painting ADD COLUMN \"replace\"");
    }
    void expect_refusal(const std::string& words) {
        EXPECT_NE(painting_refusal(path_).find(words), std::string::npos) << painting_refusal(path_);
    }
};

TEST_F(PaintingFormats, WhatANewerProgramAddedIsNamedWithItsFormat) {
    write_painting();
    change(path_, "PRAGMA user_version = 9; ALTER TABLE brief ADD COLUMN gloss");
    expect_refusal(
        "made by a newer Alla Prima (format 9; this one knows up to 8), and it holds \"brief.gloss\", which");
    change(path_, "CREATE TABLE varnish (kind); ALTER TABLE brief DROP COLUMN gloss");
    expect_refusal("it holds \"varnish\", which this program does not know: update Alla Prima");
}

TEST_F(PaintingFormats, ANewerFileThatHoldsNothingUnknownOpens) {
    write_painting();
    change(path_, "PRAGMA user_version = 9");
    EXPECT_EQ(painting_refusal(path_), "");
}

TEST_F(PaintingFormats, WhatAFileOfTodayLacksOrHasBesidesIsDamage) {
    write_painting();
    change(path_, "ALTER TABLE brief ADD COLUMN gloss");
    expect_refusal("is damaged (its tables");
    change(path_, "ALTER TABLE brief DROP COLUMN gloss; ALTER TABLE brief DROP COLUMN wetness");
    expect_refusal("is damaged (its tables");
}

TEST_F(PaintingFormats, WhatAnOlderFileLacksIsStandard) {
    write_painting();
    make_it_of_format_3();
    change(path_,
           "ALTER TABLE brief DROP COLUMN backdrop; ALTER TABLE brief DROP COLUMN palette;"
           "ALTER TABLE hand DROP COLUMN likeness; ALTER TABLE stroke DROP COLUMN softness;"
           "ALTER TABLE face DROP COLUMN mouth_x; ALTER TABLE face DROP COLUMN mouth_y;"
           "ALTER TABLE face DROP COLUMN mouth_width; ALTER TABLE face DROP COLUMN mouth_height");
    const Painting painting = loaded(path_);
    PaintingStart start = some_start();
    start.enclosed.clear();
    start.motifs.clear();
    start.brief.corrections.clear();
    start.others.clear();
    start.brief.backdrop = Brief{}.backdrop;
    start.brief.palette.reset();
    start.materials.hand.likeness = Hand{}.likeness;
    start.faces[1].mouth.reset();
    EXPECT_TRUE(painting.start == start);
    Plan plan = some_plan();
    for (Stroke& stroke : plan.strokes)
        stroke.softness = Stroke{}.softness;
    plan.materials.hand.likeness = Hand{}.likeness;
    EXPECT_TRUE(*painting.plan == plan);
    EXPECT_TRUE(painting.record == some_record());
}

TEST_F(PaintingFormats, WhatIsNoTableIsRefusedInOlderFilesToo) {
    write_painting();
    make_it_of_format_3();
    change(path_, "CREATE TRIGGER t AFTER UPDATE ON face BEGIN SELECT 1; END");
    expect_refusal("is damaged (its tables");
    change(path_, "DROP TRIGGER t; CREATE INDEX i ON stroke (x0)");
    expect_refusal("is damaged (its tables");
    change(path_, "DROP INDEX i; DROP TABLE face; CREATE TABLE face (x, y CHECK (y > 0), width, height)");
    expect_refusal("is damaged (its tables");
    change(path_,
           "DROP TABLE face; CREATE VIEW face AS SELECT 0.1 AS x, 0.1 AS y, 0.1 AS width, 0.1 AS height");
    expect_refusal("is damaged (its tables");
}

TEST_F(PaintingFormats, WhatIsChangedIsOfTodaysFormatAndSaysTheSame) {
    write_painting();
    make_it_of_format_3();
    const Painting before = loaded(path_);
    {
        Result<PaintingFile> file = PaintingFile::open(path_);
        EXPECT_EQ(file->format(), 3u);
        ASSERT_TRUE(file->claim().ok());
        EXPECT_EQ(file->format(), kPaintingFormat);
        Result<PaintingFile> other = PaintingFile::open(path_);
        EXPECT_FALSE(other->claim().ok()) << "the new file is claimed";
    }
    EXPECT_EQ(*painting_format(path_), kPaintingFormat);
    EXPECT_TRUE(loaded(path_) == before);
    EXPECT_EQ(files_in_folder(), 1u);
}

TEST_F(PaintingFormats, WhereMotifsAreSeenIsToldOfAllOrNone) {
    write_painting();
    EXPECT_EQ(loaded(path_).start.motifs, some_start().motifs);
    change(path_, "INSERT INTO motif SELECT * FROM motif");
    expect_refusal("it does not say of every motif where it is seen");
    change(path_, "INSERT INTO motif_seen SELECT 12, 8, shares_u16 FROM motif_seen");
    expect_refusal("the motif_seen is cut off");
    change(path_, "DELETE FROM motif_seen");
    EXPECT_TRUE(loaded(path_).start.motifs.empty());
}

TEST_F(PaintingFormats, EnclosedFilesComeBackAndAreReplacedTogether) {
    Result<PaintingFile> file = PaintingFile::create(path_, some_start(), false);
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(file->load_enclosed()->enclosed, some_start().enclosed);
    EXPECT_TRUE(file->load_names()->enclosed.empty());
    const std::vector<EnclosedFile> others{{"name.svg", {'<'}}};
    ASSERT_TRUE(file->save_enclosed(others).ok());
    EXPECT_EQ(loaded(path_).start.enclosed, others);
}

TEST_F(PaintingFormats, AsManyFilesAsABriefCanNameAreCarriedAndNotMoreBytesThanAllMayHave) {
    PaintingStart start = some_start();
    start.enclosed.clear();
    for (size_t i = 0; i < kMostFocusMarks + kMostSpatters + 4; ++i)
        start.enclosed.push_back({fmt::format("{}.png", i), {1}});
    ASSERT_TRUE(PaintingFile::create(path_, start, false).ok());
    EXPECT_EQ(loaded(path_).start.enclosed.size(), start.enclosed.size());
    change(path_,
           "DELETE FROM enclosed; INSERT INTO enclosed VALUES ('a', zeroblob(40000000)), ('b', "
           "zeroblob(40000000))");
    expect_refusal("is damaged (");
}

}  // namespace
}  // namespace allaprima
