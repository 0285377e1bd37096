#pragma once
#include <vector>

#include "model/brief_settings.h"

namespace allaprima {

/// How the command line says what is shown of the strokes: a switch for each finish.
std::vector<BriefSetting> ways_to_show();

}  // namespace allaprima
