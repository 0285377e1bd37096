#pragma once
#include <span>
#include <string>

#include "image/image.h"
#include "model/picture.h"
#include "pages/lettering.h"

namespace allaprima {

/// A picture on a sheet, and what is written under it.
struct Panel {
    std::string caption;
    Image<Rgb> picture;
};

/// Pictures of one size side by side, row after row, on paper.
/// @param panels at least one. @param lettering may be null: then nothing is written.
Picture contact_sheet(std::span<const Panel> panels, int columns, const Lettering* lettering);

}  // namespace allaprima
