#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace allaprima {

/// Writes to standard output. Nobody reading any more is no failure.
Status print(std::string_view text);

/// Writes one line to standard error, as well as that goes.
void print_line_to_stderr(std::string_view line);

/// The text with every control character (line breaks, a terminal's escapes) replaced by a question mark.
std::string printable(std::string_view text);

}  // namespace allaprima
