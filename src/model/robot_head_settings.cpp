#include "model/robot_head_settings.h"

#include <algorithm>
#include <cmath>

#include "model/declared_settings.h"
#include "model/program_lines.h"
#include "model/robot_head_fields.h"

namespace allaprima {
namespace {

Error disagree(const std::string& what) {
    return {what, true};
}

Status check_heights(const RobotHead& head) {
    float deepest = 0.0f;
    for (const RobotTool& tool : head.tools)
        deepest = std::max({deepest, tool.light_press, tool.full_press});
    const float down = std::min({head.canvas_height - deepest, head.dip, head.wash_dip, head.cloth_press});
    if (down < head.lowest)
        return disagree("'lowest' is above what canvas, pots, cup and cloth need: set it to " +
                        shortest_text(down) + " or less");
    for (const RobotTool& tool : head.tools)
        if (head.safe + std::max(tool.longer, 0.0f) > head.highest)
            return disagree("'safe' is above 'highest'" +
                            (tool.longer > 0.0f ? " with the tool '" + tool.name + "'" : std::string()));
    const float needed =
        std::max({head.rim, head.dip, head.wash_dip, head.cloth_press, head.canvas_height + head.hop}) +
        kRobotClearance;
    if (head.safe < needed)
        return disagree("'safe' must be " + shortest_text(needed) +
                        " or more: " + shortest_text(kRobotClearance) +
                        " mm above the rim of the pots and above the hop over the canvas");
    return Done{};
}

bool within(const RobotHead& head, Vec2 at) {
    return at.x >= head.reach_low.x && at.y >= head.reach_low.y && at.x <= head.reach_high.x &&
           at.y <= head.reach_high.y;
}

Status check_servo(const RobotHead& head) {
    constexpr float kMost = 100'000.0f;
    if (head.lift != Lift::Servo)
        return Done{};
    if (std::ranges::any_of(head.tools, [](const RobotTool& tool) { return tool.longer != 0.0f; }))
        return disagree("'longer' is for tools that an axis lifts; what a servo lifts is of one length");
    if (std::abs(head.servo_per_mm) < 0.01f)
        return disagree("'servo_per_mm' must be 0.01 or more, or -0.01 or less");
    for (const float height : {head.lowest, head.safe}) {
        const float turn = head.servo_at_canvas + (height - head.canvas_height) * head.servo_per_mm;
        if (turn < 0.0f || turn > kMost)
            return disagree("the servo's S would leave 0 to 100000 at a height of " + shortest_text(height));
    }
    return Done{};
}

Status check_lines(const RobotHead& head) {
    if (const Status start = check_own_lines(head.start, OwnLines::Within, "'start'"); !start)
        return start;
    for (const RobotTool& tool : head.tools)
        if (const Status fetch =
                check_own_lines(tool.fetch, OwnLines::Within, "'fetch' of the tool '" + tool.name + "'");
            !fetch)
            return fetch;
    return check_own_lines(head.end, OwnLines::Last, "'end'");
}

}  // namespace

const std::vector<RobotHeadSetting>& robot_head_settings() {
    static const std::vector<RobotHeadSetting> all = settings_of_fields<RobotHead>();
    return all;
}

const std::vector<RobotHeadTable>& robot_head_tables() {
    static const std::vector<RobotHeadTable> tables{
        {"machine", "What moves the brush: millimetres, x to the right, y away, z up"},
        {"lift", "What lifts it"},
        {"canvas", "Where the canvas lies, face up"},
        {"pots", "Where the paint stands"},
        {"wash", "Where brushes are washed, dried and changed"}};
    return tables;
}

std::vector<RobotHeadSetting> robot_head_settings_in(const std::string& table) {
    std::vector<RobotHeadSetting> found;
    for (const RobotHeadSetting& setting : robot_head_settings())
        if (setting.table == table)
            found.push_back(setting);
    return found;
}

const std::vector<RobotToolSetting>& robot_tool_settings() {
    static const std::vector<RobotToolSetting> all = settings_of_fields<RobotTool>();
    return all;
}

Status check_part(const RobotTool& tool) {
    if (tool.widest < 1.05f * tool.narrowest)
        return disagree("'widest' must be greater than 'narrowest', by 5 % at least");
    if (tool.full_press < tool.light_press + 0.05f)
        return disagree("'full_press' must be greater than 'light_press', by 0.05 at least");
    return Done{};
}

Status check_whole(const RobotHead& head) {
    if (head.tools.empty() || head.tools.size() > kMostRobotTools)
        return disagree("a head needs 1 to " + std::to_string(kMostRobotTools) + " of [[tool]]");
    for (const RobotTool& tool : head.tools)
        if (const Status whole = check_part(tool); !whole)
            return whole;
    if (!(head.reach_low.x < head.reach_high.x && head.reach_low.y < head.reach_high.y))
        return disagree("'reach_high' must lie to the right of 'reach_low' and farther away");
    if (const Status heights = check_heights(head); !heights)
        return heights;
    for (const Vec2 at : {head.pots_at, head.wash_at, head.cloth_at, head.change_at})
        if (!within(head, at))
            return disagree(
                "the first pot, the cup, the cloth and the place to change brushes must lie "
                "between 'reach_low' and 'reach_high'");
    if (const Status lines = check_lines(head); !lines)
        return lines;
    return check_servo(head);
}

}  // namespace allaprima
