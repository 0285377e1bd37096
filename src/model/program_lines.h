#pragma once
#include <string>
#include <vector>

#include "base/result.h"

namespace allaprima {

/// The lines that a text with | between them stands for, without blanks around them.
std::vector<std::string> program_lines(const std::string& text);

/// What stands among the lines of a head's own.
enum class OwnLines {
    Within,  ///< More of the program follows.
    Last,    ///< They end it, and may say so.
};

/// Refuses lines after which the program's numbers would mean something else: words that change the unit
/// (G20), count moves from where the tip is (G91), move the origin (G10, G52 to G59, G92, M206, M428), turn
/// or scale it (G51, G68), shift the tip (G43) or read feeds in another way (G93, G95); `$` but for homing
/// ($H) and unlocking ($X); and, before the last lines, an end (M2, M30). Capital or small letters, with or
/// without zeros and blanks, as controllers take them; comments count for nothing. @param place what the
/// lines are called in the error.
Status check_own_lines(const std::string& text, OwnLines which, const std::string& place);

}  // namespace allaprima
