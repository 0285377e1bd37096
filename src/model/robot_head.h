#pragma once
#include <array>
#include <string>
#include <vector>

#include "base/geometry.h"

namespace allaprima {

/// Which controller reads a program; they agree on moves and differ in how they count a pause.
enum class Dialect {
    Grbl,    ///< G4 P counts seconds.
    Marlin,  ///< G4 P counts milliseconds.
};
inline constexpr std::array kDialectWords{"grbl", "marlin"};

/// What lifts the brush.
enum class Lift {
    Axis,   ///< The machine's Z axis.
    Servo,  ///< A servo at the spindle's output, M3 S.
};
inline constexpr std::array kLiftWords{"axis", "servo"};

/// A brush that the head can hold.
struct RobotTool {
    std::string name = "brush";
    std::string brush = {};    ///< Only strokes of this brush of the plan; empty: of any.
    float narrowest = 1.0f;    ///< Of the strokes it may paint, mm.
    float widest = 10.0f;      ///< Likewise; greater.
    float light_press = 0.5f;  ///< How far its tip is pressed into the canvas for the narrowest stroke, mm,
    float full_press = 2.0f;   ///< and for the widest.
    float longer = 0.0f;       ///< How much farther down its tip stands than that of a tool of 0, mm.
    std::string fetch = {};    ///< Lines of program that fetch it, with | between them; empty: a pause in
                               ///< which a person changes brushes.

    bool operator==(const RobotTool&) const = default;
};

/// A machine that paints: what it reaches, where its pots stand, how it moves. Lengths in millimetres of the
/// machine, whose x runs right, y away and z up. What each member means and may be is declared once, in
/// model/robot_head_fields.h.
struct RobotHead {
    Dialect dialect = Dialect::Grbl;
    Lift lift = Lift::Axis;
    float servo_at_canvas = 500.0f;
    float servo_per_mm = 8.0f;
    float servo_seconds = 0.2f;
    int decimals = 3;
    Vec2 reach_low{0.0f, 0.0f};
    Vec2 reach_high{900.0f, 700.0f};
    float lowest = 0.0f;
    float highest = 90.0f;
    float safe = 45.0f;
    float hop = 6.0f;
    Vec2 canvas_at{200.0f, 60.0f};
    float canvas_height = 10.0f;
    float overrun = 10.0f;
    Vec2 pots_at{25.0f, 60.0f};
    Vec2 pots_step{32.0f, 40.0f};
    int columns = 4;
    int rows = 8;
    float radius = 12.0f;
    float rim = 35.0f;
    float dip = 8.0f;
    Vec2 wash_at{25.0f, 450.0f};
    float wash_dip = 8.0f;
    int wash_times = 3;
    Vec2 cloth_at{85.0f, 450.0f};
    float cloth_press = 10.0f;
    Vec2 change_at{25.0f, 600.0f};
    float drip_seconds = 1.0f;
    float load_way = 250.0f;
    float paint_feed = 1500.0f;
    float plunge_feed = 600.0f;
    float travel_feed = 5000.0f;
    std::string start = {};
    std::string end = {};
    std::vector<RobotTool> tools{
        {.name = "small", .narrowest = 0.8f, .widest = 4.0f, .light_press = 0.4f, .full_press = 1.5f},
        {.name = "middle", .narrowest = 2.5f, .widest = 12.0f, .light_press = 0.5f, .full_press = 2.5f},
        {.name = "broad", .narrowest = 8.0f, .widest = 40.0f, .light_press = 0.5f, .full_press = 4.0f}};

    bool operator==(const RobotHead&) const = default;
};

}  // namespace allaprima
