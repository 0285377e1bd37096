#include "decoding/helper_program.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <exception>
#include <new>
#include <vector>

#include "base/one_line.h"
#include "decoding/limits.h"

namespace allaprima {

namespace {

constexpr int kFailed = 1;
constexpr int kWrongWords = 2;

Status send_to_output(const void* bytes, size_t count) {
    const char* from = static_cast<const char*>(bytes);
    while (count > 0) {
        const ssize_t sent = ::write(STDOUT_FILENO, from, count);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return Error{"nobody wants the picture any more"};
        from += sent;
        count -= static_cast<size_t>(sent);
    }
    return Done{};
}

/// Libraries report most troubles, but throw some.
Status do_without_throwing(const HelperWork& work, std::span<const std::string> words) {
    try {
        return work(words);
    } catch (const std::bad_alloc&) {
        return Error{"there is not enough memory to read it; make it smaller first"};
    } catch (const std::exception& trouble) {
        return Error{"it is damaged (" + one_line(trouble.what()) + "); get a whole copy of it"};
    }
}

}  // namespace

void run_helper(int count, char** arguments, const HelperWork& work) {
    // The libraries have words of their own for the standard error; nobody is to see them.
    const int troubles = ::dup(STDERR_FILENO);
    ::dup2(::open("/dev/null", O_WRONLY | O_CLOEXEC), STDERR_FILENO);
    const std::vector<std::string> words(arguments + 1, arguments + count);
    const Status done = do_without_throwing(work, words);
    if (!done) {
        const std::string line = done.error().message + "\n";
        static_cast<void>(!::write(troubles, line.data(), line.size()));
    }
    // Without the ends of the libraries, which have nothing to say any more and may hang.
    _exit(done ? 0 : done.error().usage ? kWrongWords : kFailed);
}

void bind_as_told(const std::string& memory, const std::string& seconds) {
    bind_reading(std::strtoull(memory.c_str(), nullptr, 10), std::atoi(seconds.c_str()));
}

Status deliver(const OpenedSource& source) {
    if (!source)
        return source.error();
    return send_pixels(**source, send_to_output);
}

Status StandardInput::read(std::byte* bytes, size_t count) {
    while (count > 0) {
        const ssize_t taken = ::read(STDIN_FILENO, bytes, count);
        if (taken < 0 && errno == EINTR)
            continue;
        if (taken <= 0)
            return Error{"the picture ends before its last row"};
        bytes += taken;
        count -= static_cast<size_t>(taken);
    }
    return Done{};
}

Error not_for_people() {
    return {"this program is started by allaprima; it does nothing by itself", true};
}

}  // namespace allaprima
