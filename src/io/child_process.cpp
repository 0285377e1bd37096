#include "io/child_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>

namespace allaprima {
namespace {

using Clock = std::chrono::steady_clock;

/// A descriptor that is closed when it goes.
class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() { close(); }
    void close() {
        if (number_ >= 0)
            ::close(std::exchange(number_, -1));
    }
    int number() const { return number_; }

  private:
    int number_;
};

/// Two ends that talk to each other. Writing into a pair whose reader has gone is an error; into a pipe it
/// would be a signal that ends us.
struct Pair {
    Descriptor ours, theirs;
};

Result<Pair> make_pair_of_ends() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return Error{fmt::format("cannot talk to another program: {}", std::strerror(errno))};
    return Pair{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// Another program at work; it is ended when this goes before it has left.
class Child {
  public:
    Child(const std::vector<std::string>& arguments, std::array<int, 3> ends) {
        std::vector<char*> words;
        words.reserve(arguments.size() + 1);
        for (const std::string& argument : arguments)
            words.push_back(const_cast<char*>(argument.c_str()));
        words.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        for (int i = 0; i < 3; ++i)
            posix_spawn_file_actions_adddup2(&actions, ends[static_cast<size_t>(i)], i);
        // A group of its own, so that what it starts ends with it.
        posix_spawnattr_t attributes;
        posix_spawnattr_init(&attributes);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
        fault_ = ::posix_spawnp(&process_, words[0], &actions, &attributes, words.data(), environ);
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&actions);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (fault_ != 0 || left_)
            return;
        ::kill(-process_, SIGKILL);
        wait();
    }

    /// 0, or why it could not be started.
    int fault() const { return fault_; }

    int wait() {
        int status = 0;
        while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
        }
        left_ = true;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

  private:
    pid_t process_ = -1;
    int fault_ = 0;
    bool left_ = false;
};

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
Status converse(std::array<Pair, 3>& ends, std::string_view input, const ChildLimits& limits,
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
            return Error{fmt::format("cannot hear {}: {}", name, std::strerror(errno))};
        if (waiting[0].revents != 0 && !send_some(ends[0].ours, input))
            ends[0].ours.close();
        if (waiting[1].revents != 0 && !take_some(ends[1].ours, answer.output))
            ends[1].ours.close();
        if (waiting[2].revents != 0 && !take_some(ends[2].ours, answer.errors))
            ends[2].ours.close();
        if (answer.output.size() > limits.most_bytes || answer.errors.size() > limits.most_bytes)
            return Error{fmt::format("{} said more than anybody would read, and was ended", name)};
    }
    return Done{};
}

}  // namespace

Result<ChildAnswer> run_child(const std::vector<std::string>& arguments, const std::string& input,
                              const ChildLimits& limits) {
    ALLAPRIMA_CHECK(!arguments.empty());
    std::array<Pair, 3> ends;
    for (Pair& pair : ends) {
        Result<Pair> made = make_pair_of_ends();
        if (!made)
            return made.error();
        pair = std::move(made).value();
    }
    Child child(arguments, {ends[0].theirs.number(), ends[1].theirs.number(), ends[2].theirs.number()});
    for (Pair& pair : ends)
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
