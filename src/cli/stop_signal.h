#pragma once

namespace allaprima {

/// Catches the first Ctrl-C (or SIGTERM) as a wish to stop; a second one ends the program at once. So does
/// the first where nobody has asked for it (heed_stop_signal) within a second: work that cannot be stopped
/// half way is not waited for. What it leaves half written the next run sweeps away.
void catch_first_stop_signal();

/// Whether what is going on now asks of itself, only not every second: it is waited for longer then.
void be_patient(bool patient);

/// The number of the signal that came first; 0: none did.
int stop_signal();

/// Whether it has come; if so, whoever asks stops of itself.
bool heed_stop_signal();

}  // namespace allaprima
