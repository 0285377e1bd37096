#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "base/thread_pool.h"
#include "engine/destination.h"
#include "model/brief.h"
#include "model/reference.h"
#include "model/study.h"

namespace allaprima {

/// What the painter sees in a photograph.
struct Studied {
    Reference reference;  ///< Before the hand sees other colours in it.
    Study study;
    std::string colour_space;  ///< In which the photograph was read and where that was told, in words.
    std::vector<std::string> warnings;  ///< What could not be done as it was asked; one line each.
};

/// Reads the photograph and all that the brief names beside it, composes, and looks.
Result<Studied> study_photo(const std::string& photo, const Brief& brief, const ThreadPool& workers);

/// Writes the figure as a mask: white figure, black background; an error where none was found.
Status write_figure(const Study& study, const Destination& mask);

}  // namespace allaprima
