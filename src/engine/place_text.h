#pragma once
#include <string_view>

#include "base/result.h"
#include "files/new_file.h"

namespace allaprima {

/// Writes the text into a file in the making, and gives it its name.
Status place_text(NewFile file, std::string_view text);

}  // namespace allaprima
