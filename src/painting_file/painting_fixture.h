#pragma once
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "base/rng.h"
#include "base/test_folder.h"
#include "painting_file/painting_file.h"

/// Paintings in which every field has a value of its own, for tests.

namespace allaprima::testing_paintings {

namespace fs = std::filesystem;

class PaintingFileTest : public ::testing::Test {
  protected:
    void SetUp() override {
        const std::string name = ::testing::UnitTest::GetInstance()->current_test_info()->name();
        folder_ = fs::temp_directory_path() / fmt::format("allaprima-painting-{}{}", ::getpid(), name);
        fs::create_directories(folder_);
        path_ = (folder_ / "a painting.alla").string();
    }
    void TearDown() override { fs::remove_all(folder_); }

    size_t files_in_folder() const {
        return static_cast<size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
    }

    fs::path folder_;
    std::string path_;
};

inline float step(uint64_t bits) {
    return static_cast<float>(bits % 65536) / 65535.0f;
}

inline Materials some_materials() {
    Materials materials;
    materials.palette = {"two", {*find_pigment("Titanium White"), *find_pigment("Bone Black")}};
    materials.brushes = {Brush{}, Brush{}};
    materials.brushes[1].name = "worn";
    materials.brushes[1].dryness = 0.1f;
    materials.support = Support::Cotton;
    materials.wetness = 0.25f;
    materials.hand = {.name = "mine",
                      .likeness = true,
                      .length = 3.25f,
                      .palette = "zorn",
                      .ground = Rgb{0.5f, 0.25f, 0.0f}};
    materials.tools = {{0.5f, 4.0f}, {3.25f, 20.0f}};
    return materials;
}

inline Image<float> some_outline(Size size) {
    Image<float> outline(size, 1.0f);
    outline.at(3, 2) = step(12345);
    return outline;
}

inline PaintingStart some_start(Size size = {37, 23}) {
    PaintingStart start;
    start.brief.strokes = 250;
    start.brief.seed = ~uint64_t{0};
    start.brief.focus = Focus::None;
    start.brief.transparency = Transparency::Transparent;
    start.brief.target_psnr = 27.125;
    start.brief.output.size = Size{640, 480};
    start.brief.depth = 16;
    start.brief.finish = Finish::Flat;
    start.brief.light = {12.5f, 33.25f};
    start.software = "Alla Prima 0.1.0";
    start.photo_name = "sitter's \"best\" side.png";
    start.photo_digest = std::string(64, 'a');
    start.photo_size = {40'000'000, 3};
    start.photo_colour_space = "Display P3, by its ICC profile";
    start.output = "out.png";
    start.reference.colour = Image<Rgb>(size);
    Rng rng(7, 1);
    for (Rgb& pixel : start.reference.colour.pixels())
        pixel = {step(rng.bits()), step(rng.bits()), step(rng.bits())};
    start.reference.ground = {0.1f, 0.2f, 0.3f};
    start.reference.transparent_ground = true;
    start.reference.alpha = some_outline(size);
    start.reference.close_views = {
        {{3, 2, 9, 6}, 3, Image<Rgb>({18, 12}, {step(7), step(800), step(65535)})}};
    start.brief.palette = "auto:5";
    start.brief.brush = "flat,round";
    start.brief.support = Support::Cotton;
    start.brief.ground = Rgb{0.5f, 0.25f, 0.125f};
    start.brief.output.dpi = 300.0;
    start.brief.photograph = {
        .crop = ShareRect{0.125f, 0.0f, 0.5f, 1.0f}, .turn = -2.5f, .brightness = 0.5f, .warmth = -0.25f};
    start.brief.icc = "printer.icc";
    start.brief.hand_strength = 0.75f;
    start.brief.framing = {
        .frame = FrameKind::Gilt, .frame_mm = 30.0, .mat_mm = 55.5, .mat_colour = Rgb{0.75f, 0.5f, 0.25f}};
    start.materials = some_materials();
    start.faces = {{{0.25f, 0.125f, 0.5f, 0.3f}}, {{-0.1f, 0.7f, 0.2f, 0.4f}}};
    start.faces[0].angle = -12.5f;
    start.faces[0].eyes = {{0.3f, 0.2f, 0.1f, 0.05f}};
    start.faces[1].mouth = ShareRect{-0.05f, 0.9f, 0.1f, 0.1f};
    start.faces[0].irises = {{0.34f, 0.22f, 0.02f, 0.01f}};
    start.faces[0].certainty = 0.75f;
    start.faces[0].turn = -0.5f;
    start.faces[0].importance = 0.5f;
    start.faces[0].number = 2;
    start.faces[0].name = "Anna";
    start.others = {{.kind = Sighting::Kind::Held,
                     .box = {0.5f, 0.5f, 0.25f, 0.125f},
                     .certainty = 0.25f,
                     .outline = {{0.5f, 0.5f}, {0.75f, 0.5f}, {0.5f, 0.625f}},
                     .number = 1,
                     .name = "cap"}};
    start.focus = Image<float>(size, 1.0f);
    start.focus.at(3, 2) = 17.25f;
    start.figure = Image<float>(size, 0.0f);
    start.figure.at(5, 4) = 0.375f;
    start.brief.corrections = {{.what = "held", .box = {0.5f, 0.5f, 0.25f, 0.125f}, .name = "cap"}};
    start.brief.marks = {{{.kind = Region::Kind::Circle, .centre = {0.5f, 0.25f}, .radius = 0.125f}, 3.0f},
                         {{.kind = Region::Kind::Mask, .mask = "fist.png"}, 0.5f}};
    start.brief.subject.box = ShareRect{0.1f, 0.2f, 0.5f, 0.7f};
    start.brief.motifs.push_back({.file = "flag.svg", .veil = 0.75f, .repeat = true});
    start.motifs = {some_outline({12, 7})};
    Spatter& spatter = start.brief.spatters.emplace_back();
    spatter.colour = "#102030";
    spatter.seed = ~uint64_t{0};
    spatter.under = true;
    start.brief.signature = {.text = "A. P.", .corner = Corner::TopLeft};
    start.brief.backdrop = Backdrop::Plain;
    start.enclosed = {{"fist.png", {1, 2, 0, 255}}, {"printer.icc", {}}};
    return start;
}

inline PlanState some_state(int round) {
    PlanState state;
    state.rounds_done = round;
    state.seconds = 0.1 * round;
    state.born.assign(static_cast<size_t>(10 * round), round);
    state.parameters.assign(state.born.size() * 12, static_cast<float>(round) / 3.0f);
    return state;
}

inline Stroke some_stroke(Rng& rng) {
    Stroke stroke;
    for (Vec2& point : stroke.path.points)
        point = {rng.between(-3.0f, 400.0f), rng.between(-3.0f, 400.0f)};
    stroke.path.points[1] = {-0.0f, 1e-30f};
    stroke.width_start = rng.between(0.1f, 80.0f);
    stroke.width_end = rng.between(0.1f, 80.0f);
    stroke.fade = rng.between(0.0f, 9.0f);
    stroke.opacity = rng.unit();
    stroke.paint.colour = {rng.unit(), 1.0f, 0.0f};
    stroke.paint.shares = {0.25f, 0.75f};
    stroke.paint.miss = 1.5f;
    stroke.brush = 1;
    stroke.load = rng.unit();
    stroke.softness = rng.unit();
    stroke.closer = 2.0f;
    stroke.seed = rng.bits();
    return stroke;
}

inline Plan some_plan(int strokes = 300) {
    Plan plan;
    plan.width_mm = 400.0f;
    plan.height_mm = 248.649f;
    plan.ground = {0.5f, 0.25f, 1.0f / 3.0f};
    plan.transparent = true;
    plan.outline = some_outline({37, 23});
    plan.planned_pixel_mm = 400.0f / 37.0f;
    plan.materials = some_materials();
    plan.passes = {{"block-in", strokes / 3, Coat::Body}, {"accents", strokes - strokes / 3, Coat::Glaze}};
    Rng rng(5, 9);
    for (int i = 0; i < strokes; ++i)
        plan.strokes.push_back(some_stroke(rng));
    return plan;
}

/// The digests and the signature are of nothing: that they are right is not looked at here.
inline Record some_record() {
    const std::string digest(64, 'c');
    const Source source{.outlet = "The Example Courier", .said = "2026-05", .certainty = Certainty::Probable};
    Record record;
    record.making = Making{{.title = "Portrait", .painter = "Bo Sample", .date = "2026", .source = source},
                           {.photo_digest = digest,
                            .brief_digest = digest,
                            .palette_digest = digest,
                            .plan_digest = digest,
                            .seed = ~uint64_t{0},
                            .width_mm = 1.0f,
                            .height_mm = 0.1f},
                           digest};
    const Entry entry{.number = 1,
                      .kind = EntryKind::HandOver,
                      .date = "2026-05-14/2026-06",
                      .source = source,
                      .parties = {{Role::Giver, "Ada Sample"}, {Role::Envoy, "Eli Sample"}},
                      .signatures_digest = digest,
                      .previous = digest,
                      .digest = digest};
    record.entries = {entry, entry};
    record.entries[1].number = 2;
    record.entries[1].contradicts = 1;
    record.entries[1].parties.pop_back();
    record.signatures = {{1, 2, Role::Giver, "Ada Sample", digest, digest + digest}};
    return record;
}

inline Painting loaded(const std::string& path) {
    Result<PaintingFile> file = PaintingFile::open(path);
    EXPECT_TRUE(file.ok()) << (file ? "" : file.error().message);
    Result<Painting> painting = file->load();
    EXPECT_TRUE(painting.ok()) << (painting ? "" : painting.error().message);
    return painting ? std::move(painting).value() : Painting{};
}

/// Why it is refused; empty when it is not.
inline std::string painting_refusal(const std::string& path) {
    Result<PaintingFile> file = PaintingFile::open(path);
    if (!file)
        return file.error().message;
    const Result<Painting> painting = file->load();
    return painting ? "" : painting.error().message;
}

inline void change(const std::string& path, const char* sql) {
    sqlite3* connection = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &connection), SQLITE_OK);
    char* fault = nullptr;
    EXPECT_EQ(sqlite3_exec(connection, sql, nullptr, nullptr, &fault), SQLITE_OK) << fault << ": " << sql;
    sqlite3_close(connection);
}

inline void write_bytes(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace allaprima::testing_paintings
