#pragma once
#include <nlohmann/json_fwd.hpp>

#include "model/record.h"

namespace allaprima {

/// The record as one object of Linked Art 1.0 (https://linked.art): a HumanMadeObject with its Production.
/// What the entries say is not stated of the object itself but assigned to it: each is an
/// AttributeAssignment, which tells who assigned it, when and how sure, so that statements that contradict
/// each other stand side by side. The record must have a making.
nlohmann::ordered_json record_as_linked_art(const Record& record);

}  // namespace allaprima
