#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/robot_head.h"

namespace allaprima {

/// A robot's head from a TOML file. An error of usage names the line at fault and what is allowed there.
Result<RobotHead> read_head(const std::string& file);

/// A head from TOML: any of the settings of robot_head_settings() in their tables, the rest are the standard
/// head's; [[tool]] lists its tools, in place of the standard ones.
/// @param file what the text is called in errors.
Result<RobotHead> head_from_toml(std::string_view text, const std::string& file);

/// A head file to change: every setting, its range and what it means, the standard head's behind a #.
std::string head_template();

/// All settings as tables in Markdown.
std::string head_reference();

}  // namespace allaprima
