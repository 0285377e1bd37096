#include "files/child_process.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>

#include "files/child_program.h"

namespace allaprima {
namespace {

using Clock = std::chrono::steady_clock;

/// Hands over what is left of the input. @return whether there may be more to do.
bool send_some(const Descriptor& end, std::string_view& rest) {
    const ssize_t sent = ::send(end.number(), rest.data(), rest.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0)
        return errno == EAGAIN || errno == EINTR;
    rest.remove_prefix(static_cast<size_t>(sent));
    return !rest.empty();
}

/// @return whether there may be more to come.
bool take_some(const Descriptor& end, std::string& all) {
    std::array<char, 16384> piece{};
    const ssize_t taken = ::recv(end.number(), piece.data(), piece.size(), MSG_DONTWAIT);
    if (taken < 0)
        return errno == EAGAIN || errno == EINTR;
    all.append(piece.data(), static_cast<size_t>(taken));
    return taken > 0;
}

/// Talks with the program until it has closed both its outputs. @param name of the program, for errors.
Status converse(std::array<EndPair, 3>& ends, std::string_view input, const ChildLimits& limits,
                const std::string& name, ChildAnswer& answer) {
    const Clock::time_point end = Clock::now() + std::chrono::seconds(limits.seconds);
    if (input.empty())
        ends[0].ours.close();
    while (ends[1].ours.number() >= 0 || ends[2].ours.number() >= 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        if (left <= 0)
            return Error{fmt::format("{} took longer than {} seconds, and was ended", name, limits.seconds)};
        std::array<pollfd, 3> waiting{pollfd{ends[0].ours.number(), POLLOUT, 0},
                                      pollfd{ends[1].ours.number(), POLLIN, 0},
                                      pollfd{ends[2].ours.number(), POLLIN, 0}};
        if (::poll(waiting.data(), waiting.size(), static_cast<int>(left)) < 0 && errno != EINTR)
            return Error{fmt::format("cannot read from {}: {}", name, std::strerror(errno))};
        if (waiting[0].revents != 0 && !send_some(ends[0].ours, input))
            ends[0].ours.close();
        if (waiting[1].revents != 0 && !take_some(ends[1].ours, answer.output))
            ends[1].ours.close();
        if (waiting[2].revents != 0 && !take_some(ends[2].ours, answer.errors))
            ends[2].ours.close();
        if (answer.output.size() > limits.most_bytes || answer.errors.size() > limits.most_bytes)
            return Error{fmt::format("{} wrote more than is allowed, and was ended", name)};
    }
    return Done{};
}

}  // namespace

Result<ChildAnswer> run_child(const std::vector<std::string>& arguments, const std::string& input,
                              const ChildLimits& limits) {
    ALLAPRIMA_CHECK(!arguments.empty());
    std::array<EndPair, 3> ends;
    for (EndPair& pair : ends) {
        Result<EndPair> made = make_end_pair();
        if (!made)
            return made.error();
        pair = std::move(made).value();
    }
    ChildProgram child(arguments,
                       {ends[0].theirs.number(), ends[1].theirs.number(), ends[2].theirs.number()});
    for (EndPair& pair : ends)
        pair.theirs.close();
    if (child.fault() != 0)
        return Error{fmt::format("cannot start {}: {}", arguments[0], std::strerror(child.fault()))};
    ChildAnswer answer;
    if (const Status heard = converse(ends, input, limits, arguments[0], answer); !heard)
        return heard.error();
    answer.status = child.wait();
    return answer;
}

}  // namespace allaprima
