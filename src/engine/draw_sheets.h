#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/workers.h"
#include "brush/brush.h"
#include "engine/destination.h"
#include "pages/lettering.h"
#include "pigment/palette.h"

namespace allaprima {

/// What writes on sheets.
struct SheetLettering {
    std::optional<Lettering> lettering;  ///< Empty where nothing can be written.
    std::vector<std::string> warnings =
        {};  ///< Why that is, or in which other font it writes; one line each.
};
SheetLettering lettering_of_sheets();

// Each draws a sheet and writes it as a picture. What it returns is what could not be done as it is meant,
// one line each.

/// A few strokes with a brush.
Result<std::vector<std::string>> draw_brush_sample(const Brush& brush, const Destination& sheet,
                                                   const Workers& workers);

/// A colour chart of a palette. An error of usage where it has no tubes.
Result<std::vector<std::string>> draw_palette_chart(const Palette& palette, const Destination& sheet,
                                                    const Workers& workers);

}  // namespace allaprima
