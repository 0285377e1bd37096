#pragma once
#include <nlohmann/json_fwd.hpp>

#include "model/brief.h"

/// What was asked, for programs: every field of a brief by its declaration.

namespace allaprima {

/// How it is painted and how large, as one object; null where nothing was asked.
nlohmann::ordered_json brief_as_json(const Brief& brief);

/// What is to be seen, as members of one object: focus_on, subject, background, motifs, spatter, signature.
nlohmann::ordered_json commission_as_json(const Brief& brief);

}  // namespace allaprima
