#pragma once
#include <vector>

#include "model/sight.h"
#include "painting_file/database.h"
#include "painting_file/painting_tables.h"

namespace allaprima::painting_fields {

/// Most faces, and most other things that are seen, in a painting file.
inline constexpr size_t kMostSightings = 10'000;

/// What was seen beside faces; an outline that goes far beyond the picture is a fault of the file.
std::vector<Sighting> read_sightings(Database& database, const FileTables& file);

}  // namespace allaprima::painting_fields
