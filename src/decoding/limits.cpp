#include "decoding/limits.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>

namespace allaprima {

namespace {

/// What the libraries themselves take to start and to work on several threads.
constexpr rlim_t kForLibraries = rlim_t{192} << 20;

/// The process' writable memory so far, bytes; what it may take more is counted from here.
rlim_t memory_held() {
    std::ifstream file("/proc/self/statm");
    rlim_t pages = 0;
    for (int column = 0; column < 6; ++column)
        file >> pages;
    return pages * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
}

void bind(int resource, rlim_t most) {
    rlimit limit{};
    getrlimit(resource, &limit);
    limit.rlim_cur = limit.rlim_max = std::min(most, limit.rlim_max);
    setrlimit(resource, &limit);
}

/// The signals that a program may have been started without.
void take_signals() {
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGINT, SIGTERM, SIGXCPU})
        std::signal(signal, SIG_DFL);
    // Who hears us no more is told by an error.
    std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace

void bind_reading(size_t memory_bytes, int seconds) {
    take_signals();
    bind(RLIMIT_CORE, 0);
    bind(RLIMIT_FSIZE, 0);
    bind(RLIMIT_CPU, static_cast<rlim_t>(seconds));
    bind(RLIMIT_DATA, memory_held() + static_cast<rlim_t>(memory_bytes) + kForLibraries);
}

void bind_writing() {
    take_signals();
    bind(RLIMIT_CORE, 0);
    std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace allaprima
