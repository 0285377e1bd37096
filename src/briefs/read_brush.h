#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "brush/brush.h"

namespace allaprima {

/// A brush by the name of one that is shipped, or from a file: what holds a slash or ends in .toml is a file.
/// An error of usage names the brushes there are, or the line at fault and what is allowed there.
Result<Brush> read_brush(const std::string& name_or_file);

/// A brush from TOML: its `name`, and any of the settings of brush_settings(); the rest are a flat's.
/// @param file what the text is called in errors.
Result<Brush> brush_from_toml(std::string_view text, const std::string& file);

/// A brush file with every setting, its range and what it means.
std::string brush_as_toml(const Brush& brush);

}  // namespace allaprima
