#pragma once
#include <string>

#include "painting_file/painting_file.h"

namespace allaprima {

/// What was asked, strokes per pass, sizes, time spent and digests, for a person.
std::string painting_as_text(const Painting& painting);

/// The same for a program, with the journal of the rounds.
std::string painting_as_json(const Painting& painting);

}  // namespace allaprima
