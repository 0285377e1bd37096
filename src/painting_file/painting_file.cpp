#include "painting_file/painting_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <filesystem>
#include <utility>

#include "files/digest.h"
#include "files/new_file.h"
#include "model/part_settings.h"
#include "painting_file/check_plan.h"
#include "painting_file/material_rows.h"
#include "painting_file/outline_rows.h"
#include "painting_file/painting_header.h"
#include "painting_file/painting_rows.h"
#include "painting_file/picture_rows.h"
#include "painting_file/record_rows.h"
#include "painting_file/remembered_rows.h"
#include "painting_file/sighting_rows.h"

namespace allaprima {
namespace {

using namespace painting_fields;

static_assert(std::endian::native == std::endian::little, "numbers inside blobs are little-endian");

constexpr float kLargestParameter = 1e6f, kMostFocus = 1e6f;

const char* word(Stage stage) {
    return kStageWords[static_cast<size_t>(stage)];
}

std::vector<float> values_of(const Image<float>& map) {
    return {map.pixels().begin(), map.pixels().end()};
}

// The start

void write_reference(Database& database, const PaintingStart& start) {
    const Reference& reference = start.reference;
    write_figure(database, start.figure);
    if (reference.colour.empty())
        return;
    write_outline(database, reference.alpha);
    write_close_views(database, reference.close_views);
    insert(database, "reference",
           std::vector{ReferenceRow{.size = reference.size(),
                                    .ground = reference.ground,
                                    .pixel_mm = reference.pixel_mm,
                                    .transparent_ground = reference.transparent_ground,
                                    .colour = packed(reference.colour),
                                    .focus = values_of(start.focus),
                                    .figure = values_of(start.figure)}});
}

/// A map of the reference's size, or an empty one.
Image<float> map_of(Database& database, Size size, const std::vector<float>& values, float most) {
    for (const float value : values)
        if (!(value >= 0.0f && value <= most))
            database.fail("a map of the reference is out of range");
    if (!values.empty() && values.size() != static_cast<size_t>(size.area()))
        database.fail("a map of the reference is cut off");
    if (values.empty() || database.failed())
        return {};
    Image<float> map(size);
    std::ranges::copy(values, map.pixels().begin());
    return map;
}

void read_reference(Database& database, const FileTables& file, PaintingStart& start) {
    const std::vector<ReferenceRow> rows = rows_of<ReferenceRow>(database, file, "reference", 1);
    if (rows.empty())
        start.figure = read_figure(database, file);
    if (rows.empty() || database.failed())
        return;
    const ReferenceRow& row = rows.front();
    if (row.colour.size() != 3 * static_cast<size_t>(row.size.area()))
        return database.fail("the reference is cut off");
    start.reference.ground = row.ground;
    start.reference.pixel_mm = row.pixel_mm;
    start.reference.transparent_ground = row.transparent_ground;
    start.focus = map_of(database, row.size, row.focus, kMostFocus);
    start.figure = map_of(database, row.size, row.figure, 1.0f);
    if (start.focus.empty())
        database.fail("the focus is missing");
    start.reference.alpha = read_outline(database, file);
    if (!start.reference.alpha.empty() && start.reference.alpha.size() != row.size)
        database.fail("the outline is not that of the reference");
    start.reference.close_views = read_close_views(database, file, row.size);
    if (!database.failed())
        start.reference.colour = unpacked(row.size, row.colour);
}

void read_photo_facts(Database& database, const FileTables& file, PaintingStart& start) {
    const auto row = only_row_of<PhotoRow>(database, file, "photo");
    if (!is_sha256(row.digest))
        database.fail("the photograph's digest is not a SHA-256");
    start.photo_name = row.name;
    start.photo_digest = row.digest;
    start.photo_size = row.size;
    start.photo_colour_space = row.colour_space;
}

void write_start(Database& database, const PaintingStart& start) {
    for (const std::string& table : painting_tables())
        database.run(table);
    insert(database, "painting",
           std::vector{PaintingRow{.software = start.software, .output = start.output}});
    insert(database, "brief", std::vector{start.brief});
    insert(database, "photo",
           std::vector{
               PhotoRow{start.photo_name, start.photo_digest, start.photo_size, start.photo_colour_space}});
    insert(database, "see", start.brief.corrections);
    insert(database, "focus_mark", start.brief.marks);
    insert(database, "motif", start.brief.motifs);
    write_motifs_seen(database, start.motifs);
    insert(database, "spatter", start.brief.spatters);
    write_reference(database, start);
    insert(database, "face", start.faces);
    write_materials(database, start.materials);
    insert(database, "sighting", start.others);
    insert(database, "enclosed", start.enclosed);
}

void read_lists(Database& database, const FileTables& file, Brief& brief) {
    brief.corrections = rows_of<Correction>(database, file, "see", kMostCorrections);
    brief.marks = rows_of<FocusMark>(database, file, "focus_mark", kMostFocusMarks);
    brief.motifs = rows_of<Motif>(database, file, "motif", kMostMotifs);
    brief.spatters = rows_of<Spatter>(database, file, "spatter", kMostSpatters);
}

std::vector<EnclosedFile> read_enclosed(Database& database, const FileTables& file) {
    if (!file.has("enclosed", "bytes"))
        return {};
    Statement together(database, "SELECT coalesce(sum(length(bytes)), 0) FROM enclosed");
    if (together.step())
        (void)together.whole(0, int64_t{kMostEnclosedBytes});
    // More of a brief's fields than these name no file.
    constexpr size_t kMostFiles = kMostFocusMarks + kMostSpatters + 4;
    return database.failed() ? std::vector<EnclosedFile>{}
                             : rows_of<EnclosedFile>(database, file, "enclosed", kMostFiles);
}

// What came of it

void read_progress(Database& database, const FileTables& file, Painting& painting) {
    const auto row = only_row_of<PaintingRow>(database, file, "painting");
    for (const std::string* digest : {&row.picture_digest, &row.pixels_digest})
        if (!digest->empty() && !is_sha256(*digest))
            database.fail("the picture's digest is not a SHA-256");
    painting.start.software = row.software;
    painting.start.output = row.output;
    painting.stage = row.stage;
    painting.planning_seconds = row.planning_seconds;
    painting.painting_seconds = row.painting_seconds;
    painting.picture_digest = row.picture_digest;
    painting.pixels_digest = row.pixels_digest;
}

void check_state(Database& database, const PlanState& state) {
    const size_t strokes = state.born.size();
    const size_t numbers = state.parameters.size();
    if (strokes == 0 ? numbers != 0 : numbers % strokes != 0 || numbers / strokes > kMostParametersPerStroke)
        database.fail("the saved round does not have the same number of parameters for each stroke");
    for (const int32_t round : state.born)
        if (round < 0 || round > state.rounds_done)
            database.fail("a stroke was seeded in a round that has not happened yet");
    for (const float parameter : state.parameters)
        if (!(std::abs(parameter) <= kLargestParameter))
            database.fail("a parameter of the saved round is out of range");
}

PlanState read_state(Database& database, const FileTables& file) {
    std::vector<PlanState> rows = rows_of<PlanState>(database, file, "state", 1);
    if (rows.empty() || database.failed())
        return {};
    check_state(database, rows.front());
    return std::move(rows.front());
}

void write_state(Database& database, const PlanState& state) {
    database.run("DELETE FROM state");
    insert(database, "state", std::vector{state});
    database.run(fmt::format("DELETE FROM journal WHERE round = {}", state.rounds_done));
    insert(database, "journal",
           std::vector{JournalLine{state.rounds_done, static_cast<int>(state.born.size()), state.seconds}});
}

Plan read_plan(Database& database, const FileTables& file, const Materials& materials) {
    Plan plan = only_row_of<Plan>(database, file, "canvas");
    plan.materials = materials;
    // What is thrown and signed last takes brushes that were not chosen at the start.
    plan.materials.brushes = rows_of<Brush>(database, file, "brush_of_plan", kMostBrushes);
    plan.passes = rows_of<Pass>(database, file, "pass", 1000);
    plan.strokes = rows_of<Stroke>(database, file, "stroke", kMostStrokesKept);
    plan.outline = read_outline(database, file);
    if (const Status whole = check_plan(plan); !whole)
        database.fail(whole.error().message);
    return plan;
}

/// Puts the strokes in place of those before. Once planning has ended, the state and the reference go; of
/// that, these views are remembered.
void write_plan(Database& database, const Plan& plan, Stage stage, double planning_seconds,
                const std::vector<CloseView>& views) {
    database.run("DELETE FROM canvas; DELETE FROM brush_of_plan; DELETE FROM pass; DELETE FROM stroke");
    write_outline(database, plan.outline);
    insert(database, "canvas", std::vector{plan});
    insert(database, "brush_of_plan", plan.materials.brushes);
    insert(database, "pass", plan.passes);
    insert(database, "stroke", plan.strokes);
    Statement row(database, "UPDATE painting SET stage = ?, planning_seconds = ?");
    row.bind(std::string_view(word(stage)));
    row.bind(planning_seconds);
    row.carry_out();
    if (stage == Stage::Stopped)
        return;
    database.run("DELETE FROM state; DELETE FROM reference; DELETE FROM close_view; DELETE FROM remembered");
    write_remembered(database, views);
}

/// What a painting will remember of its reference, which it has still or remembers already.
std::vector<CloseView> to_remember(Database& database, const FileTables& file) {
    PaintingStart start;
    read_reference(database, file, start);
    return start.reference.colour.empty() ? read_remembered(database, file) : remembered(start.reference);
}

/// All of a painting that was read, into a new file.
void write_painting(Database& database, const Painting& painting) {
    write_start(database, painting.start);
    if (!painting.state.born.empty())
        insert(database, "state", std::vector{painting.state});
    insert(database, "journal", painting.journal);
    if (painting.plan)
        write_plan(database, *painting.plan, painting.stage, painting.planning_seconds, painting.remembered);
    database.run("DELETE FROM painting");
    insert(database, "painting",
           std::vector{PaintingRow{painting.start.software, painting.stage, painting.start.output,
                                   painting.planning_seconds, painting.painting_seconds,
                                   painting.picture_digest, painting.pixels_digest}});
    write_record(database, painting.record);
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
    if (std::filesystem::exists(path, ignored))
        if (Result<Database> former = Database::open(path, Database::Mode::Open); former.ok())
            former->run("SELECT count(*) FROM sqlite_schema");
    for (const char* ending : {"-journal", "-wal", "-shm"})
        std::filesystem::remove(path + ending, ignored);
}

Error damaged(const std::string& path, const std::string& fault) {
    return {
        fmt::format("{} is damaged ({}): take it from a copy, or paint the photograph again", path, fault)};
}

Error newer(const std::string& path, uint32_t format, const std::string& fault) {
    return {fmt::format(
        "{} was made by a newer Alla Prima (format {}; this one knows up to {}), and {}: update Alla "
        "Prima to open it",
        path, format, kPaintingFormat, fault)};
}

Error unsaved(const std::string& path, const std::string& fault) {
    return {fmt::format("cannot save the painting to {}: {}", path, fault)};
}

}  // namespace

Result<PaintingFile> PaintingFile::create(const std::string& path, const PaintingStart& start, bool replace) {
    return create_with(path, replace, [&](Database& database) { write_start(database, start); });
}

Result<PaintingFile> PaintingFile::create_planned(const std::string& path, const PaintingStart& start,
                                                  const Plan& plan, bool replace) {
    return create_with(path, replace, [&](Database& database) {
        write_start(database, start);
        write_plan(database, plan, Stage::Planned, 0.0, remembered(start.reference));
    });
}

Result<PaintingFile> PaintingFile::create_like(const std::string& path, const Painting& painting,
                                               bool replace) {
    return create_with(path, replace, [&](Database& database) { write_painting(database, painting); });
}

Result<PaintingFile> PaintingFile::create_with(const std::string& path, bool replace,
                                               const std::function<void(Database&)>& write) {
    Result<NewFile> file = NewFile::create(path, replace);
    if (!file)
        return file.error();
    {
        Result<Database> database = Database::open(file->temporary_path(), Database::Mode::Create);
        if (!database)
            return unsaved(path, database.error().message);
        Transaction transaction(*database);
        mark_as_painting(*database);
        write(*database);
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
    const Result<uint32_t> format = painting_format(path);
    if (!format)
        return format.error();
    Result<Database> database = Database::open(path, Database::Mode::Open);
    if (!database)
        return Error{fmt::format("cannot open {}: {}", path, database.error().message)};
    return PaintingFile(path, *format, std::move(database).value());
}

Status PaintingFile::claim() {
    Result<FileLock> lock = FileLock::take(path_);
    if (!lock)
        return lock.error();
    lock_ = std::move(lock).value();
    return format_ < kPaintingFormat ? upgrade() : Status(Done{});
}

Status PaintingFile::upgrade() {
    const Result<Painting> painting = load();
    if (!painting)
        return painting.error();
    Result<PaintingFile> anew = create_like(path_, *painting, true);
    if (!anew)
        return anew.error();
    *this = std::move(anew).value();
    return Done{};
}

Result<PaintingStart> PaintingFile::load_names() {
    return load_start(false);
}

Result<PaintingStart> PaintingFile::load_enclosed() {
    return load_start(true);
}

Result<PaintingStart> PaintingFile::load_start(bool with_enclosed) {
    Painting painting;
    database_.run("BEGIN");
    const FileTables file = FileTables::read(database_, format_);
    painting.start.brief = only_row_of<Brief>(database_, file, "brief");
    read_photo_facts(database_, file, painting.start);
    read_progress(database_, file, painting);
    read_lists(database_, file, painting.start.brief);
    if (with_enclosed)
        painting.start.enclosed = read_enclosed(database_, file);
    if (const Status read = end_reading(); !read)
        return read.error();
    return painting.start;
}

Result<Painting> PaintingFile::load() {
    Painting painting;
    database_.run("BEGIN");
    check_pages(database_, path_);
    const FileTables file = FileTables::read(database_, format_);
    painting.start.brief = only_row_of<Brief>(database_, file, "brief");
    read_photo_facts(database_, file, painting.start);
    read_progress(database_, file, painting);
    read_lists(database_, file, painting.start.brief);
    read_reference(database_, file, painting.start);
    painting.start.motifs = read_motifs_seen(database_, file, painting.start.brief.motifs.size());
    painting.start.faces = rows_of<Face>(database_, file, "face", kMostSightings);
    painting.start.others = read_sightings(database_, file);
    painting.start.materials = read_materials(database_, file);
    painting.start.enclosed = read_enclosed(database_, file);
    painting.state = read_state(database_, file);
    painting.journal = rows_of<JournalLine>(database_, file, "journal", kMostRounds);
    if (painting.stage != Stage::Planning)
        painting.plan = read_plan(database_, file, painting.start.materials);
    painting.remembered = read_remembered(database_, file);
    painting.record = read_record(database_, file);
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
    return format_ > kPaintingFormat ? newer(path_, format_, read.error().message)
                                     : damaged(path_, read.error().message);
}

Status PaintingFile::saved() {
    if (Status outcome = database_.outcome(); !outcome)
        return unsaved(path_, outcome.error().message);
    return Done{};
}

Status PaintingFile::save_round(const PlanState& state) {
    Transaction transaction(database_);
    write_state(database_, state);
    transaction.commit();
    return saved();
}

Status PaintingFile::save_plan(const Plan& plan, Stage stage, double planning_seconds) {
    {
        Transaction transaction(database_);
        write_plan(database_, plan, stage, planning_seconds,
                   to_remember(database_, FileTables::read(database_, format_)));
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

Status PaintingFile::save_enclosed(const std::vector<EnclosedFile>& files) {
    Transaction transaction(database_);
    database_.run("DELETE FROM enclosed");
    insert(database_, "enclosed", files);
    transaction.commit();
    return saved();
}

Status PaintingFile::forget() {
    {
        Transaction transaction(database_);
        database_.run("DELETE FROM remembered");
        transaction.commit();
    }
    const Status kept = saved();
    if (kept) {
        database_.run("VACUUM");
        (void)database_.outcome();
    }
    return kept;
}

Status PaintingFile::save_record(const Record& record) {
    Transaction transaction(database_);
    write_record(database_, record);
    transaction.commit();
    return saved();
}

Status PaintingFile::save_picture(const std::string& path, const std::string& digest, double painting_seconds,
                                  const std::string& pixels) {
    Statement row(
        database_,
        "UPDATE painting SET output = ?, picture_sha256 = ?, painting_seconds = ?, pixels_sha256 = ?");
    Binder(database_, row).text("output", path, kLongestKeptName);
    row.bind(std::string_view(digest));
    row.bind(painting_seconds);
    row.bind(std::string_view(pixels));
    row.carry_out();
    return saved();
}

}  // namespace allaprima
