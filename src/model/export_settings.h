#pragma once
#include <array>
#include <functional>
#include <string>
#include <vector>

#include "model/setting.h"

namespace allaprima {

/// What a robot's program does with strokes that its head cannot paint as they are planned.
enum class Fit {
    Refuse,  ///< There is no program then.
    Adapt,   ///< They are cut where the reach ends, and made as broad as the tools can paint.
    Omit,    ///< They are left out.
};
inline constexpr std::array kFitWords{"refuse", "adapt", "omit"};

/// What can be asked of the files in which other programs and hands take a painting over, beside its size,
/// finish and light.
struct ExportSettings {
    bool plotter = false;   ///< Centre lines alone, for a pen.
    std::string head = {};  ///< The file of the head that paints; empty: the standard head.
    int pots = 24;          ///< So many heaps of paint at most; 0: as many as there are paints.
    Fit fit = Fit::Adapt;
};

/// Its `table` names the group it belongs to: a format takes the settings of one group.
using ExportSetting = Setting<ExportSettings>;

/// All of them, group by group, in the order in which help shows them.
const std::vector<ExportSetting>& export_settings();

}  // namespace allaprima
