// Records in painting files, and files whose bytes somebody has changed.

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "base/rng.h"
#include "base/test_folder.h"
#include "painting_file/painting_file.h"
#include "record/check_record.h"
#include "record/sample_record.h"

namespace allaprima {
namespace {

using testing::bytes_of_file;

PaintingStart a_start() {
    PaintingStart start;
    start.brief.strokes = 1;
    start.software = "Alla Prima 0.1.0";
    start.photo_name = "sitter.png";
    start.photo_digest = std::string(64, 'a');
    start.photo_size = {8, 8};
    start.output = "out.png";
    start.reference.colour = Image<Rgb>({8, 8});
    start.focus = Image<float>({8, 8}, 1.0f);
    start.materials.palette = {"one", {*find_pigment("Titanium White")}};
    start.materials.brushes = {Brush{}};
    return start;
}

Plan a_plan() {
    Plan plan;
    plan.width_mm = 100.0f;
    plan.height_mm = 100.0f;
    plan.planned_pixel_mm = 1.0f;
    plan.materials = a_start().materials;
    plan.passes = {{"all", 1, Coat::Body}};
    plan.strokes.resize(1);
    plan.strokes[0].width_start = plan.strokes[0].width_end = 3.0f;
    return plan;
}

void write_bytes(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

/// Carries out SQL as somebody would who has the file.
std::vector<std::string> ask(const std::string& path, const std::string& sql) {
    sqlite3* connection = nullptr;
    EXPECT_EQ(sqlite3_open(path.c_str(), &connection), SQLITE_OK);
    std::vector<std::string> answers;
    const auto take = [](void* into, int columns, char** values, char**) {
        for (int i = 0; i < columns; ++i)
            static_cast<std::vector<std::string>*>(into)->emplace_back(values[i] ? values[i] : "");
        return 0;
    };
    EXPECT_EQ(sqlite3_exec(connection, sql.c_str(), take, &answers, nullptr), SQLITE_OK) << sql;
    sqlite3_close(connection);
    return answers;
}

class RecordFile : public ::testing::Test {
  protected:
    void SetUp() override {
        Result<PaintingFile> file = PaintingFile::create(path_, a_start(), false);
        ASSERT_TRUE(file.ok()) << file.error().message;
        ASSERT_TRUE(file->save_plan(a_plan(), Stage::Planned, 1.0).ok());
        ASSERT_TRUE(file->save_picture("out.png", std::string(64, 'b'), 1.0).ok());
        const MakingFacts facts = facts_of(*file->load());
        record_ = testing::sample_record();
        Record bound;
        ASSERT_TRUE(tell_making(bound, record_.making->claims, facts).ok());
        for (const Entry& entry : record_.entries)
            ASSERT_TRUE(add_entry(bound, entry).ok());
        ASSERT_TRUE(sign_entry(bound, {1, Role::Giver, {}}, SigningKey::make()).ok());
        record_ = bound;
        const Status saved = file->save_record(record_);
        ASSERT_TRUE(saved.ok()) << saved.error().message;
    }

    /// Whether the file is refused, or its record is told not to hold.
    bool is_found_out() const {
        Result<PaintingFile> file = PaintingFile::open(path_);
        if (!file)
            return true;
        const Result<Painting> painting = file->load();
        return !painting || is_broken(check_record(painting->record, facts_of(*painting)));
    }

    testing::TestFolder folder_;
    std::string path_ = folder_.at("a.alla");
    Record record_;
};

TEST_F(RecordFile, ComesBackAndHolds) {
    const Result<Painting> painting = PaintingFile::open(path_)->load();
    ASSERT_TRUE(painting.ok()) << painting.error().message;
    EXPECT_TRUE(painting->record == record_);
    EXPECT_FALSE(is_found_out());
}

TEST_F(RecordFile, AChangeInAnyColumnOfAnyRowIsFoundOut) {
    const std::string whole = bytes_of_file(path_);
    for (const std::string table : {"making", "entry", "party", "entry_signature"}) {
        const std::vector<std::string> columns =
            ask(path_, "SELECT name FROM pragma_table_info('" + table + "')");
        const std::vector<std::string> rows = ask(path_, "SELECT rowid FROM " + table);
        ASSERT_FALSE(columns.empty() || rows.empty()) << table;
        for (const std::string& column : columns) {
            const std::string& row = rows[column.size() % rows.size()];
            write_bytes(path_, whole);
            ask(path_, fmt::format("UPDATE {0} SET {1} = CASE typeof({1}) WHEN 'null' THEN 'fee' WHEN "
                                   "'text' THEN 'x' || substr({1}, 2) ELSE {1} + 100 END WHERE rowid = {2}",
                                   table, column, row));
            EXPECT_TRUE(is_found_out()) << table << "." << column;
        }
    }
}

// The law: either nothing of the record was changed, or it is found out.
TEST_F(RecordFile, AChangeOfAnyByteOfTheFileIsFoundOutOrOutsideTheRecord) {
    const std::string whole = bytes_of_file(path_);
    // Where the rows of the journey lie: around what only they hold.
    std::vector<size_t> places;
    for (const char* text : {"Sample Hall", "courier.example", "Eli Sample", "the gift"})
        for (size_t at = whole.find(text); at != std::string::npos; at = whole.find(text, at + 1))
            places.push_back(at);
    ASSERT_GT(places.size(), 8u);
    Rng rng(21, 5);
    int found = 0;
    constexpr int kChanges = 200;
    for (int i = 0; i < kChanges; ++i) {
        std::string spoilt = whole;
        const size_t near = places[rng.bits() % places.size()];
        const size_t at = std::min(near - 40 + rng.bits() % 400, spoilt.size() - 1);
        spoilt[at] ^= static_cast<char>(1 + rng.bits() % 255);
        write_bytes(path_, spoilt);
        if (is_found_out()) {
            ++found;
            continue;
        }
        const Result<Painting> painting = PaintingFile::open(path_)->load();
        EXPECT_TRUE(painting->record == record_) << "byte " << at;
    }
    EXPECT_GT(found, kChanges / 2);
}

}  // namespace
}  // namespace allaprima
