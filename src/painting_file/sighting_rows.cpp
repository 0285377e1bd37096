#include "painting_file/sighting_rows.h"

#include "painting_file/painting_rows.h"

namespace allaprima::painting_fields {

std::vector<Sighting> read_sightings(Database& database, const FileTables& file) {
    std::vector<Sighting> sightings = rows_of<Sighting>(database, file, "sighting", kMostSightings);
    const auto is_near = [](float share) { return share >= kFaceShare.low && share <= kFaceShare.high; };
    for (const Sighting& sighting : sightings)
        for (const Vec2& corner : sighting.outline)
            if (!is_near(corner.x) || !is_near(corner.y))
                database.fail("an outline is out of range");
    return sightings;
}

}  // namespace allaprima::painting_fields
