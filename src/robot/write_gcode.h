#pragma once
#include "exporting/export_format.h"
#include "robot/hand_plan.h"

namespace allaprima {

/// Writes the program by which the head of the job paints. See docs/exporting.md.
Result<ExportNotes> write_gcode(const ExportJob& job, const std::string& file);

/// The head that is asked for: that of a file, or the standard one.
Result<RobotHead> head_of(const RobotSettings& asked);

/// The program, line by line: metric, absolute, of G0, G1, G4, M0 and M3 alone, with comments behind ;. Those
/// that say "pass N", "tool N" and "stroke N" begin what follows. `hand` is planned for this head, and its
/// layout was checked.
std::string gcode_of(const HandPlan& hand, const RobotHead& head);

inline constexpr ExportFormat kMachineProgram{
    .ending = ".gcode",
    .name = "Program for a machine",
    .about =
        "What a machine with brushes, pots and a cup does to paint it, as plain G-code; "
        "'allaprima robot' describes the machine and tries the program out",
    .group = "robot",
    .write = write_gcode};

}  // namespace allaprima
