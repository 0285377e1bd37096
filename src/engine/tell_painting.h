#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/result.h"
#include "model/painting.h"

namespace allaprima {

/// Reads a painting to tell of it, whatever its stage; with the full name of where its picture goes.
Result<Painting> read_to_tell(const std::string& painting_file);

/// What was asked, the materials, strokes per pass, sizes, time spent and digests, and the journal of the
/// rounds. Names may hold bytes that are no UTF-8.
nlohmann::ordered_json painting_as_json(const Painting& painting);

/// How many strokes there are: of the plan, or of the round that was saved last.
size_t strokes_of(const Painting& painting);

/// How long it has been planned, seconds.
double planning_seconds(const Painting& painting);

}  // namespace allaprima
