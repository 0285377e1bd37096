#pragma once
#include <string>
#include <vector>

#include "model/record.h"
#include "pictures/write_xmp.h"

namespace allaprima {

/// What a picture of the painting says of itself, by its making: title, creator, rights, what kind of picture
/// it is (IPTC's DigitalSourceType), the photograph it is derived from, and how it came to be.
std::vector<XmpValue> picture_says(const Making& making, const std::string& software);

}  // namespace allaprima
