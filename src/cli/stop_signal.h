#pragma once

namespace allaprima {

/// Catches the first Ctrl-C (or SIGTERM) as a wish to stop; a second one ends the program at once.
void catch_first_stop_signal();

/// True once the first has come.
bool stop_signal_came();

}  // namespace allaprima
