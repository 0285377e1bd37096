#pragma once
#include <span>
#include <string>

#include "io/write_xmp.h"

namespace allaprima {

/// What a picture says of itself as an SVG `metadata` element, in XMP: Dublin Core's title, creator, rights
/// and source, and IPTC's kind of picture. Empty where nothing of that is said.
std::string svg_metadata(std::span<const XmpValue> says);

}  // namespace allaprima
