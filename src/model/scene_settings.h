#pragma once
#include <vector>

#include "model/brief_settings.h"

namespace allaprima {

/// How the command line asks for parts of which there may be several, and for both finishes at once.
std::vector<BriefSetting> ways_to_ask_for_parts();

constexpr size_t kLongestSignature = 40;
constexpr float kSmallestLetterMm = 1.0f;
constexpr float kLargestLetterMm = 500.0f;

}  // namespace allaprima
