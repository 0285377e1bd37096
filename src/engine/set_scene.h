#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "base/workers.h"
#include "model/brief.h"
#include "model/photo.h"
#include "model/reference.h"
#include "model/study.h"

namespace allaprima {

/// All that is painted from: the picture that was composed, and what is seen in it.
struct StudiedScene {
    Photo photo;  ///< Composed, where that is asked for; with the photograph's name and digest.
    Brief brief;  ///< With the ground that a plain backdrop has.
    Reference reference;
    Study study;
    std::vector<std::string> warnings;  ///< What could not be done as it was asked; one line each.
};

/// Reads the photograph and all that the brief names beside it, composes, and looks.
/// @param brief settled.
Result<StudiedScene> set_scene(const std::string& photo, const Brief& brief, const Workers& workers);

}  // namespace allaprima
