#pragma once
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/result.h"

namespace allaprima {

/// Where a picture goes.
struct Destination {
    std::string path;      ///< Its ending tells the format.
    bool replace = false;  ///< Whether a file that stands there may be replaced.
};

/// What is known beforehand of a picture.
struct PictureKind {
    Size size = {1, 1};
    bool alpha = false;
    int depth = 0;  ///< As in the brief.
};

/// The endings by which the name of a picture tells its format, in small letters: ".png".
/// @param solids whether a solid of the relief may stand in place of a picture.
std::vector<std::string> endings_of_pictures(bool solids);

/// Finds out, before hours of work, whether a picture of this kind can be put there.
Status check_destination(const Destination& destination, const PictureKind& kind);

/// The same for a painting file.
Status check_painting_file(const std::string& path, bool replace);

}  // namespace allaprima
