#include "cli/printing.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace allaprima {
namespace {

/// @return 0, or the errno of the failure.
int write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        text.remove_prefix(static_cast<size_t>(written));
    }
    return 0;
}

}  // namespace

Status print(std::string_view text) {
    const int fault = write_all(STDOUT_FILENO, text);
    if (fault == 0 || fault == EPIPE)
        return Done{};
    return Error{fmt::format("cannot write to standard output: {}", std::strerror(fault))};
}

void print_line_to_stderr(std::string_view line) {
    (void)write_all(STDERR_FILENO, printable(line) + "\n");
}

std::string printable(std::string_view text) {
    std::string safe(text);
    for (char& c : safe)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = '?';
    return safe;
}

}  // namespace allaprima
