#pragma once
#include <string>

#include "engine/mixing.h"
#include "engine/stroke_counts.h"

/// What came of a painting, told to a person.

namespace allaprima {

/// "2000 strokes, 140 drops, 36 strokes of the signature".
std::string in_words(const StrokeCounts& counts);

/// How many of the strokes have the colour that was wanted.
std::string in_words(const Mixing& mixing);

}  // namespace allaprima
