#pragma once
#include <string_view>

namespace allaprima {

/// What unpacked_face_model() gave when the program was built.
std::string_view face_model();

}  // namespace allaprima
