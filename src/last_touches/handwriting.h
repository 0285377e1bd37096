#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "model/pen_path.h"

namespace allaprima {

/// Writes as painters sign: slanted, small letters joined without lifting the brush. The unit is the height
/// of a capital; the line is written from (0, 0), up is negative y.
///
/// There are A to Z, a to z, 0 to 9, dot, hyphen, ampersand and space. An error of usage names what there is
/// not.
Result<std::vector<PenPath>> handwritten(const std::string& text);

/// Every character that can be written, without the space.
std::string writable_characters();

}  // namespace allaprima
