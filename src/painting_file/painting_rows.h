#pragma once
#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "painting_file/database.h"
#include "painting_file/painting_columns.h"
#include "painting_file/painting_tables.h"

/// The rows of a painting file's tables.

namespace allaprima::painting_fields {

/// @param file what the painting file has of this program's tables.
template <typename T>
std::vector<T> rows_of(Database& database, const FileTables& file, const char* table, size_t most) {
    std::vector<T> rows;
    std::vector<std::string> there, absent;
    for (std::string& name : column_names<T>())
        (file.has(table, name) ? there : absent).push_back(std::move(name));
    if (there.empty())
        return rows;
    Statement statement(database,
                        fmt::format("SELECT {} FROM {} ORDER BY rowid", fmt::join(there, ", "), table));
    while (statement.step()) {
        if (rows.size() == most) {
            database.fail(fmt::format("too many rows in {}", table));
            break;
        }
        RowReader reader(database, statement, absent);
        visit_fields(reader, rows.emplace_back());
    }
    return rows;
}

template <typename T>
T only_row_of(Database& database, const FileTables& file, const char* table) {
    std::vector<T> rows = rows_of<T>(database, file, table, 1);
    if (rows.size() == 1)
        return std::move(rows.front());
    database.fail(fmt::format("no row in {}", table));
    return T{};
}

/// Into a file that has all of this program's tables.
template <typename T>
void insert(Database& database, const char* table, const std::vector<T>& rows) {
    const std::vector<std::string> names = column_names<T>();
    const std::vector<const char*> marks(names.size(), "?");
    Statement statement(database, fmt::format("INSERT INTO {} ({}) VALUES ({})", table,
                                              fmt::join(names, ", "), fmt::join(marks, ", ")));
    for (T row : rows) {
        Binder binder(database, statement);
        visit_fields(binder, row);
        statement.carry_out();
        if (database.failed())
            return;
    }
}

}  // namespace allaprima::painting_fields
