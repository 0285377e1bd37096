#pragma once
#include <functional>
#include <string>

#include "base/result.h"
#include "model/brief.h"

namespace allaprima {

/// What is seen in a photograph before anybody corrects it, as pages are told of it (docs/studio.md): JSON of
/// each face, hand and person with its name, its box in shares of the picture, and how certain it is.
/// @param brief what is asked of the painting; its corrections are left out. @param stopped ends the looking.
Result<std::string> sights_json(const std::string& photo, Brief brief, const std::function<bool()>& stopped);

}  // namespace allaprima
