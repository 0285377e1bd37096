#pragma once
#include <string>

#include "advising/show_palette.h"

namespace allaprima {

/// A palette's tubes, and how colours are mixed of them, as text to read or as one JSON object.
///
/// @param chart the picture that was made of the palette; may be empty. @param of_photo what its tubes cannot
/// mix of a photograph, in words; may be empty.
std::string palette_as_text(const Palette& palette, const PaletteColours& colours);
std::string palette_as_json(const Palette& palette, const PaletteColours& colours, const std::string& chart,
                            const std::string& of_photo);

/// All palettes that are shipped, with their tubes.
std::string palettes_as_text();
std::string palettes_as_json();

}  // namespace allaprima
