#pragma once
#include <string>

namespace allaprima {

/// Whether a GIF, PNG, WebP or AVIF says that more pictures follow the first, as in a film. A file that
/// cannot be read says nothing.
bool is_animated(const std::string& path);

}  // namespace allaprima
