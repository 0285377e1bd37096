#pragma once
#include <string>
#include <vector>

#include "engine/keep_record.h"

namespace allaprima {

/// The record for a reader: the making, and the journey with every source.
std::string record_as_text(const ToldRecord& record);

/// Findings for a reader, under a heading for each standing.
std::string findings_as_text(const std::vector<Finding>& findings);

/// Done, or an error when something does not hold. @param file what was looked at.
Status held(const std::vector<Finding>& findings, const std::string& file);

}  // namespace allaprima
