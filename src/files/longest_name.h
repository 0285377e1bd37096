#pragma once
#include <cstddef>
#include <filesystem>

#include "base/result.h"

namespace allaprima {

/// Refuses, as an error of usage and before any work, a name that is longer than its folder takes.
/// @param more how many bytes further names add to it that stand beside the file while it is written.
Status check_name_length(const std::filesystem::path& path, size_t more = 0);

}  // namespace allaprima
