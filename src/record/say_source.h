#pragma once
#include <string>

#include "model/record.h"

namespace allaprima {

/// Who says so, when and how sure, as a phrase: "Ada Sample in The Example Courier, 2026-05-15 (probable)".
std::string said_by(const Source& source);

/// What an entry says, as a phrase without its source: "gift, 2026-05-14, Sample Hall: giver Ada Sample,
/// receiver Bo Sample; wrapped in a blanket".
std::string told(const Entry& entry);

}  // namespace allaprima
