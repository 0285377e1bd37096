#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/plan.h"
#include "model/robot_head.h"
#include "robot/hand_plan.h"
#include "robot/robot_layout.h"

namespace allaprima {

/// A stroke that a program painted, as its moves tell it.
struct SimulatedStroke {
    size_t number;              ///< From 0, as its comment said.
    size_t tool, pot;           ///< What it was painted with.
    std::vector<Place> places;  ///< From touching the canvas to leaving it.
};

/// What a program does, and what it does wrong.
struct Simulation {
    std::vector<SimulatedStroke> strokes;
    size_t loads = 0, washes = 0, changes = 0;
    double painted_mm = 0.0, travelled_mm = 0.0;
    double minutes =
        0.0;  ///< At the speeds given and the head's travel feed; a pause for a person is half one.
    std::vector<std::string> faults;  ///< The first of them: "line 12: …".
    size_t fault_count = 0;
};

/// A text with so many faults is no program, and is not read on.
inline constexpr size_t kMostFaults = 10'000;

/// Reads a program as a machine does, and holds every move against the head's limits: its reach, the heights
/// over canvas and pots, the widths of its tools, the speeds, the way of a load, and that a brush goes from
/// one paint to another only washed. Reads any text: what it does not understand is a fault.
/// @param pots how many are filled.
Simulation simulate_robot(std::string_view program, const RobotHead& head, Vec2 canvas, size_t pots);

/// What the program painted, as a plan: path, width, paint and order are those of its moves; how much paint
/// the brush held and how soft its sides are, no program says, and is taken from the strokes of `hand`. An
/// error where there are faults, or other strokes than that plan has.
Result<Plan> painted_by(const Simulation& simulation, const HandPlan& hand, const RobotHead& head);

}  // namespace allaprima
