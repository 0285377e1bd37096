#pragma once
#include <string>

#include "base/result.h"
#include "model/picture.h"

namespace allaprima {

/// The formats in which a picture is shown on a screen.
enum class ScreenFormat {
    Png,   ///< As it is, in 8 bits, with its alpha.
    Jpeg,  ///< On white paper; smaller, and a little changed.
};

/// The bytes of a picture's file, for those who have no use for a file. Same picture: same bytes.
Result<std::string> picture_bytes(const Picture& picture, ScreenFormat format);

}  // namespace allaprima
