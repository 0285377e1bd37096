#pragma once
#include <string>

namespace allaprima {

/// What a file of strokes is, as a JSON Schema (draft 2020-12), for those who write one: of the declarations
/// by which it is read.
std::string strokes_json_schema();

}  // namespace allaprima
