#pragma once
#include <functional>
#include <vector>

#include "model/setting.h"

namespace allaprima {

/// What can be asked of the files in which other programs and hands take a painting over, beside its size,
/// finish and light.
struct ExportSettings {
    bool plotter = false;  ///< Centre lines alone, for a pen.
};

/// Its `table` names the group it belongs to: a format takes the settings of one group.
using ExportSetting = Setting<ExportSettings>;

/// All of them, group by group, in the order in which help shows them.
const std::vector<ExportSetting>& export_settings();

}  // namespace allaprima
