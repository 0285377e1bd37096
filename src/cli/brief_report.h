#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "model/brief.h"

namespace allaprima {

/// What was asked, as lines of `show`: the strokes, the seed, the hand and the focus, and what else is not as
/// it is when nobody asks.
std::string asked_as_text(const Brief& brief);

/// How it is painted and how large, as one object; null where nothing was asked.
nlohmann::ordered_json brief_as_json(const Brief& brief);

/// What is to be seen, as members of one object: focus_on, subject, background, motifs, spatter, signature.
nlohmann::ordered_json commission_as_json(const Brief& brief);

}  // namespace allaprima
