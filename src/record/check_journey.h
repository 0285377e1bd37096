#pragma once
#include <vector>

#include "model/record.h"
#include "record/check_record.h"

namespace allaprima {

/// Looks at what the entries say: each is a claim, and a doubtful one where it is disputed, contradicted by
/// another, told otherwise by another account of the same event, or where its dates cannot be right: before
/// the painting was painted, said before it happened, in the future, or elsewhere at the same time. What its
/// source took back is told as that, and speaks against nothing any more. What is broken is left out. The
/// record must have a making.
/// @param today the day of the check, "2026-05-14"; empty: no date is called a future one.
std::vector<Finding> check_journey(const Record& record, const std::string& today = {});

}  // namespace allaprima
