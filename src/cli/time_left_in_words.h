#pragma once
#include <string>

namespace allaprima {

/// "about 40 s left", "about 3 min left": no finer than such a forecast is sure.
std::string time_left_in_words(double seconds);

}  // namespace allaprima
