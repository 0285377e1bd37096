#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "model/brief.h"
#include "model/export_settings.h"

namespace allaprima {

/// One thing that is asked for: a setting and what it is to be, as one types it. A value, so that it can be
/// compared, written down, sent, and undone by leaving it out.
struct Wish {
    std::string setting;  ///< Its name, without dashes: "strokes".
    std::string text;     ///< "300"; of a switch "true" or "false".

    bool operator==(const Wish&) const = default;
};

/// Several, in the order in which they were asked for; a later one replaces what an earlier one asked.
using Wishes = std::vector<Wish>;

/// Asks all of it of a brief. An error of usage where there is no such setting, or it cannot be that; what
/// was asked before it stands then.
Status ask(const Wishes& wishes, Brief& brief);

/// The same of an export.
Status ask(const Wishes& wishes, ExportSettings& settings);

/// Whether all that is asked of a brief goes together.
Status check_wishes(const Wishes& wishes);

/// The declaration of a setting of exports; nullptr: there is none of this name.
const ExportSetting* find_export_setting(const std::string& name);

}  // namespace allaprima
