#pragma once
#include <string>

#include "base/result.h"
#include "record/check_record.h"

namespace allaprima {

/// The day that people's clocks show, in UTC: "2026-05-14". Only checks and certificates of a record ask for
/// it; the work does not depend on it.
std::string today();

/// A check of a record on this day. @param noted_head as it was typed; empty: nothing was noted.
/// @return an error of usage where it is no digest.
Result<RecordCheck> check_of_today(const std::string& noted_head);

}  // namespace allaprima
