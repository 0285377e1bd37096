#include "io/painting_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <limits>

#include "io/check_plan.h"
#include "io/digest.h"
#include "io/new_file.h"
#include "io/painting_fields.h"
#include "io/painting_header.h"
#include "io/painting_rows.h"
#include "io/record_rows.h"
#include "model/part_settings.h"

namespace allaprima {
namespace {

using namespace painting_fields;

static_assert(std::endian::native == std::endian::little, "numbers inside blobs are little-endian");

constexpr int kMostRounds = 1'000'000;
constexpr int kMostParametersPerStroke = 64;
constexpr float kLargestParameter = 1e6f;
constexpr float kMostFocus = 1e6f;
constexpr size_t kLongestKeptName = 4096;
constexpr int kLongestPhotoSide = std::numeric_limits<int>::max();

const char* word(Stage stage) {
    return kStageWords[static_cast<size_t>(stage)];
}

struct Table {
    const char* name;
    std::string sql;
};

/// The whole schema. A file whose schema reads otherwise is no painting of this format, so nothing that a
/// hostile file might define (views, triggers, virtual tables) is ever carried out.
std::vector<Table> schema() {
    std::vector<Table> tables;
    auto table = [&](const char* name, const std::string& columns) {
        tables.push_back({name, fmt::format("CREATE TABLE {} ({})", name, columns)});
    };
    table("painting",
          "software, stage, output, \"replace\", planning_seconds, painting_seconds, picture_sha256");
    table("brief", column_names<Brief>());
    table("materials", column_names<Materials>());
    table("tube", column_names<Pigment>());
    table("brush", column_names<Brush>());
    table("hand", column_names<Hand>());
    table("photo", "name, sha256, width, height");
    table("reference",
          "width, height, ground_red, ground_green, ground_blue, pixel_mm, transparent_ground, rgb16, "
          "focus_f32, figure_f32");
    table("focus_mark", column_names<FocusMark>());
    table("motif", column_names<Motif>());
    table("spatter", column_names<Spatter>());
    table("face", column_names<Face>());
    table("state", "rounds_done, seconds, parameters_f32, born_i32");
    table("journal", "round INTEGER PRIMARY KEY, strokes, seconds");
    table("canvas", column_names<Plan>());
    table("brush_of_plan", column_names<Brush>());
    table("pass", column_names<Pass>());
    table("stroke", column_names<Stroke>());
    for (const auto& [name, columns] : record_tables())
        table(name, columns);
    return tables;
}

void check_schema(Database& database) {
    Statement found(database, "SELECT name, sql FROM sqlite_schema ORDER BY rowid");
    for (const Table& table : schema()) {
        if (!found.step() || found.text(100) != table.name || found.text(10'000) != table.sql)
            return database.fail("its tables are not those of a painting");
    }
    if (found.step())
        database.fail("its tables are not those of a painting");
}

void check_pages(Database& database) {
    Statement check(database, "PRAGMA quick_check(1)");
    if (!check.step() || check.text(10'000) != "ok")
        database.fail("its pages are not in order");
}

/// @return the value in steps of 1/65535; a value between two steps is a broken promise of the Reference.
uint16_t in_steps(float value) {
    const auto steps = static_cast<uint16_t>(std::lround(value * 65535.0f));
    ALLAPRIMA_CHECK(static_cast<float>(steps) / 65535.0f == value);
    return steps;
}

std::vector<uint16_t> packed(const Image<Rgb>& colour) {
    std::vector<uint16_t> steps;
    steps.reserve(colour.pixels().size() * 3);
    for (const Rgb& pixel : colour.pixels())
        for (const float channel : {pixel.r, pixel.g, pixel.b})
            steps.push_back(in_steps(channel));
    return steps;
}

Image<Rgb> unpacked(Size size, const std::vector<uint16_t>& steps) {
    Image<Rgb> colour(size);
    auto channel = [&](size_t i) { return static_cast<float>(steps[i]) / 65535.0f; };
    for (size_t i = 0; i < colour.pixels().size(); ++i)
        colour.pixels()[i] = {channel(3 * i), channel(3 * i + 1), channel(3 * i + 2)};
    return colour;
}

// The start

void write_reference(Database& database, const PaintingStart& start) {
    const Reference& reference = start.reference;
    Statement row(database, "INSERT INTO reference VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    row.bind(static_cast<int64_t>(reference.size().width));
    row.bind(static_cast<int64_t>(reference.size().height));
    for (const float channel : {reference.ground.r, reference.ground.g, reference.ground.b})
        row.bind(static_cast<double>(channel));
    row.bind(static_cast<double>(reference.pixel_mm));
    row.bind(static_cast<int64_t>(reference.transparent_ground));
    row.bind(bytes_of(packed(reference.colour)));
    row.bind(std::as_bytes(start.focus.pixels()));
    row.bind(std::as_bytes(start.figure.pixels()));
    row.carry_out();
}

/// A map of the reference's size, or an empty one.
Image<float> read_map(Database& database, Statement& row, Size size, float most) {
    const auto area = static_cast<size_t>(size.area());
    const auto numbers = numbers_of<float>(database, row.blob(area * sizeof(float)));
    for (const float value : numbers)
        if (!(value >= 0.0f && value <= most))
            database.fail("a map of the reference is out of range");
    if (!numbers.empty() && numbers.size() != area)
        database.fail("a map of the reference is cut off");
    if (numbers.empty() || database.failed())
        return {};
    Image<float> map(size);
    std::copy(numbers.begin(), numbers.end(), map.pixels().begin());
    return map;
}

void read_reference(Database& database, PaintingStart& start) {
    Reference& reference = start.reference;
    Statement row(database, "SELECT * FROM reference");
    if (!row.step())
        return;
    const auto width = static_cast<int>(row.whole(1, kLargestPlanSize));
    const auto height = static_cast<int>(row.whole(1, kLargestPlanSize));
    for (float* channel : {&reference.ground.r, &reference.ground.g, &reference.ground.b})
        *channel = static_cast<float>(row.real(0.0, 1.0));
    reference.pixel_mm = static_cast<float>(row.real(kLengthMm.low, kLengthMm.high));
    reference.transparent_ground = row.whole(0, 1) != 0;
    const size_t bytes = static_cast<size_t>(width) * static_cast<size_t>(height) * 3 * sizeof(uint16_t);
    const auto pixels = numbers_of<uint16_t>(database, row.blob(bytes));
    if (pixels.size() * sizeof(uint16_t) != bytes)
        return database.fail("the reference is cut off");
    start.focus = read_map(database, row, {width, height}, kMostFocus);
    start.figure = read_map(database, row, {width, height}, 1.0f);
    if (start.focus.empty())
        database.fail("the focus is missing");
    if (!database.failed())
        reference.colour = unpacked({width, height}, pixels);
}

void write_photo(Database& database, const PaintingStart& start) {
    Statement row(database, "INSERT INTO photo VALUES (?, ?, ?, ?)");
    Binder binder(database, row);
    binder.text("name", start.photo_name, kLongestKeptName);
    binder.text("sha256", start.photo_digest, 64);
    row.bind(static_cast<int64_t>(start.photo_size.width));
    row.bind(static_cast<int64_t>(start.photo_size.height));
    row.carry_out();
}

void read_photo_facts(Database& database, PaintingStart& start) {
    Statement row(database, "SELECT * FROM photo");
    if (!only_row(database, row))
        return;
    start.photo_name = row.text(kLongestKeptName);
    start.photo_digest = row.text(64);
    if (!is_sha256(start.photo_digest))
        database.fail("the photograph's digest is none");
    start.photo_size.width = static_cast<int>(row.whole(1, kLongestPhotoSide));
    start.photo_size.height = static_cast<int>(row.whole(1, kLongestPhotoSide));
}

void write_start(Database& database, const PaintingStart& start) {
    for (const Table& table : schema())
        database.run(table.sql);
    // Older programs kept a permission to replace the picture; a file gives none.
    Statement row(database, "INSERT INTO painting VALUES (?, ?, ?, 0, 0.0, 0.0, '')");
    Binder binder(database, row);
    binder.text("software", start.software, kLongestKeptName);
    row.bind(std::string_view(word(Stage::Planning)));
    binder.text("output", start.output, kLongestKeptName);
    row.carry_out();
    insert(database, "brief", std::vector{start.brief});
    write_photo(database, start);
    insert(database, "focus_mark", start.brief.marks);
    insert(database, "motif", start.brief.motifs);
    insert(database, "spatter", start.brief.spatters);
    write_reference(database, start);
    insert(database, "face", start.faces);
    insert(database, "materials", std::vector{start.materials});
    insert(database, "tube", start.materials.palette.tubes);
    insert(database, "brush", start.materials.brushes);
    insert(database, "hand", std::vector{start.materials.hand});
}

void read_lists(Database& database, Brief& brief) {
    brief.marks = rows_of<FocusMark>(database, "focus_mark", kMostFocusMarks);
    brief.motifs = rows_of<Motif>(database, "motif", kMostMotifs);
    brief.spatters = rows_of<Spatter>(database, "spatter", kMostSpatters);
}

Materials read_materials(Database& database) {
    auto materials = only_row_of<Materials>(database, "materials");
    materials.palette.tubes = rows_of<Pigment>(database, "tube", kMostTubes);
    materials.brushes = rows_of<Brush>(database, "brush", kMostBrushes);
    materials.hand = only_row_of<Hand>(database, "hand");
    if (materials.brushes.empty())
        database.fail("there is no brush");
    return materials;
}

// What came of it

void read_progress(Database& database, Painting& painting) {
    Statement row(database, "SELECT * FROM painting");
    if (!only_row(database, row))
        return;
    painting.start.software = row.text(kLongestKeptName);
    RowReader reader(database, row);
    reader.choice("stage", painting.stage, kStageWords);
    painting.start.output = row.text(kLongestKeptName);
    row.skip();
    painting.planning_seconds = row.real(kSeconds.low, kSeconds.high);
    painting.painting_seconds = row.real(kSeconds.low, kSeconds.high);
    painting.picture_digest = row.text(64);
    if (!painting.picture_digest.empty() && !is_sha256(painting.picture_digest))
        database.fail("the picture's digest is none");
}

void check_state(Database& database, const PlanState& state) {
    const size_t strokes = state.born.size();
    const size_t numbers = state.parameters.size();
    if (strokes == 0 ? numbers != 0 : numbers % strokes != 0 || numbers / strokes > kMostParametersPerStroke)
        database.fail("the saved round does not have the same number of parameters for each stroke");
    for (const int32_t round : state.born)
        if (round < 0 || round > state.rounds_done)
            database.fail("a stroke was seeded in a round that has not been");
    for (const float parameter : state.parameters)
        if (!(std::abs(parameter) <= kLargestParameter))
            database.fail("a parameter of the saved round is out of range");
}

PlanState read_state(Database& database) {
    PlanState state;
    Statement row(database, "SELECT * FROM state");
    if (!row.step())
        return state;
    state.rounds_done = static_cast<int>(row.whole(0, kMostRounds));
    state.seconds = row.real(kSeconds.low, kSeconds.high);
    state.parameters = numbers_of<float>(
        database, row.blob(size_t{kMostStrokesAsked} * kMostParametersPerStroke * sizeof(float)));
    state.born = numbers_of<int32_t>(database, row.blob(size_t{kMostStrokesAsked} * sizeof(int32_t)));
    check_state(database, state);
    return state;
}

std::vector<JournalLine> read_journal(Database& database) {
    std::vector<JournalLine> journal;
    Statement row(database, "SELECT round, strokes, seconds FROM journal ORDER BY round");
    while (row.step() && journal.size() < kMostRounds) {
        JournalLine& line = journal.emplace_back();
        line.round = static_cast<int>(row.whole(0, kMostRounds));
        line.strokes = static_cast<int>(row.whole(0, kMostStrokesAsked));
        line.seconds = row.real(kSeconds.low, kSeconds.high);
    }
    return journal;
}

void write_journal(Database& database, const PlanState& state) {
    Statement row(database, "INSERT OR REPLACE INTO journal VALUES (?, ?, ?)");
    row.bind(static_cast<int64_t>(state.rounds_done));
    row.bind(static_cast<int64_t>(state.born.size()));
    row.bind(state.seconds);
    row.carry_out();
}

Plan read_plan(Database& database, const Materials& materials) {
    Plan plan = only_row_of<Plan>(database, "canvas");
    plan.materials = materials;
    // What is thrown and signed last takes brushes that were not chosen at the start.
    plan.materials.brushes = rows_of<Brush>(database, "brush_of_plan", kMostBrushes);
    plan.passes = rows_of<Pass>(database, "pass", 1000);
    plan.strokes = rows_of<Stroke>(database, "stroke", kMostStrokesKept);
    if (const Status whole = check_plan(plan); !whole)
        database.fail(whole.error().message);
    return plan;
}

/// Puts the strokes in place of those before. Once planning has ended, the state and the reference go.
void write_plan(Database& database, const Plan& plan, Stage stage, double planning_seconds) {
    database.run("DELETE FROM canvas; DELETE FROM brush_of_plan; DELETE FROM pass; DELETE FROM stroke");
    insert(database, "canvas", std::vector{plan});
    insert(database, "brush_of_plan", plan.materials.brushes);
    insert(database, "pass", plan.passes);
    insert(database, "stroke", plan.strokes);
    Statement row(database, "UPDATE painting SET stage = ?, planning_seconds = ?");
    row.bind(std::string_view(word(stage)));
    row.bind(planning_seconds);
    row.carry_out();
    if (stage != Stage::Stopped)
        database.run("DELETE FROM state; DELETE FROM reference");
}

/// What a stage promises to hold.
void check_stage(Database& database, const Painting& painting) {
    const bool may_go_on = painting.stage == Stage::Planning || painting.stage == Stage::Stopped;
    if (may_go_on && painting.start.reference.colour.empty())
        database.fail("the reference is missing");
}

// Files

/// Brings whatever stands under the name to rest, so that no journal is left which SQLite would later take
/// for one of the new file that replaces it.
void settle_former(const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) {
        if (Result<Database> former = Database::open(path, Database::Mode::Open); former.ok())
            former->run("SELECT count(*) FROM sqlite_schema");
    }
    for (const char* ending : {"-journal", "-wal", "-shm"})
        std::filesystem::remove(path + ending, ignored);
}

Error damaged(const std::string& path, const std::string& fault) {
    return {
        fmt::format("{} is damaged ({}): take it from a copy, or paint the photograph again", path, fault)};
}

Error unsaved(const std::string& path, const std::string& fault) {
    return {fmt::format("cannot save the painting to {}: {}", path, fault)};
}

}  // namespace

Result<PaintingFile> PaintingFile::create(const std::string& path, const PaintingStart& start, bool replace) {
    return create_with(path, start, replace, [](Database&) {});
}

Result<PaintingFile> PaintingFile::create_planned(const std::string& path, const PaintingStart& start,
                                                  const Plan& plan, bool replace) {
    return create_with(path, start, replace,
                       [&](Database& database) { write_plan(database, plan, Stage::Planned, 0.0); });
}

Result<PaintingFile> PaintingFile::create_with(const std::string& path, const PaintingStart& start,
                                               bool replace,
                                               const std::function<void(Database&)>& write_more) {
    Result<NewFile> file = NewFile::create(path, replace);
    if (!file)
        return file.error();
    {
        Result<Database> database = Database::open(file->temporary_path(), Database::Mode::Create);
        if (!database)
            return unsaved(path, database.error().message);
        Transaction transaction(*database);
        mark_as_painting(*database);
        write_start(*database, start);
        write_more(*database);
        transaction.commit();
        if (Status written = database->outcome(); !written)
            return unsaved(path, written.error().message);
    }
    settle_former(path);
    if (Status placed = file->finish(); !placed)
        return placed.error();
    Result<PaintingFile> painting = open(path);
    if (painting)
        if (const Status claimed = painting->claim(); !claimed)
            return claimed.error();
    return painting;
}

Result<PaintingFile> PaintingFile::open(const std::string& path) {
    if (Status painting = check_painting_header(path); !painting)
        return painting.error();
    Result<Database> database = Database::open(path, Database::Mode::Open);
    if (!database)
        return Error{fmt::format("cannot open {}: {}", path, database.error().message)};
    return PaintingFile(path, std::move(database).value());
}

Status PaintingFile::claim() {
    Result<FileLock> lock = FileLock::take(path_);
    if (!lock)
        return lock.error();
    lock_ = std::move(lock).value();
    return Done{};
}

Result<PaintingStart> PaintingFile::load_names() {
    Painting painting;
    database_.run("BEGIN");
    check_schema(database_);
    painting.start.brief = only_row_of<Brief>(database_, "brief");
    read_photo_facts(database_, painting.start);
    read_progress(database_, painting);
    read_lists(database_, painting.start.brief);
    if (const Status read = end_reading(); !read)
        return read.error();
    return painting.start;
}

Result<Painting> PaintingFile::load() {
    Painting painting;
    database_.run("BEGIN");
    check_pages(database_);
    check_schema(database_);
    painting.start.brief = only_row_of<Brief>(database_, "brief");
    read_photo_facts(database_, painting.start);
    read_progress(database_, painting);
    read_lists(database_, painting.start.brief);
    read_reference(database_, painting.start);
    painting.start.faces = rows_of<Face>(database_, "face", 10'000);
    painting.start.materials = read_materials(database_);
    painting.state = read_state(database_);
    painting.journal = read_journal(database_);
    if (painting.stage != Stage::Planning)
        painting.plan = read_plan(database_, painting.start.materials);
    painting.record = read_record(database_);
    check_stage(database_, painting);
    if (const Status read = end_reading(); !read)
        return read.error();
    return painting;
}

Status PaintingFile::end_reading() {
    database_.run("COMMIT");
    Status read = database_.outcome();
    if (read)
        return Done{};
    database_.run("ROLLBACK");
    (void)database_.outcome();
    return damaged(path_, read.error().message);
}

Status PaintingFile::saved() {
    if (Status outcome = database_.outcome(); !outcome)
        return unsaved(path_, outcome.error().message);
    return Done{};
}

Status PaintingFile::save_round(const PlanState& state) {
    Transaction transaction(database_);
    database_.run("DELETE FROM state");
    Statement row(database_, "INSERT INTO state VALUES (?, ?, ?, ?)");
    row.bind(static_cast<int64_t>(state.rounds_done));
    row.bind(state.seconds);
    row.bind(bytes_of(state.parameters));
    row.bind(bytes_of(state.born));
    row.carry_out();
    write_journal(database_, state);
    transaction.commit();
    return saved();
}

Status PaintingFile::save_plan(const Plan& plan, Stage stage, double planning_seconds) {
    {
        Transaction transaction(database_);
        write_plan(database_, plan, stage, planning_seconds);
        transaction.commit();
    }
    const Status kept = saved();
    // The freed pages are overwritten already. This gives their room back, where there is room to do so.
    if (kept && stage != Stage::Stopped) {
        database_.run("VACUUM");
        (void)database_.outcome();
    }
    return kept;
}

Status PaintingFile::save_stage(Stage stage) {
    Statement row(database_, "UPDATE painting SET stage = ?");
    row.bind(std::string_view(word(stage)));
    row.carry_out();
    return saved();
}

Status PaintingFile::save_record(const Record& record) {
    Transaction transaction(database_);
    write_record(database_, record);
    transaction.commit();
    return saved();
}

Status PaintingFile::save_picture(const std::string& path, const std::string& digest,
                                  double painting_seconds) {
    Statement row(database_,
                  "UPDATE painting SET \"replace\" = 0, output = ?, picture_sha256 = ?, "
                  "painting_seconds = ?");
    Binder(database_, row).text("output", path, kLongestKeptName);
    row.bind(std::string_view(digest));
    row.bind(painting_seconds);
    row.carry_out();
    return saved();
}

}  // namespace allaprima
