#pragma once
#include <string>

namespace allaprima {

/// What a library or another program says, in one line that is fit for the middle of a message: without
/// control characters, without the full stop at its end, and cut off where it is long.
std::string one_line(std::string text);

}  // namespace allaprima
