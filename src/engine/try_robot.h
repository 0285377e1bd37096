#pragma once
#include <string>

#include "base/observer.h"
#include "base/thread_pool.h"
#include "model/export_settings.h"
#include "robot/simulate_robot.h"

namespace allaprima {

/// What came of trying a robot's program out.
struct RobotTrial {
    Simulation simulation;
    /// PSNR of what it paints to what it was exported to paint: by this head and from these pots; 99: the
    /// same.
    double plan_db = 0.0;
    double picture_db = 0.0;  ///< PSNR of what it paints to the painting itself.
};

/// Reads a program as a machine would, paints it, and compares it with the painting it was made from.
/// @param asked as the program was exported with. An error where a file cannot be read, where the program has
///        faults, and when the observer ended it.
Result<RobotTrial> try_robot(const std::string& painting_file, const std::string& program,
                             const RobotSettings& asked, const ThreadPool& workers, Observer& observer);

}  // namespace allaprima
