#pragma once
#include <vector>

#include "model/brief_settings.h"

namespace allaprima {

/// What can be asked of the picture that is made of the strokes: its size, its light, its file.
std::vector<BriefSetting> picture_settings();

}  // namespace allaprima
