#include "painting_file/material_rows.h"

#include <algorithm>
#include <vector>

#include "model/robot_head_settings.h"
#include "painting_file/painting_rows.h"

namespace allaprima::painting_fields {

void write_materials(Database& database, const Materials& materials) {
    insert(database, "materials", std::vector{materials});
    insert(database, "tube", materials.palette.tubes);
    insert(database, "brush", materials.brushes);
    insert(database, "hand", std::vector{materials.hand});
    insert(database, "tool", materials.tools);
}

Materials read_materials(Database& database, const FileTables& file) {
    auto materials = only_row_of<Materials>(database, file, "materials");
    materials.palette.tubes = rows_of<Pigment>(database, file, "tube", kMostTubes);
    materials.brushes = rows_of<Brush>(database, file, "brush", kMostBrushes);
    materials.hand = only_row_of<Hand>(database, file, "hand");
    materials.tools = rows_of<StrokeWidths>(database, file, "tool", kMostRobotTools);
    if (materials.brushes.empty())
        database.fail("there is no brush");
    const auto paints_nothing = [](const StrokeWidths& tool) { return tool.narrowest >= tool.widest; };
    if (std::ranges::any_of(materials.tools, paints_nothing))
        database.fail("a tool paints no stroke");
    return materials;
}

}  // namespace allaprima::painting_fields
