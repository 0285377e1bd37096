#pragma once
#include <fmt/format.h>

#include <cstring>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "io/database.h"
#include "io/painting_fields.h"

/// The rows of a painting file's tables: one visitor of the declarations in painting_fields.h writes them,
/// another reads them.

namespace allaprima::painting_fields {

template <typename T>
void insert(Database& database, const char* table, const std::vector<T>& rows) {
    Statement statement(database, fmt::format("INSERT INTO {} VALUES ({})", table, column_marks<T>()));
    for (T row : rows) {
        Binder binder(database, statement);
        visit_fields(binder, row);
        statement.carry_out();
        if (database.failed())
            return;
    }
}

template <typename T>
std::vector<T> rows_of(Database& database, const char* table, size_t most) {
    std::vector<T> rows;
    Statement statement(database, fmt::format("SELECT {} FROM {} ORDER BY rowid", column_names<T>(), table));
    while (statement.step()) {
        if (rows.size() == most) {
            database.fail(fmt::format("too many rows in {}", table));
            break;
        }
        RowReader reader(database, statement);
        visit_fields(reader, rows.emplace_back());
    }
    return rows;
}

template <typename T>
T only_row_of(Database& database, const char* table) {
    std::vector<T> rows = rows_of<T>(database, table, 1);
    if (rows.size() == 1)
        return std::move(rows.front());
    database.fail(fmt::format("no row in {}", table));
    return T{};
}

/// Steps to the only row of a table that is read column by column.
inline bool only_row(Database& database, Statement& statement) {
    if (statement.step())
        return true;
    database.fail("a row is missing");
    return false;
}

// Blobs

template <typename T>
std::span<const std::byte> bytes_of(const std::vector<T>& numbers) {
    return std::as_bytes(std::span(numbers));
}

template <typename T>
std::vector<T> numbers_of(Database& database, std::span<const std::byte> bytes) {
    if (bytes.size() % sizeof(T) != 0)
        database.fail("a list of numbers is cut off");
    std::vector<T> numbers(bytes.size() / sizeof(T));
    if (!numbers.empty())
        std::memcpy(numbers.data(), bytes.data(), numbers.size() * sizeof(T));
    return numbers;
}

}  // namespace allaprima::painting_fields
