#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace allaprima {

/// The text of an SVG file. @return an error, which does not name the file, when it is larger than any
/// drawing is.
Result<std::string> read_svg_text(const std::string& path);

/// Whether the text may be given to the drawing library. It is refused when it declares entities or shows
/// other pictures, be they files, addresses or embedded: nothing is ever fetched, and nothing unpacks to more
/// than it is. Also refused are encodings in which these could hide.
Status check_svg(std::string_view document);

}  // namespace allaprima
