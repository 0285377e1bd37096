#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace allaprima {

/// SHA-256 of a file's bytes, as 64 lower-case hexadecimal digits.
Result<std::string> sha256_of_file(const std::string& path);

/// Whether a text is such digits.
bool is_sha256(std::string_view text);

}  // namespace allaprima
