#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "model/brief.h"

namespace allaprima {

/// What a brief says of the picture itself, in lines of `show`: what is in focus, the subject, motifs, what
/// is thrown, the signature. Empty where nothing was asked.
std::string commission_as_text(const Brief& brief);

/// The same as members of one object: focus_on, subject, background, motifs, spatter, signature.
nlohmann::ordered_json commission_as_json(const Brief& brief);

}  // namespace allaprima
