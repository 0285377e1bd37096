#pragma once
#include <string>
#include <vector>

#include "model/record.h"
#include "record/check_record.h"

namespace allaprima {

/// The record as a part of a page: the making, the journey as a time line with the source of each statement,
/// those that contradict each other side by side, and what a check of it found.
std::string record_html(const Record& record, const std::vector<Finding>& findings);

}  // namespace allaprima
