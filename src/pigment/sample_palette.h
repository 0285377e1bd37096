#pragma once
#include <initializer_list>

#include "pigment/palette.h"
#include "pigment/pigment.h"

namespace allaprima {

/// Measured paints as a palette, for tests. Each name must be in the table.
inline Palette palette_of(std::initializer_list<const char*> names) {
    Palette palette{.name = "test", .tubes = {}};
    for (const char* name : names)
        palette.tubes.push_back(*find_pigment(name));
    return palette;
}

}  // namespace allaprima
