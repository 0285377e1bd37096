#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/destination.h"
#include "engine/mixing.h"
#include "engine/stroke_counts.h"
#include "model/brief.h"
#include "pictures/output_profile.h"

namespace allaprima {

/// What is asked of the painter: one photograph, painted once.
struct Commission {
    std::string photo;  ///< The photograph's file.
    Brief brief;
    Destination picture;
    std::optional<std::string>
        painting_file;          ///< Where the painting is kept as it goes on; replaced as the picture is.
    bool only_strokes = false;  ///< No picture is made; `picture` is only where one would go.
};

/// How to go on with a painting that was killed or stopped.
struct Resumption {
    std::string painting_file;
    std::optional<std::string>
        picture;           ///< Where the picture goes, instead of where it was asked for at first.
    bool replace = false;  ///< Whether a file that stands there may be replaced.
    bool full_size =
        false;  ///< Whether the picture may be larger than the standard size, as the file has it.
};

/// What came of it.
struct Painted {
    std::string picture = {};  ///< The picture's file; empty when none is made.
    Size size = {};            ///< Of the picture, in pixels.
    StrokeCounts strokes;
    bool stopped = false;       ///< Planning ended early because the observer asked for it.
    std::string painting_file;  ///< Empty when the painting is not kept.
    Mixing mixing;
    std::optional<GamutReport> gamut = {};   ///< When a profile was asked for.
    std::vector<std::string> warnings = {};  ///< What could not be done as it was asked; one line each.
};

}  // namespace allaprima
