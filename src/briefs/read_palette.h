#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "pigment/palette.h"

namespace allaprima {

/// A palette by the name of one that is shipped, or from a file: what holds a slash or ends in .toml is a
/// file. "rgb" is the palette without tubes. An error of usage names the palettes there are, or the line at
/// fault.
Result<Palette> read_palette(const std::string& name_or_file);

/// A palette from TOML: its name and its tubes, each a measured paint (`pigment`), a mixture of such
/// (`mix`, parts by volume) or measured by the user (`absorption` and `scattering`, 38 numbers each).
///
/// @param file what the text is called in errors.
Result<Palette> palette_from_toml(std::string_view text, const std::string& file);

}  // namespace allaprima
