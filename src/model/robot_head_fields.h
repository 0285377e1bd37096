#pragma once
#include "model/field.h"
#include "model/robot_head.h"

/// The fields of the head of a machine that paints, and of its tools, each declared once, table by table.

namespace allaprima::painting_fields {

inline constexpr Range kAnywhere{-10'000.0, 10'000.0};  ///< mm; no machine for easel paintings reaches beyond
inline constexpr Range kFeed{1.0, 100'000.0};           ///< mm a minute.
inline constexpr size_t kLongestToolName = 100, kLongestLines = 1000;

template <typename Visitor>
void visit_machine(Visitor& visitor, RobotHead& head) {
    const InTable machine{"machine"};
    visitor.choice(
        machine("dialect", "Which G-code it reads: grbl counts pauses in seconds, marlin in milliseconds",
                {.placeholder = "NAME"}),
        head.dialect, kDialectWords);
    visitor.whole(machine("decimals", "Digits after the decimal point of a length"), head.decimals, 3, 6);
    visitor.place(machine("reach_low", "The near left corner of what it reaches"), head.reach_low, kAnywhere);
    visitor.place(machine("reach_high", "The far right corner of that"), head.reach_high, kAnywhere);
    visitor.real(machine("lowest", "The lowest its tip may go"), head.lowest, kAnywhere);
    visitor.real(machine("highest", "The highest it can go"), head.highest, kAnywhere);
    visitor.real(machine("safe", "The height at which it travels over pots and cup; above their rim"),
                 head.safe, kAnywhere);
    visitor.real(machine("paint_feed", "Its speed while painting, mm a minute"), head.paint_feed, kFeed);
    visitor.real(machine("plunge_feed", "Its speed while it goes down, mm a minute"), head.plunge_feed,
                 kFeed);
    visitor.real(machine("travel_feed",
                         "Its speed while it travels as fast as it can, mm a minute; the time that a "
                         "program takes is reckoned with it"),
                 head.travel_feed, kFeed);
    visitor.text(
        machine("start", "Lines of program to begin with", {.example = "M17", .notation = Notation::Lines}),
        head.start, kLongestLines);
    visitor.text(machine("end", "Lines to end with", {.example = "M17", .notation = Notation::Lines}),
                 head.end, kLongestLines);
}

template <typename Visitor>
void visit_lift(Visitor& visitor, RobotHead& head) {
    const InTable lift{"lift"};
    visitor.choice(
        lift("lift", "What lifts the brush: the Z axis, or a servo that M3 S turns", {.placeholder = "NAME"}),
        head.lift, kLiftWords);
    visitor.real(lift("servo_at_canvas", "The servo's S where the tip just touches the canvas"),
                 head.servo_at_canvas, Range{0.0, kAnywhere.high});
    visitor.real(
        lift("servo_per_mm", "By how much S grows for each millimetre that the tip is lifted; not 0"),
        head.servo_per_mm, Range{-1000.0, 1000.0});
    visitor.real(lift("servo_seconds", "How long the servo takes"), head.servo_seconds, Range{0.0, 10.0});
}

template <typename Visitor>
void visit_canvas(Visitor& visitor, RobotHead& head) {
    const InTable canvas{"canvas"};
    visitor.place(canvas("at", "Where the canvas's near left corner lies"), head.canvas_at, kAnywhere);
    visitor.real(canvas("height", "The height of its surface"), head.canvas_height, kAnywhere);
    visitor.real(canvas("hop", "How far above the wet canvas the tip travels between strokes"), head.hop,
                 Range{0.5, 1000.0});
    visitor.real(canvas("overrun", "How far strokes may run out beyond the canvas's borders"), head.overrun,
                 Range{0.0, 1000.0});
    visitor.real(canvas("load_way", "How far a loaded brush paints before it is loaded again"), head.load_way,
                 Range{50.0, 100'000.0});
}

template <typename Visitor>
void visit_pots(Visitor& visitor, RobotHead& head) {
    const InTable pots{"pots"};
    visitor.place(pots("pots_at", "Where the first pot stands"), head.pots_at, kAnywhere);
    visitor.place(pots("pots_step", "From a pot to the next on the right, and to the next row"),
                  head.pots_step, kAnywhere);
    visitor.whole(pots("columns", "Pots in a row"), head.columns, 1, 100);
    visitor.whole(pots("rows", "Rows of pots"), head.rows, 1, 100);
    visitor.real(pots("radius", "Half the breadth of a pot, of the cup and of the cloth"), head.radius,
                 Range{1.0, 500.0});
    visitor.real(pots("rim", "The height of the tallest thing beside the canvas"), head.rim, kAnywhere);
    visitor.real(pots("dip", "The height to which the tip goes down into paint"), head.dip, kAnywhere);
    visitor.real(pots("drip_seconds", "How long it waits above a pot or the cup until nothing drips"),
                 head.drip_seconds, Range{0.0, 60.0});
}

template <typename Visitor>
void visit_wash(Visitor& visitor, RobotHead& head) {
    const InTable wash{"wash"};
    visitor.place(wash("wash.at", "Where the cup stands in which brushes are washed"), head.wash_at,
                  kAnywhere);
    visitor.real(wash("wash.dip", "The height to which the tip goes down into it"), head.wash_dip, kAnywhere);
    visitor.whole(wash("times", "How many times it does so"), head.wash_times, 1, 50);
    visitor.place(wash("cloth_at", "Where the cloth lies on which it is dried"), head.cloth_at, kAnywhere);
    visitor.real(wash("cloth_press", "The height to which it is pressed into the cloth"), head.cloth_press,
                 kAnywhere);
    visitor.place(wash("change_at", "Where brushes are changed"), head.change_at, kAnywhere);
}

/// Everything about a head but its tools.
template <typename Visitor>
void visit_fields(Visitor& visitor, RobotHead& head) {
    visit_machine(visitor, head);
    visit_lift(visitor, head);
    visit_canvas(visitor, head);
    visit_pots(visitor, head);
    visit_wash(visitor, head);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, RobotTool& held) {
    const InTable tool;
    visitor.text(tool("name", "What it is called in the program", {.notation = Notation::Ascii}), held.name,
                 kLongestToolName);
    visitor.text(
        tool("brush", "The brush of the painting whose strokes it paints; if left out, those of any brush",
             {.placeholder = "NAME", .example = "flat"}),
        held.brush, kLongestToolName);
    visitor.real(tool("narrowest", "The narrowest stroke it paints"), held.narrowest, Range{0.05, 1000.0});
    visitor.real(tool("widest", "The widest stroke it paints; more than 'narrowest'"), held.widest,
                 Range{0.1, 1000.0});
    visitor.real(tool("light_press", "How far the tip is pressed down for the narrowest stroke"),
                 held.light_press, Range{0.05, 100.0});
    visitor.real(tool("full_press", "How far for the widest stroke; more than 'light_press'"),
                 held.full_press, Range{0.1, 100.0});
    visitor.real(
        tool("longer", "How much farther down its tip stands than that of a tool whose 'longer' is 0, mm"),
        held.longer, Range{-500.0, 500.0});
    visitor.text(tool("fetch", "Lines of program that fetch it; if left out: a pause, M0",
                      {.example = "M17", .notation = Notation::Lines}),
                 held.fetch, kLongestLines);
}

}  // namespace allaprima::painting_fields
