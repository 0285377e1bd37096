#pragma once
#include <string_view>

namespace allaprima {

/// The program's version, like "0.1.0".
std::string_view version();

}  // namespace allaprima
