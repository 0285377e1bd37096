#pragma once
#include <optional>
#include <string>

#include "engine/paint_photo.h"

namespace allaprima {

/// How to go on with a painting that was killed or stopped.
struct Resumption {
    std::string painting_file;
    std::optional<std::string>
        picture;           ///< Where the picture goes, instead of where it was asked for at first.
    bool replace = false;  ///< Whether a file that stands there may be replaced.
};

/// Goes on with a painting where it was left, and arrives at the very same picture as if nothing had come
/// between. A painting that is finished, with its picture in place, is left as it is.
Result<Painted> resume_painting(const Resumption& resumption, const Workers& workers, Observer& observer);

}  // namespace allaprima
