#pragma once
#include <string>

namespace allaprima {

/// What can be asked of a painting and of its exports, for a page: every setting with its help, its limits
/// and its words, and the hands, palettes and formats there are. JSON, made of the declarations themselves.
/// @param most_upload bytes.
std::string settings_json(size_t most_upload);

}  // namespace allaprima
