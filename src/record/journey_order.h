#pragma once
#include <vector>

#include "model/record.h"

namespace allaprima {

/// The entries as one tells them: in the order in which things happened, as far as their dates tell; accounts
/// of one event, and statements that contradict each other, stand side by side.
/// @return groups of indices into record.entries; each group in the order in which it was recorded.
std::vector<std::vector<size_t>> journey_order(const Record& record);

}  // namespace allaprima
