#pragma once
#include <nlohmann/json_fwd.hpp>

#include "model/record.h"

namespace allaprima {

/// The whole record: "making" (null before it is told) with its claims, its facts and its digest, "journey"
/// with the parties and the source of each entry, "signatures", and "head", the last digest.
nlohmann::ordered_json record_as_json(const Record& record);

}  // namespace allaprima
