#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/result.h"
#include "base/workers.h"
#include "engine/destination.h"
#include "engine/mixing.h"
#include "model/brief.h"
#include "pictures/output_profile.h"

namespace allaprima {

/// What is asked of the painter: one photograph, painted once.
struct Commission {
    std::string photo;  ///< The photograph's file.
    Brief brief;
    Destination picture;
    std::optional<std::string>
        painting_file;  ///< Where the painting is kept as it goes on; replaced as the picture is.
};

/// What came of it.
struct Painted {
    std::string picture;  ///< The picture's file.
    Size size;            ///< Of the picture, in pixels.
    int strokes = 0;
    bool stopped = false;       ///< Planning ended early because the observer asked for it.
    std::string painting_file;  ///< Empty when the painting is not kept.
    Mixing mixing;
    std::optional<GamutReport> gamut;        ///< When a profile was asked for.
    std::vector<std::string> warnings = {};  ///< What could not be done as it was asked; one line each.
};

/// Paints a photograph. What could keep the picture from being written is found out first. A stop that the
/// observer asks for ends the planning; the picture is then made of the strokes there are. One that is asked
/// for later, while the picture is being made, ends it with an error and leaves no picture.
///
/// Same photograph and brief: same bytes, for any number of threads, unless the brief limits the time.
Result<Painted> paint_photo(Commission commission, const Workers& workers, Observer& observer);

}  // namespace allaprima
