#include "painting_file/outline_rows.h"

#include <cmath>
#include <string>
#include <vector>

#include "image/filters.h"
#include "painting_file/painting_rows.h"

namespace allaprima::painting_fields {

OutlineRow outline_row(const Image<float>& outline) {
    OutlineRow row{.size = outline.size()};
    row.shares.reserve(outline.pixels().size());
    for (const float share : outline.pixels())
        row.shares.push_back(static_cast<uint16_t>(std::lround(share * 65535.0f)));
    return row;
}

namespace {

/// Long side of a figure that is kept.
constexpr int kFigureLongSide = 512;

void write_map(Database& database, const std::string& table, const Image<float>& map) {
    database.run("DELETE FROM " + table);
    if (!map.empty())
        insert(database, table.c_str(), std::vector{outline_row(map)});
}

Image<float> read_map(Database& database, const FileTables& file, const std::string& table) {
    const std::vector<OutlineRow> rows = rows_of<OutlineRow>(database, file, table.c_str(), 1);
    if (rows.empty() || database.failed())
        return {};
    const OutlineRow& row = rows.front();
    if (row.shares.size() != static_cast<size_t>(row.size.area())) {
        database.fail("the " + table + " is cut off");
        return {};
    }
    Image<float> map(row.size);
    for (size_t i = 0; i < row.shares.size(); ++i)
        map.pixels()[i] = static_cast<float>(row.shares[i]) / 65535.0f;
    return map;
}

}  // namespace

void write_outline(Database& database, const Image<float>& outline) {
    write_map(database, "outline", outline);
}

Image<float> read_outline(Database& database, const FileTables& file) {
    return read_map(database, file, "outline");
}

void write_figure(Database& database, const Image<float>& figure) {
    write_map(database, "figure",
              figure.empty() ? figure : resized(figure, no_longer_than(kFigureLongSide, figure.size())));
}

Image<float> read_figure(Database& database, const FileTables& file) {
    return read_map(database, file, "figure");
}

}  // namespace allaprima::painting_fields
