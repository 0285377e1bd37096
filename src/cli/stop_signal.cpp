#include "cli/stop_signal.h"

#include <csignal>

namespace allaprima {
namespace {

// A signal handler can reach nothing else; signals belong to the whole process as well.
volatile std::sig_atomic_t stop_came = 0;

extern "C" void note_stop(int) {
    stop_came = 1;
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

}  // namespace

void catch_first_stop_signal() {
    struct sigaction action {};
    action.sa_handler = note_stop;
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

bool stop_signal_came() {
    return stop_came != 0;
}

}  // namespace allaprima
