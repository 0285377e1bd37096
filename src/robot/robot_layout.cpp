#include "robot/robot_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace allaprima {
namespace {

float broadest(const RobotHead& head) {
    float widest = 0.0f;
    for (const RobotTool& tool : head.tools)
        widest = std::max(widest, tool.widest);
    return widest;
}

bool within_reach(const RobotHead& head, Vec2 at) {
    return at.x >= head.reach_low.x && at.y >= head.reach_low.y && at.x <= head.reach_high.x &&
           at.y <= head.reach_high.y;
}

/// Whether a thing of a pot's size stands clear of the canvas.
bool is_clear(const RobotHead& head, Vec2 canvas, Vec2 at) {
    const float apart = head.overrun + head.radius + 0.5f * broadest(head);
    const Vec2 low = head.canvas_at - Vec2{apart, apart}, high = head.canvas_at + canvas + Vec2{apart, apart};
    return at.x <= low.x || at.y <= low.y || at.x >= high.x || at.y >= high.y;
}

bool has_room(const RobotHead& head, Vec2 canvas, Vec2 at) {
    return within_reach(head, at) && is_clear(head, canvas, at);
}

}  // namespace

Vec2 pot_at(const RobotHead& head, size_t pot) {
    const auto columns = static_cast<size_t>(head.columns);
    const size_t column = pot % columns, row = pot / columns;
    return head.pots_at +
           Vec2{head.pots_step.x * static_cast<float>(column), head.pots_step.y * static_cast<float>(row)};
}

std::optional<size_t> pot_near(const RobotHead& head, Vec2 at, float within) {
    const size_t count = static_cast<size_t>(head.columns) * static_cast<size_t>(head.rows);
    for (size_t pot = 0; pot < count; ++pot)
        if (length(pot_at(head, pot) - at) <= within)
            return pot;
    return std::nullopt;
}

Status check_layout(const RobotHead& head, Vec2 canvas, size_t pots) {
    for (const auto& [at, what] : {std::pair(head.wash_at, "cup"), std::pair(head.cloth_at, "cloth")})
        if (!has_room(head, canvas, at))
            return Error{
                fmt::format("the {} at {:g}, {:g} stands where strokes are painted: move it, or the "
                            "canvas",
                            what, at.x, at.y)};
    const size_t places = static_cast<size_t>(head.columns) * static_cast<size_t>(head.rows);
    size_t room = 0;
    while (room < places && has_room(head, canvas, pot_at(head, room)))
        ++room;
    if (pots > room)
        return Error{
            fmt::format("there are {} heaps of paint, but room for only {} pots beside the canvas and within "
                        "reach: ask for fewer with --pots, or give the head more",
                        pots, room)};
    const float apart = 2.0f * head.radius;
    for (size_t pot = 0; pot < pots; ++pot) {
        const Vec2 at = pot_at(head, pot);
        for (size_t other = 0; other < pot; ++other)
            if (length(at - pot_at(head, other)) < apart)
                return Error{"the pots overlap: set 'pots_step' to twice their radius or more"};
        if (length(at - head.wash_at) < apart || length(at - head.cloth_at) < apart)
            return Error{fmt::format("pot {} stands in the cup or on the cloth: move one of them", pot + 1)};
    }
    if (length(head.wash_at - head.cloth_at) < apart)
        return Error{"the cup stands on the cloth: move one of them"};
    return Done{};
}

Place machine_of(const RobotHead& head, Vec2 canvas, Vec2 on_canvas, double height) {
    return {static_cast<double>(head.canvas_at.x) + static_cast<double>(on_canvas.x),
            static_cast<double>(head.canvas_at.y) +
                (static_cast<double>(canvas.y) - static_cast<double>(on_canvas.y)),
            height};
}

Vec2 canvas_of(const RobotHead& head, Vec2 canvas, const Place& in_machine) {
    return {static_cast<float>(in_machine.x - static_cast<double>(head.canvas_at.x)),
            static_cast<float>(static_cast<double>(canvas.y) -
                               (in_machine.y - static_cast<double>(head.canvas_at.y)))};
}

double height_for(const RobotHead& head, const RobotTool& tool, double width) {
    const double light = tool.light_press, narrow = tool.narrowest;
    const double share = (width - narrow) / (static_cast<double>(tool.widest) - narrow);
    return static_cast<double>(head.canvas_height) -
           (light + (static_cast<double>(tool.full_press) - light) * share);
}

double width_at(const RobotHead& head, const RobotTool& tool, double height) {
    const double light = tool.light_press, narrow = tool.narrowest;
    const double share = (static_cast<double>(head.canvas_height) - height - light) /
                         (static_cast<double>(tool.full_press) - light);
    return narrow + (static_cast<double>(tool.widest) - narrow) * share;
}

}  // namespace allaprima
