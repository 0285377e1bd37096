#pragma once
#include <vector>

#include "model/record.h"
#include "record/check_record.h"

namespace allaprima {

/// Looks at what the entries say: each is a claim, and a doubtful one where it is disputed, contradicted by
/// another, told otherwise by another account of the same event, or where its dates cannot be right: before
/// the painting was painted, said before it happened, or elsewhere at the same time. The record must have a
/// making.
std::vector<Finding> check_journey(const Record& record);

}  // namespace allaprima
