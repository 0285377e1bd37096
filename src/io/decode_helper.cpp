#include "io/decode_helper.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>

#include "base/parts_folder.h"
#include "io/pixel_source.h"

namespace allaprima {
namespace {

constexpr const char* kHelperName = "allaprima-decode";
/// More than it has to say of any trouble.
constexpr size_t kMostTroubleBytes = 400;

Result<std::string> find_helper(const std::string& needed_for, const std::string& instead) {
    std::error_code fault;
    if (const auto folder = parts_folder();
        folder && std::filesystem::is_regular_file(*folder / kHelperName, fault))
        return (*folder / kHelperName).string();
    return Error{
        fmt::format("{} needs {}, which is not installed beside this program; install the whole "
                    "package, or {}",
                    needed_for, kHelperName, instead)};
}

}  // namespace

Status check_helper(const std::string& needed_for, const std::string& instead) {
    if (const Result<std::string> helper = find_helper(needed_for, instead); !helper)
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
    const Result<std::string> helper = find_helper(task.needed_for, task.instead);
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

Status DecodeHelper::wait_for(const Descriptor& end, short events) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point begin = Clock::now();
    pollfd waiting{end.number(), events, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(left_ms_));
    left_ms_ -= std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin).count();
    if (ready > 0 || (ready < 0 && errno == EINTR && left_ms_ > 0))
        return Done{};
    return Error{task_.ended};
}

Status DecodeHelper::read(std::byte* bytes, size_t count) {
    while (count > 0) {
        const ssize_t taken = ::recv(talk_.number(), bytes, count, MSG_DONTWAIT);
        if (taken > 0) {
            bytes += taken;
            count -= static_cast<size_t>(taken);
        } else if (taken == 0 || (errno != EAGAIN && errno != EINTR)) {
            return trouble();
        } else if (const Status ready = wait_for(talk_, POLLIN); !ready) {
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
        } else if (const Status ready = wait_for(talk_, POLLOUT); !ready) {
            return ready;
        }
    }
    return Done{};
}

Status DecodeHelper::finish() {
    ::shutdown(talk_.number(), SHUT_WR);
    // Its standard error ends when it does.
    std::array<char, kMostTroubleBytes> ignored{};
    ssize_t taken = -1;
    while (taken < 0) {
        if (const Status ready = wait_for(troubles_, POLLIN); !ready)
            return ready;
        taken = ::recv(troubles_.number(), ignored.data(), ignored.size(), MSG_DONTWAIT | MSG_PEEK);
        if (taken < 0 && errno != EAGAIN && errno != EINTR)
            return Error{task_.ended};
    }
    if (taken > 0 || program_->wait() != 0)
        return trouble();
    return Done{};
}

/// Its own words for why it gave up, if it had the time to say them.
Error DecodeHelper::trouble() {
    std::string words(kMostTroubleBytes, '\0');
    size_t length = 0;
    while (length < words.size()) {
        const ssize_t taken =
            ::recv(troubles_.number(), words.data() + length, words.size() - length, MSG_DONTWAIT);
        if (taken > 0)
            length += static_cast<size_t>(taken);
        else if (taken == 0 || (errno != EAGAIN && errno != EINTR) || !wait_for(troubles_, POLLIN))
            break;
    }
    words = one_line(words.substr(0, length));
    return {words.empty() ? task_.ended : words};
}

}  // namespace allaprima
