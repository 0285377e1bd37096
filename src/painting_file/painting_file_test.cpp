#include "painting_file/painting_file.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <thread>

#include "painting_file/painting_fixture.h"

namespace allaprima {
namespace {

using namespace testing_paintings;
using testing::bytes_of_file;

namespace fs = std::filesystem;

TEST_F(PaintingFileTest, StartComesBackExactly) {
    ASSERT_TRUE(PaintingFile::create(path_, some_start(), false).ok());
    const Painting painting = loaded(path_);
    EXPECT_TRUE(painting.start == some_start());
    EXPECT_EQ(painting.stage, Stage::Planning);
    EXPECT_FALSE(painting.plan.has_value());
}

TEST_F(PaintingFileTest, EveryStepOfTheReferenceComesBack) {
    PaintingStart start = some_start({256, 256});
    for (uint64_t i = 0; i < 65536; ++i)
        start.reference.colour.pixels()[i] = {step(i), step(i), step(i)};
    ASSERT_TRUE(PaintingFile::create(path_, start, false).ok());
    EXPECT_TRUE(loaded(path_).start.reference == start.reference);
}

TEST_F(PaintingFileTest, RoundsReplaceEachOtherAndTheJournalGrows) {
    Result<PaintingFile> file = PaintingFile::create(path_, some_start(), false);
    for (int round = 1; round <= 5; ++round)
        ASSERT_TRUE(file->save_round(some_state(round)).ok());
    const Painting painting = loaded(path_);
    EXPECT_TRUE(painting.state == some_state(5));
    ASSERT_EQ(painting.journal.size(), 5u);
    EXPECT_EQ(painting.journal[3], (JournalLine{4, 40, 0.1 * 4}));
}

TEST_F(PaintingFileTest, PlanComesBackBitForBit) {
    const Plan plan = some_plan();
    ASSERT_TRUE(PaintingFile::create(path_, some_start(), false)->save_plan(plan, Stage::Planned, 1.5).ok());
    const Painting painting = loaded(path_);
    ASSERT_TRUE(painting.plan.has_value());
    EXPECT_TRUE(*painting.plan == plan);
    // Equal numbers may still differ in the sign of a zero. The seed, a whole number, stands last.
    constexpr size_t kLengths = offsetof(Stroke, softness) + sizeof(float);
    for (size_t i = 0; i < plan.strokes.size(); ++i)
        EXPECT_EQ(std::memcmp(&painting.plan->strokes[i], &plan.strokes[i], kLengths), 0) << i;
    EXPECT_EQ(painting.planning_seconds, 1.5);
}

TEST_F(PaintingFileTest, BrushesOfTheLastTouchesBelongToThePlanAlone) {
    Plan plan = some_plan();
    plan.materials.brushes.push_back({.name = "drop"});
    plan.strokes.back().brush = 2;
    ASSERT_TRUE(PaintingFile::create(path_, some_start(), false)->save_plan(plan, Stage::Stopped, 1.0).ok());
    const Result<Painting> painting = PaintingFile::open(path_)->load();
    ASSERT_TRUE(painting.ok()) << painting.error().message;
    EXPECT_EQ(painting->plan->materials.brushes, plan.materials.brushes);
    EXPECT_EQ(painting->start.materials.brushes, some_materials().brushes) << "those that are planned with";
}

TEST_F(PaintingFileTest, FinishedPaintingDoesNotCarryThePhotograph) {
    PaintingStart start = some_start({300, 300});
    start.reference.colour = Image<Rgb>({300, 300}, {step(0x1234), step(0x5678), step(0x9abc)});
    start.figure = {};
    const std::string pixel = "\x34\x12\x78\x56\xbc\x9a";
    Result<PaintingFile> file = PaintingFile::create(path_, start, false);
    ASSERT_TRUE(file->save_round(some_state(3)).ok());
    EXPECT_NE(bytes_of_file(path_).find(pixel), std::string::npos);
    ASSERT_TRUE(file->save_plan(some_plan(), Stage::Planned, 1.0).ok());
    EXPECT_EQ(bytes_of_file(path_).find(pixel), std::string::npos);
    EXPECT_LT(fs::file_size(path_), start.reference.size().area() * 6 / 2)
        << "the reference alone is 6 bytes a pixel";
    EXPECT_TRUE(loaded(path_).start.reference.colour.empty());
}

TEST_F(PaintingFileTest, FinishedPaintingRemembersItsReferenceIn256StepsUntilItForgets) {
    const Reference reference = some_start().reference;
    Result<PaintingFile> file = PaintingFile::create(path_, some_start(), false);
    ASSERT_TRUE(file->save_plan(some_plan(), Stage::Planned, 1.0).ok());
    const Painting painting = loaded(path_);
    ASSERT_EQ(painting.remembered.size(), 2u) << "the whole and a close view";
    EXPECT_EQ(painting.remembered[1].area, reference.close_views.front().area);
    EXPECT_EQ(painting.remembered[1].finer, reference.close_views.front().finer);
    ASSERT_EQ(painting.remembered[0].colour.size(), reference.size());
    for (size_t i = 0; i < reference.colour.pixels().size(); ++i) {
        const Rgb was = reference.colour.pixels()[i], is = painting.remembered[0].colour.pixels()[i];
        EXPECT_NEAR(is.r, was.r, 0.501f / 255.0f);
        EXPECT_NEAR(is.g, was.g, 0.501f / 255.0f);
        EXPECT_NEAR(is.b, was.b, 0.501f / 255.0f);
    }
    change(path_, "UPDATE remembered SET packed = substr(packed, 1, 20)");
    EXPECT_NE(painting_refusal(path_).find("remembered of the reference is cut off"), std::string::npos);
    change(path_, "UPDATE remembered SET x1 = 6000, y1 = 6000 WHERE rowid = 2");
    EXPECT_NE(painting_refusal(path_).find("are no views of one"), std::string::npos);
    ASSERT_TRUE(PaintingFile::open(path_)->forget().ok());
    EXPECT_TRUE(loaded(path_).remembered.empty());
}

TEST_F(PaintingFileTest, StoppedPaintingKeepsWhatItNeedsToGoOn) {
    Result<PaintingFile> file = PaintingFile::create(path_, some_start(), false);
    ASSERT_TRUE(file->save_round(some_state(2)).ok());
    ASSERT_TRUE(file->save_plan(some_plan(), Stage::Stopped, 1.0).ok());
    ASSERT_TRUE(file->save_picture("out.png", std::string(64, 'b'), 2.0).ok());
    const Painting painting = loaded(path_);
    EXPECT_EQ(painting.stage, Stage::Stopped);
    EXPECT_TRUE(painting.start == some_start());
    EXPECT_TRUE(painting.state == some_state(2));
    EXPECT_EQ(painting.picture_digest, std::string(64, 'b'));
}

TEST_F(PaintingFileTest, AnotherPlaceForThePictureIsKeptWithItsDigest) {
    Result<PaintingFile> file = PaintingFile::create(path_, some_start(), false);
    ASSERT_TRUE(file->save_picture("out.png", std::string(64, 'b'), 2.0).ok());
    ASSERT_TRUE(file->save_picture("/else/where.png", std::string(64, 'c'), 2.0).ok());
    const Painting painting = loaded(path_);
    EXPECT_EQ(painting.start.output, "/else/where.png");
    EXPECT_EQ(painting.picture_digest, std::string(64, 'c'));
}

TEST_F(PaintingFileTest, TheRecordComesBackAndIsReplacedAsAWhole) {
    Result<PaintingFile> file = PaintingFile::create(path_, some_start(), false);
    EXPECT_TRUE(loaded(path_).record == Record{});
    ASSERT_TRUE(file->save_record(some_record()).ok());
    EXPECT_TRUE(loaded(path_).record == some_record());
    Record other = some_record();
    other.entries.pop_back();
    other.signatures.clear();
    ASSERT_TRUE(file->save_record(other).ok());
    EXPECT_TRUE(loaded(path_).record == other);
    other.making->claims.title.assign(2001, 't');
    EXPECT_FALSE(file->save_record(other).ok());
    EXPECT_EQ(loaded(path_).record.making->claims.title, "Portrait");
}

TEST_F(PaintingFileTest, NothingIsLeftBesideAClosedFile) {
    {
        Result<PaintingFile> file = PaintingFile::create(path_, some_start(), false);
        ASSERT_TRUE(file->save_round(some_state(2)).ok());
        ASSERT_TRUE(file->save_plan(some_plan(), Stage::Planned, 1.0).ok());
        ASSERT_TRUE(file->save_stage(Stage::Painted).ok());
    }
    EXPECT_EQ(files_in_folder(), 1u);
}

TEST_F(PaintingFileTest, ExistingFileIsReplacedOnlyWhenAsked) {
    write_bytes(path_, "precious");
    const Result<PaintingFile> refused = PaintingFile::create(path_, some_start(), false);
    ASSERT_FALSE(refused.ok());
    EXPECT_TRUE(refused.error().usage);
    EXPECT_EQ(bytes_of_file(path_), "precious");
    EXPECT_TRUE(PaintingFile::create(path_, some_start(), true).ok());
    EXPECT_EQ(painting_refusal(path_), "");
    EXPECT_EQ(files_in_folder(), 1u);
}

TEST_F(PaintingFileTest, JournalLeftByAKilledRunDoesNotSpoilTheFileThatReplacesIt) {
    ASSERT_TRUE(PaintingFile::create(path_, some_start(), false).ok());
    write_bytes(path_ + "-journal", std::string(5000, '\xd9'));
    ASSERT_TRUE(PaintingFile::create(path_, some_start({64, 64}), true).ok());
    EXPECT_EQ(files_in_folder(), 1u);
    EXPECT_EQ(loaded(path_).start.reference.size(), (Size{64, 64}));
}

TEST_F(PaintingFileTest, OtherFilesAreRefused) {
    EXPECT_NE(painting_refusal((folder_ / "missing.alla").string()).find("No such file"), std::string::npos);
    EXPECT_NE(painting_refusal(folder_.string()).find("is not a painting"), std::string::npos);
    for (const std::string& bytes : {std::string(), std::string("hello"), std::string(5000, '\0'),
                                     "SQLite format 3" + std::string(5000, '\0')}) {
        write_bytes(path_, bytes);
        EXPECT_NE(painting_refusal(path_).find("is not a painting"), std::string::npos)
            << painting_refusal(path_);
    }
    fs::remove(path_);
    change(path_, "CREATE TABLE painting (software)");
    EXPECT_NE(painting_refusal(path_).find("is not a painting"), std::string::npos)
        << painting_refusal(path_);
}

class Spoilt : public PaintingFileTest, public ::testing::WithParamInterface<const char*> {};

TEST_P(Spoilt, IsRefused) {
    Result<PaintingFile> file = PaintingFile::create(path_, some_start(), false);
    ASSERT_TRUE(file->save_round(some_state(2)).ok());
    ASSERT_TRUE(file->save_plan(some_plan(), Stage::Stopped, 1.0).ok());
    ASSERT_TRUE(file->save_record(some_record()).ok());
    ASSERT_EQ(painting_refusal(path_), "");
    change(path_, GetParam());
    EXPECT_NE(painting_refusal(path_).find("is damaged ("), std::string::npos) << painting_refusal(path_);
}

INSTANTIATE_TEST_SUITE_P(
    PaintingFileTest, Spoilt,
    ::testing::Values(
        "UPDATE stroke SET width_start = 0.0 WHERE rowid = 7",
        "UPDATE stroke SET width_end = -1.0 WHERE rowid = 7", "UPDATE stroke SET x0 = 9e999",
        "UPDATE stroke SET y2 = NULL", "UPDATE stroke SET red = 'red'", "UPDATE stroke SET opacity = 1.5",
        "UPDATE stroke SET fade = -0.1", "DELETE FROM stroke WHERE rowid = 7", "UPDATE pass SET strokes = -1",
        "UPDATE canvas SET width_mm = 0.0", "UPDATE canvas SET width_mm = 100000.0",
        "UPDATE canvas SET planned_pixel_mm = 1e-6", "UPDATE brush SET bristle_width = 1e-30",
        "DELETE FROM brush", "UPDATE stroke SET brush = 2", "DELETE FROM tube WHERE rowid = 2",
        "UPDATE tube SET scattering_f32 = zeroblob(152)", "UPDATE tube SET absorption_f32 = zeroblob(150)",
        "UPDATE materials SET wetness = 1.5", "UPDATE hand SET length = 21.0", "UPDATE hand SET fading = 2",
        "DELETE FROM hand", "UPDATE brief SET wetness = 1.5", "UPDATE brief SET palette = 5",
        "UPDATE materials SET support = 'slate'", "UPDATE pass SET coat = 'varnish'",
        "UPDATE stroke SET shares_f32 = zeroblob(4)", "UPDATE brief SET ground_red = 2.0",
        "DELETE FROM canvas", "DELETE FROM brief", "INSERT INTO brief SELECT * FROM brief",
        "UPDATE brief SET focus = 'everywhere'", "UPDATE stroke SET width_start = 9e999",
        "UPDATE brief SET strokes = 100001", "UPDATE brief SET strokes = 0", "UPDATE brief SET width = 65536",
        "UPDATE brief SET long_side = 65536", "UPDATE brief SET plan_size = 6145",
        "UPDATE brief SET plan_size = 31", "UPDATE brief SET light_elevation = 4.0",
        "UPDATE brief SET light_azimuth = -1.0", "UPDATE brief SET target_psnr = 0.5",
        "UPDATE brief SET target_psnr = 101.0", "UPDATE brief SET seconds = 2e6",
        "UPDATE brief SET depth = 7", "UPDATE brief SET depth = 17", "UPDATE brief SET width = NULL",
        "UPDATE brief SET strokes = -5", "UPDATE photo SET sha256 = 'none'",
        "UPDATE photo SET width = 1 << 40", "DELETE FROM painting", "UPDATE painting SET stage = 'stolen'",
        "UPDATE reference SET width = width + 1", "UPDATE reference SET width = 1 << 30, height = 1 << 30",
        "UPDATE reference SET rgb16 = x'0001'", "DELETE FROM reference",
        "UPDATE state SET parameters_f32 = x'00'",
        "UPDATE state SET parameters_f32 = x'0000c07f' || zeroblob(956)",
        "UPDATE state SET born_i32 = zeroblob(0)", "UPDATE state SET rounds_done = 1",
        "UPDATE making SET title = ''", "UPDATE making SET date = 'once'",
        "UPDATE making SET sitter = 'Cleo Sample'", "UPDATE making SET plan_sha256 = 'none'",
        "UPDATE making SET width_mm = 0.0", "INSERT INTO making SELECT * FROM making", "DELETE FROM making",
        "UPDATE entry SET number = 7 WHERE number = 2", "DELETE FROM entry WHERE number = 1",
        "UPDATE entry SET kind = 'theft'", "UPDATE entry SET contradicts = 2 WHERE number = 2",
        "UPDATE entry SET date = '2026-02-30'", "UPDATE entry SET source_said = '2026/2025'",
        "UPDATE entry SET source_outlet = ''", "UPDATE entry SET source_certainty = 'sure'",
        "UPDATE entry SET note = hex(zeroblob(1001))", "UPDATE entry SET place = x'00'",
        "UPDATE entry SET digest = 'none'", "UPDATE entry SET signatures_before = -1",
        "UPDATE party SET entry = 3", "UPDATE party SET name = ''", "UPDATE party SET role = 'thief'",
        "UPDATE party SET number = 9 WHERE number = 3", "DELETE FROM party WHERE number = 3",
        "UPDATE entry_signature SET key = 'none'", "UPDATE entry_signature SET entry = 3",
        "UPDATE entry_signature SET number = 2", "UPDATE face SET width = 0.0", "DROP TABLE face",
        "CREATE TABLE guest (x)", "CREATE TRIGGER t AFTER UPDATE ON face BEGIN SELECT 1; END",
        "DROP TABLE face; CREATE VIEW face AS SELECT 0.1 AS x, 0.1 AS y, 0.1 AS width, 0.1 AS height"));

TEST_F(PaintingFileTest, CutAnywhereItIsRefusedOrWhole) {
    ASSERT_TRUE(
        PaintingFile::create(path_, some_start(), false)->save_plan(some_plan(), Stage::Planned, 1.0).ok());
    const std::string whole = bytes_of_file(path_);
    for (size_t length = 0; length < whole.size(); length += 997) {
        write_bytes(path_, whole.substr(0, length));
        EXPECT_NE(painting_refusal(path_), "") << "cut to " << length << " of " << whole.size();
    }
}

TEST_F(PaintingFileTest, ScribbledOnItNeverCrashes) {
    ASSERT_TRUE(
        PaintingFile::create(path_, some_start(), false)->save_plan(some_plan(), Stage::Stopped, 1.0).ok());
    const std::string whole = bytes_of_file(path_);
    Rng rng(3, 3);
    for (int attempt = 0; attempt < 300; ++attempt) {
        std::string spoilt = whole;
        for (int i = 0; i < 4; ++i)
            spoilt[rng.bits() % (attempt % 2 ? 600 : spoilt.size())] = static_cast<char>(rng.bits());
        write_bytes(path_, spoilt);
        const std::string message = painting_refusal(path_);
        EXPECT_EQ(message.find('\n'), std::string::npos) << message;
        fs::remove(path_ + "-wal");
        fs::remove(path_ + "-shm");
    }
}

TEST_F(PaintingFileTest, WhatTheReaderWouldRefuseIsNotSaved) {
    Result<PaintingFile> file = PaintingFile::create(path_, some_start(), false);
    Plan plan = some_plan();
    plan.strokes[3].width_end = std::nanf("");
    const Status refused = file->save_plan(plan, Stage::Planned, 1.0);
    ASSERT_FALSE(refused.ok());
    EXPECT_NE(refused.error().message.find("width_end"), std::string::npos) << refused.error().message;
    EXPECT_EQ(loaded(path_).stage, Stage::Planning);
    plan = some_plan();
    plan.passes.front().name.assign(101, 'n');
    EXPECT_FALSE(file->save_plan(plan, Stage::Planned, 1.0).ok());
    EXPECT_FALSE(file->save_picture(std::string(5000, 'p'), std::string(64, 'b'), 1.0).ok());
    EXPECT_TRUE(file->save_plan(some_plan(), Stage::Planned, 1.0).ok());
}

/// Saves round after round, and begins again with the plan in between, until it is killed. Tells `saved` of
/// each round.
[[noreturn]] void paint_for_ever(const std::string& path, int first_round, int saved) {
    Result<PaintingFile> file = PaintingFile::open(path);
    for (int round = first_round + 1;; ++round) {
        if (!file->save_round(some_state(round)).ok() || ::write(saved, "r", 1) != 1)
            ::_exit(1);
        if (round % 3 == 0 && !file->save_plan(some_plan(round), Stage::Stopped, round).ok())
            ::_exit(1);
    }
}

/// Waits until `rounds` of them are told. False when the run ended before.
bool are_saved(int told, int rounds) {
    char byte = 0;
    for (int round = 0; round < rounds; ++round)
        if (::read(told, &byte, 1) != 1)
            return false;
    return true;
}

TEST_F(PaintingFileTest, SurvivesBeingKilledAtAnyMoment) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point began = Clock::now();
    {
        Result<PaintingFile> file = PaintingFile::create(path_, some_start(), false);
        for (int round = 1; round <= 3; ++round)
            ASSERT_TRUE(file->save_round(some_state(round)).ok());
        ASSERT_TRUE(file->save_plan(some_plan(3), Stage::Stopped, 3.0).ok());
    }
    const Clock::duration a_round = (Clock::now() - began) / 4;
    Rng rng(11, 4);
    int former = 3;
    for (int kill = 0; kill < 40; ++kill) {
        // After rounds that it told and some time more, so that it is killed at work however slow the machine
        // is.
        const int rounds = kill % 3;
        std::array<int, 2> pipe{};
        ASSERT_EQ(::pipe(pipe.data()), 0);
        const pid_t child = ::fork();
        if (child == 0)
            paint_for_ever(path_, former, pipe[1]);
        ::close(pipe[1]);
        EXPECT_TRUE(are_saved(pipe[0], rounds));
        std::this_thread::sleep_for(2 * a_round * rng.unit());
        ::kill(child, SIGKILL);
        ::close(pipe[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status));
        const Painting painting = loaded(path_);
        ASSERT_GE(painting.state.rounds_done, former + rounds) << "what is told as saved is kept";
        former = painting.state.rounds_done;
        ASSERT_TRUE(painting.state == some_state(former));
        ASSERT_EQ(painting.journal.size(), static_cast<size_t>(former));
        if (painting.plan) {
            ASSERT_TRUE(*painting.plan == some_plan(static_cast<int>(painting.plan->strokes.size())));
        }
    }
    EXPECT_GT(former, 10);
}

TEST_F(PaintingFileTest, OnlyOneRunGoesOnWithIt) {
    {
        const Result<PaintingFile> first = PaintingFile::create(path_, some_start(), false);
        ASSERT_TRUE(first.ok());
        Result<PaintingFile> second = PaintingFile::open(path_);
        ASSERT_TRUE(second.ok());
        EXPECT_TRUE(second->load().ok()) << "reading is free";
        const Status claimed = second->claim();
        ASSERT_FALSE(claimed.ok());
        EXPECT_NE(claimed.error().message.find("another run"), std::string::npos);
    }
    Result<PaintingFile> later = PaintingFile::open(path_);
    ASSERT_TRUE(later.ok());
    EXPECT_TRUE(later->claim().ok());
}

TEST_F(PaintingFileTest, AppearsWholeOrNotAtAllWhenKilledWhileItBegins) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point began = Clock::now();
    ASSERT_TRUE(PaintingFile::create(path_, some_start({200, 200}), false).ok());
    const Clock::duration once = Clock::now() - began;
    fs::remove(path_);
    Rng rng(12, 4);
    for (int kill = 0; kill < 20; ++kill) {
        const pid_t child = ::fork();
        if (child == 0) {
            for (;;)
                (void)PaintingFile::create(path_, some_start({200, 200}), true);
        }
        std::this_thread::sleep_for(once * (4.0 * rng.unit()));
        // The last one may take its time, so that a slow machine gets there too.
        for (int waits = 0; kill == 19 && waits < 5000 && !fs::exists(path_); ++waits)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        if (fs::exists(path_)) {
            EXPECT_EQ(painting_refusal(path_), "");
        }
    }
    EXPECT_TRUE(fs::exists(path_));
    EXPECT_TRUE(PaintingFile::create(path_, some_start(), true).ok());
    EXPECT_EQ(files_in_folder(), 1u) << "what killed runs left is swept away";
}

}  // namespace
}  // namespace allaprima
