#pragma once
#include <string>

#include "model/painting.h"

namespace allaprima {

/// What was asked, strokes per pass, sizes, time spent and digests, for a person.
std::string painting_as_text(const Painting& painting);

}  // namespace allaprima
