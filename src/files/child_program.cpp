#include "files/child_program.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace allaprima {

void Descriptor::close() {
    if (number_ >= 0)
        ::close(std::exchange(number_, -1));
}

Result<EndPair> make_end_pair() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return Error{fmt::format("cannot talk to another program: {}", std::strerror(errno))};
    return EndPair{Descriptor(ends[0]), Descriptor(ends[1])};
}

ChildProgram::ChildProgram(const std::vector<std::string>& arguments, std::array<int, 3> ends) {
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

ChildProgram::~ChildProgram() {
    if (fault_ != 0 || left_)
        return;
    ::kill(-process_, SIGKILL);
    wait();
}

Descriptor ChildProgram::leaving() const {
    return Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, process_, 0)));
}

int ChildProgram::wait() {
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    left_ = true;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace allaprima
