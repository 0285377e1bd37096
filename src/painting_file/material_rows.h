#pragma once
#include "model/plan.h"
#include "painting_file/database.h"
#include "painting_file/painting_tables.h"

namespace allaprima::painting_fields {

/// Keeps what is painted with, in a painting file that has none of it yet.
void write_materials(Database& database, const Materials& materials);

/// What a painting is painted with; brushes of its plan are kept beside it.
Materials read_materials(Database& database, const FileTables& file);

}  // namespace allaprima::painting_fields
