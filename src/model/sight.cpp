#include "model/sight.h"

namespace allaprima {

std::string name_of(const Face& face, size_t place) {
    if (!face.name.empty())
        return face.name;
    return "face " + std::to_string(face.number > 0 ? face.number : static_cast<int>(place) + 1);
}

std::string name_of(const Sighting& sighting) {
    if (!sighting.name.empty())
        return sighting.name;
    return kSightingWords[static_cast<size_t>(sighting.kind)] + (" " + std::to_string(sighting.number));
}

}  // namespace allaprima
