#include "codecs/decode_helper.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>

#include "base/one_line.h"
#include "base/parts_folder.h"
#include "codecs/pixel_source.h"

namespace allaprima {
namespace {

/// More than it has to say of any trouble.
constexpr size_t kMostTroubleBytes = 400;

Result<std::string> find_helper(const HelperTask& task) {
    std::error_code fault;
    if (const auto folder = parts_folder();
        folder && std::filesystem::is_regular_file(*folder / task.program, fault))
        return (*folder / task.program).string();
    return Error{
        fmt::format("{} needs {}, which is not installed beside this program; install the whole "
                    "package, or {}",
                    task.needed_for, task.program, task.instead)};
}

}  // namespace

Status check_helper(const HelperTask& task) {
    if (const Result<std::string> helper = find_helper(task); !helper)
        return Error{helper.error().message, true};
    return Done{};
}

Result<DecodeHelper> DecodeHelper::reading(const HelperTask& task, const std::string& path) {
    return start(task, path, false);
}

Result<DecodeHelper> DecodeHelper::writing(const HelperTask& task, const std::string& path) {
    return start(task, path, true);
}

Result<DecodeHelper> DecodeHelper::start(const HelperTask& task, const std::string& path, bool writes) {
    const Result<std::string> helper = find_helper(task);
    if (!helper)
        return helper.error();
    const Descriptor file(::open(path.c_str(), (writes ? O_RDWR : O_RDONLY) | O_CLOEXEC));
    if (file.number() < 0)
        return Error{std::string("it cannot be opened: ") + std::strerror(errno)};
    Result<EndPair> talk = make_end_pair(), troubles = make_end_pair();
    if (!talk || !troubles)
        return talk ? troubles.error() : talk.error();
    std::vector<std::string> arguments = {*helper};
    arguments.insert(arguments.end(), task.words.begin(), task.words.end());
    const int told = talk->theirs.number();
    auto program = std::make_unique<ChildProgram>(
        arguments, std::array<int, 3>{writes ? told : file.number(), writes ? file.number() : told,
                                      troubles->theirs.number()});
    if (program->fault() != 0)
        return Error{fmt::format("cannot start {}: {}", *helper, std::strerror(program->fault()))};
    return DecodeHelper(task, std::move(program), std::move(talk->ours), std::move(troubles->ours));
}

DecodeHelper::DecodeHelper(HelperTask task, std::unique_ptr<ChildProgram> program, Descriptor talk,
                           Descriptor troubles)
    : task_(std::move(task)),
      program_(std::move(program)),
      talk_(std::move(talk)),
      troubles_(std::move(troubles)),
      left_ms_(1000LL * task_.seconds) {}

/// Waits until one of the ends has something. @return whether that was in time.
bool DecodeHelper::wait_for(std::span<pollfd> ends) {
    using Steady = std::chrono::steady_clock;
    const Steady::time_point begin = Steady::now();
    const int ready = ::poll(ends.data(), ends.size(), static_cast<int>(std::max(0LL, left_ms_)));
    left_ms_ -= std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - begin).count();
    return ready > 0 || (ready < 0 && errno == EINTR && left_ms_ > 0);
}

/// Waits until pixels can go on; words of trouble end that.
Status DecodeHelper::wait_for_pixels(short events) {
    std::array<pollfd, 2> ends{pollfd{talk_.number(), events, 0}, pollfd{troubles_.number(), POLLIN, 0}};
    if (!wait_for(ends))
        return Error{task_.ended};
    if (ends[0].revents == 0 && (ends[1].revents & POLLIN) != 0 && has_words())
        return trouble();
    return Done{};
}

bool DecodeHelper::has_words() const {
    char first = 0;
    return ::recv(troubles_.number(), &first, 1, MSG_DONTWAIT | MSG_PEEK) > 0;
}

Status DecodeHelper::read(std::byte* bytes, size_t count) {
    while (count > 0) {
        const ssize_t taken = ::recv(talk_.number(), bytes, count, MSG_DONTWAIT);
        if (taken > 0) {
            bytes += taken;
            count -= static_cast<size_t>(taken);
        } else if (taken == 0 || (errno != EAGAIN && errno != EINTR)) {
            return trouble();
        } else if (const Status ready = wait_for_pixels(POLLIN); !ready) {
            return ready;
        }
    }
    return Done{};
}

Status DecodeHelper::write(const void* bytes, size_t count) {
    const char* from = static_cast<const char*>(bytes);
    while (count > 0) {
        const ssize_t sent = ::send(talk_.number(), from, count, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent >= 0) {
            from += sent;
            count -= static_cast<size_t>(sent);
        } else if (errno != EAGAIN && errno != EINTR) {
            return trouble();
        } else if (const Status ready = wait_for_pixels(POLLOUT); !ready) {
            return ready;
        }
    }
    return Done{};
}

Status DecodeHelper::finish() {
    ::shutdown(talk_.number(), SHUT_WR);
    const Descriptor leaving = program_->leaving();
    std::array<pollfd, 2> ends{pollfd{leaving.number(), POLLIN, 0}, pollfd{troubles_.number(), POLLIN, 0}};
    while (leaving.number() >= 0 && ends[0].revents == 0) {
        if (!wait_for(ends))
            return Error{task_.ended};
        if (has_words())
            return trouble();
        // Its standard error may be closed before it has left, and then always has an end to tell of.
        if ((ends[1].revents & POLLHUP) != 0)
            ends[1].fd = -1;
    }
    return program_->wait() == 0 ? Status(Done{}) : trouble();
}

/// Its own words for why it gave up, if it had the time to say them.
Error DecodeHelper::trouble() {
    std::string words(kMostTroubleBytes, '\0');
    size_t length = 0;
    std::array<pollfd, 1> ends{pollfd{troubles_.number(), POLLIN, 0}};
    while (length < words.size() && wait_for(ends)) {
        const ssize_t taken =
            ::recv(troubles_.number(), words.data() + length, words.size() - length, MSG_DONTWAIT);
        if (taken > 0)
            length += static_cast<size_t>(taken);
        else if (taken == 0 || (errno != EAGAIN && errno != EINTR))
            break;
    }
    words = one_line(words.substr(0, length));
    return {words.empty() ? task_.ended : words};
}

}  // namespace allaprima
