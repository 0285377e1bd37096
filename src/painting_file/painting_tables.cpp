#include "painting_file/painting_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/check.h"
#include "painting_file/painting_columns.h"
#include "painting_file/record_rows.h"

namespace allaprima {
namespace {

using namespace painting_fields;

struct Table {
    std::string name;
    std::vector<std::string> columns;
    bool numbered = false;  ///< The first column is the row's own number, so that no row has two.
    uint32_t since = kOldestPaintingFormat;
};

std::vector<Table> tables() {
    std::vector<Table> tables{{"painting", column_names<PaintingRow>()},
                              {"brief", column_names<Brief>()},
                              {"materials", column_names<Materials>()},
                              {"tube", column_names<Pigment>()},
                              {"brush", column_names<Brush>()},
                              {"hand", column_names<Hand>()},
                              {"photo", column_names<PhotoRow>()},
                              {"reference", column_names<ReferenceRow>()},
                              {"focus_mark", column_names<FocusMark>()},
                              {"motif", column_names<Motif>()},
                              {"spatter", column_names<Spatter>()},
                              {"face", column_names<Face>()},
                              {"state", column_names<PlanState>()},
                              {"journal", column_names<JournalLine>(), true},
                              {"canvas", column_names<Plan>()},
                              {"brush_of_plan", column_names<Brush>()},
                              {"pass", column_names<Pass>()},
                              {"stroke", column_names<Stroke>()},
                              {"enclosed", column_names<EnclosedFile>(), false, 4},
                              {"outline", column_names<OutlineRow>(), false, 5},
                              {"figure", column_names<OutlineRow>(), false, 5},
                              {"close_view", column_names<CloseViewRow>(), false, 6},
                              {"motif_seen", column_names<OutlineRow>(), false, 6},
                              {"tool", column_names<StrokeWidths>(), false, 6},
                              {"see", column_names<Correction>(), false, 6},
                              {"sighting", column_names<Sighting>(), false, 6},
                              {"remembered", column_names<RememberedRow>(), false, 7}};
    for (const RecordTable& table : record_tables())
        tables.push_back({table.name, table.columns, table.numbered});
    return tables;
}

/// Columns of older formats that nothing is read from any more: table and column, as their statement has it.
const std::set<std::pair<std::string, std::string>> kFormerColumns{
    {"painting", "\"replace\""}  // A permission, which only a person can give.
};

constexpr std::string_view kNumbered = " INTEGER PRIMARY KEY";

std::string statement_of(const std::string& name, const std::vector<std::string>& columns, bool numbered) {
    std::string list;
    for (size_t i = 0; i < columns.size(); ++i)
        list += fmt::format("{}{}{}", i == 0 ? "" : ", ", columns[i], numbered && i == 0 ? kNumbered : "");
    return fmt::format("CREATE TABLE {} ({})", name, list);
}

/// The columns that a table's statement names. From a statement that is no such list come names that no table
/// has.
std::vector<std::string> columns_in(const std::string& statement) {
    const size_t open = statement.find('(');
    if (open == std::string::npos || statement.back() != ')')
        return {statement};
    std::vector<std::string> columns;
    for (size_t from = open + 1; from < statement.size();) {
        const size_t to = std::min(statement.find(", ", from), statement.size() - 1);
        std::string_view name(statement.data() + from, to - from);
        if (columns.empty() && name.ends_with(kNumbered))
            name.remove_suffix(kNumbered.size());
        columns.emplace_back(name);
        from = to + 2;
    }
    return columns;
}

/// What a newer program put into the file, or what does not belong into any.
void tell_unknown(Database& database, uint32_t format, const std::string& what) {
    if (format > kPaintingFormat)
        database.fail(fmt::format("it holds \"{}\", which this program does not know", what));
    else
        database.fail("its tables are not those of a painting");
}

}  // namespace

std::vector<std::string> painting_tables() {
    std::vector<std::string> statements;
    for (const Table& table : tables())
        statements.push_back(statement_of(table.name, table.columns, table.numbered));
    return statements;
}

FileTables FileTables::read(Database& database, uint32_t format) {
    constexpr size_t kLongestStatement = 10'000;
    FileTables file;
    const std::vector<Table> known = tables();
    Statement found(database, "SELECT name, sql FROM sqlite_schema ORDER BY rowid");
    while (found.step()) {
        const std::string name = found.text(100);
        const std::string statement = found.text(kLongestStatement);
        const auto table = std::ranges::find(known, name, &Table::name);
        if (table == known.end()) {
            tell_unknown(database, format, name);
            return {};
        }
        const std::vector<std::string> columns = columns_in(statement);
        for (const std::string& column : columns)
            if (std::ranges::find(table->columns, column) == table->columns.end() &&
                !(format < kPaintingFormat && kFormerColumns.contains({name, column}))) {
                tell_unknown(database, format, fmt::format("{}.{}", name, column));
                return {};
            }
        if (statement != statement_of(name, columns, table->numbered)) {
            tell_unknown(database, kPaintingFormat, name);
            return {};
        }
        file.columns_[name].insert(columns.begin(), columns.end());
    }
    for (const Table& table : known) {
        const bool whole = std::ranges::all_of(
            table.columns, [&](const std::string& column) { return file.has(table.name, column); });
        if (format >= kPaintingFormat ? !whole : format >= table.since && !file.columns_.contains(table.name))
            database.fail("its tables are not those of a painting");
    }
    return file;
}

bool FileTables::has(const std::string& table, const std::string& column) const {
    const auto found = columns_.find(table);
    return found != columns_.end() && found->second.contains(column);
}

}  // namespace allaprima
