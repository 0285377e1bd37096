#include "painting_file/outline_rows.h"

#include <cmath>
#include <vector>

#include "painting_file/painting_rows.h"

namespace allaprima::painting_fields {

OutlineRow outline_row(const Image<float>& outline) {
    OutlineRow row{.size = outline.size()};
    row.shares.reserve(outline.pixels().size());
    for (const float share : outline.pixels())
        row.shares.push_back(static_cast<uint16_t>(std::lround(share * 65535.0f)));
    return row;
}

void write_outline(Database& database, const Image<float>& outline) {
    database.run("DELETE FROM outline");
    if (!outline.empty())
        insert(database, "outline", std::vector{outline_row(outline)});
}

Image<float> read_outline(Database& database, const FileTables& file) {
    const std::vector<OutlineRow> rows = rows_of<OutlineRow>(database, file, "outline", 1);
    if (rows.empty() || database.failed())
        return {};
    const OutlineRow& row = rows.front();
    if (row.shares.size() != static_cast<size_t>(row.size.area())) {
        database.fail("the outline is cut off");
        return {};
    }
    Image<float> outline(row.size);
    for (size_t i = 0; i < row.shares.size(); ++i)
        outline.pixels()[i] = static_cast<float>(row.shares[i]) / 65535.0f;
    return outline;
}

}  // namespace allaprima::painting_fields
