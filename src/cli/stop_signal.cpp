#include "cli/stop_signal.h"

#include <sys/time.h>
#include <unistd.h>

#include <csignal>
#include <string_view>

namespace allaprima {
namespace {

constexpr suseconds_t kPatience = 900'000;  // microseconds
constexpr time_t kMorePatience = 10;        // seconds
constexpr int kSignalled = 128;

// A signal handler can reach nothing else; signals belong to the whole process as well.
volatile std::sig_atomic_t stop_came = 0, patient_now = 0;

extern "C" void end_at_once(int) {
    constexpr std::string_view kWords = "allaprima: stopped; what was being written is not there\n";
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, kWords.data(), kWords.size());
    ::_exit(kSignalled + stop_came);
}

/// Nothing of either takes it off.
void set_timer(time_t seconds, suseconds_t microseconds) {
    itimerval timer{};
    timer.it_value = {seconds, microseconds};
    ::setitimer(ITIMER_REAL, &timer, nullptr);
}

extern "C" void note_stop(int signal) {
    stop_came = signal;
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGALRM, end_at_once);
    set_timer(patient_now != 0 ? kMorePatience : 0, patient_now != 0 ? 0 : kPatience);
}

}  // namespace

void catch_first_stop_signal() {
    struct sigaction action {};
    action.sa_handler = note_stop;
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

void be_patient(bool patient) {
    patient_now = patient ? 1 : 0;
}

int stop_signal() {
    return stop_came;
}

bool heed_stop_signal() {
    if (stop_came == 0)
        return false;
    set_timer(0, 0);
    return true;
}

}  // namespace allaprima
