#pragma once
#include <vector>

#include "base/result.h"
#include "model/robot_head.h"
#include "model/setting.h"

namespace allaprima {

/// So many tools a head may have.
constexpr size_t kMostRobotTools = 20;
/// Of lines that travel over what stands beside the canvas, how far above it at least, mm.
constexpr float kRobotClearance = 2.0f;

using RobotHeadSetting = Setting<RobotHead>;
using RobotToolSetting = Setting<RobotTool>;

/// Everything about a head but its tools, table by table.
const std::vector<RobotHeadSetting>& robot_head_settings();
/// The tables of a head's file, in order, without the list of tools, and what each is about.
struct RobotHeadTable {
    const char* name;
    const char* help;  ///< Without a full stop.
};
const std::vector<RobotHeadTable>& robot_head_tables();
/// Those settings of a head that are in this table.
std::vector<RobotHeadSetting> robot_head_settings_in(const std::string& table);

/// Everything about one of its tools, [[tool]].
const std::vector<RobotToolSetting>& robot_tool_settings();

/// Whether a tool's numbers agree with each other.
Status check_part(const RobotTool& tool);
/// Whether a head's do: heights in their order, and everything within reach. An error of usage.
Status check_whole(const RobotHead& head);

}  // namespace allaprima
