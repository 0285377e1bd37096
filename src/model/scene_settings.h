#pragma once
#include <vector>

#include "model/brief_settings.h"

namespace allaprima {

/// What can be asked of the scene: the subject, what is behind it, what is added to them, the signature.
std::vector<BriefSetting> scene_settings();

constexpr float kSmallestFigure = 0.1f;
constexpr float kLargestFigure = 4.0f;
constexpr size_t kLongestSignature = 40;
constexpr float kSmallestLetterMm = 1.0f;
constexpr float kLargestLetterMm = 500.0f;

}  // namespace allaprima
