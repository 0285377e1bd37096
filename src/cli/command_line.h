#pragma once
#include <string>
#include <vector>

namespace allaprima {

/// Does what the words of a command line ask; the first is the program's name.
///
/// Results go to standard output; progress, and one line beginning "allaprima: " about what went wrong, to
/// standard error.
/// @return 0 when it was done, 1 when it failed, 2 when the request itself is at fault.
int run_command_line(std::vector<std::string> words);

}  // namespace allaprima
