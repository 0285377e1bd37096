#pragma once
#include <string>

#include "base/result.h"
#include "engine/destination.h"

namespace allaprima {

/// What people write for the program, in TOML.
enum class WrittenKind {
    Brief,
    RobotHead,
    Making,  ///< What is claimed of a painting's making.
    Entry,   ///< A statement about its journey.
};

/// Such a file with every setting, its range and what it means, to change.
std::string template_of(WrittenKind kind);

/// The same as a file.
Status write_template(WrittenKind kind, const Destination& file);

/// All that may stand in it, as tables in Markdown; those of makings and entries are told together.
std::string settings_of(WrittenKind kind);

/// Says whether the head that a file describes can paint, or where it is wrong.
Status check_robot_head(const std::string& file);

}  // namespace allaprima
