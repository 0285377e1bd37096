#pragma once
#include <string>

#include "model/record.h"

namespace allaprima {

/// Who says so, when and how sure, as a phrase: "Ada Sample in The Example Courier, 2026-05-15 (probable)".
std::string said_by(const Source& source);

/// What an entry says, as a phrase without its source: "gift, 2026-05-14, Sample Hall: giver Ada Sample,
/// receiver Bo Sample; wrapped in a blanket".
std::string told(const Entry& entry);

/// Whether one and the same says both: the same person, the same outlet.
bool is_same_source(const Source& a, const Source& b);

/// On what terms a painting was commissioned, as a phrase; empty where an entry tells none.
std::string terms_of(const Entry& entry);

}  // namespace allaprima
