#pragma once
#include <optional>

#include "base/result.h"
#include "model/robot_head.h"

namespace allaprima {

/// The middle of a pot, by its number from 0: row by row, from the left. Machine millimetres.
Vec2 pot_at(const RobotHead& head, size_t pot);

/// The pot whose middle is there, within this distance; nothing where there is none.
std::optional<size_t> pot_near(const RobotHead& head, Vec2 at, float within);

/// Whether so many pots, the cup and the cloth stand within reach and clear of the canvas with its overrun
/// and of the broadest tool that paints at its border. The error says how many pots there is room for.
Status check_layout(const RobotHead& head, Vec2 canvas, size_t pots);

/// A place of the brush's tip in the machine, mm. Doubles, so that six decimals are kept.
struct Place {
    double x = 0.0, y = 0.0, z = 0.0;

    bool operator==(const Place&) const = default;
};

/// Where a point of the canvas lies in the machine, and back; y runs down the canvas and away in the machine.
Place machine_of(const RobotHead& head, Vec2 canvas, Vec2 on_canvas, double height);
Vec2 canvas_of(const RobotHead& head, Vec2 canvas, const Place& in_machine);

/// The height of the tip at which a tool paints so broad, and how broad it paints at a height.
double height_for(const RobotHead& head, const RobotTool& tool, double width);
double width_at(const RobotHead& head, const RobotTool& tool, double height);

}  // namespace allaprima
