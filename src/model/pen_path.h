#pragma once
#include <vector>

#include "brush/stroke.h"

namespace allaprima {

/// A line that is drawn without lifting the pen: curves, each of which begins where the one before ends.
struct PenPath {
    std::vector<Path> curves;  ///< x to the right, y down; the unit is the holder's to name.

    bool operator==(const PenPath&) const = default;
};

}  // namespace allaprima
