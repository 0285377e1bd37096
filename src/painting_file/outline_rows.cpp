#include "painting_file/outline_rows.h"

#include <cmath>
#include <string>
#include <utility>
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

/// @param most rows that the table may have.
std::vector<Image<float>> read_maps(Database& database, const FileTables& file, const std::string& table,
                                    size_t most) {
    std::vector<Image<float>> maps;
    for (const OutlineRow& row : rows_of<OutlineRow>(database, file, table.c_str(), most)) {
        if (row.shares.size() != static_cast<size_t>(row.size.area()))
            database.fail("the " + table + " is cut off");
        if (database.failed())
            return {};
        Image<float>& map = maps.emplace_back(row.size);
        for (size_t i = 0; i < row.shares.size(); ++i)
            map.pixels()[i] = static_cast<float>(row.shares[i]) / 65535.0f;
    }
    return maps;
}

Image<float> read_map(Database& database, const FileTables& file, const std::string& table) {
    std::vector<Image<float>> maps = read_maps(database, file, table, 1);
    return maps.empty() ? Image<float>() : std::move(maps.front());
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

void write_motifs_seen(Database& database, const std::vector<Image<float>>& motifs) {
    std::vector<OutlineRow> rows;
    rows.reserve(motifs.size());
    for (const Image<float>& seen : motifs)
        rows.push_back(outline_row(seen));
    insert(database, "motif_seen", rows);
}

std::vector<Image<float>> read_motifs_seen(Database& database, const FileTables& file, size_t motifs) {
    std::vector<Image<float>> seen = read_maps(database, file, "motif_seen", motifs);
    if (!seen.empty() && seen.size() != motifs)
        database.fail("it does not say of every motif where it is seen");
    return seen;
}

}  // namespace allaprima::painting_fields
