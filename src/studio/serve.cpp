#include "studio/serve.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "files/new_file.h"
#include "files/text_file.h"
#include "studio/server.h"

// What programs that are started are given.
extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace allaprima {

namespace fs = std::filesystem;

namespace {

/// How much the painter gives way to other programs: the browser on the same processors draws while it
/// paints.
constexpr int kGivesWay = 10;

fs::path usual_folder() {
    const char* home = std::getenv("HOME");
    return fs::path(home != nullptr && *home != '\0' ? home : ".") / "Alla Prima";
}

/// The token of a folder stays the same, so that a page that is open goes on after a new start.
Result<std::string> token_of(const fs::path& folder) {
    const fs::path file = folder / ".studio" / "token";
    std::string token;
    std::ifstream(file) >> token;
    if (token.size() == 2 * new_id().size())
        return token;
    token = new_id() + new_id();
    Result<NewFile> made = NewFile::create(file.string(), true);
    if (!made)
        return made.error();
    ::chmod(made->temporary_path().c_str(), S_IRUSR | S_IWUSR);
    TextFile out(made->temporary_path());
    out.write(token + "\n");
    if (const Status closed = out.close(file.string()); !closed)
        return closed.error();
    if (const Status finished = made->finish(); !finished)
        return finished.error();
    return token;
}

Result<std::unique_ptr<Server>> listen_somewhere(Studio& studio, int port, const std::string& token) {
    if (port != 0)
        return Server::listen(studio, port, token);
    for (int tried = kStudioPort; tried < kStudioPort + kPortsTried; ++tried)
        if (Result<std::unique_ptr<Server>> server = Server::listen(studio, tried, token))
            return server;
    return Server::listen(studio, 0, token);
}

/// It is shown by a program of the desktop, and not waited for. Without a desktop that looks for browsers of
/// the terminal, which is ours, and complains of each; the address was told.
void show_page(const std::string& address) {
    std::string program = "xdg-open", argument = address;
    char* const arguments[] = {program.data(), argument.data(), nullptr};
    posix_spawn_file_actions_t nowhere;
    if (::posix_spawn_file_actions_init(&nowhere) != 0)
        return;
    bool shut = true;
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        shut = shut && ::posix_spawn_file_actions_addopen(&nowhere, stream, "/dev/null", O_RDWR, 0) == 0;
    pid_t child = 0;
    if (shut)
        (void)::posix_spawnp(&child, program.c_str(), &nowhere, nullptr, arguments, environ);
    (void)::posix_spawn_file_actions_destroy(&nowhere);
}

}  // namespace

Status run_studio(const StudioWish& wish, Observer& observer) {
    const fs::path folder = fs::absolute(wish.folder.empty() ? usual_folder() : wish.folder);
    // Before any thread is there, which begins as this one is.
    [[maybe_unused]] const int given = ::nice(kGivesWay);
    Studio studio{BuiltPage(find_built_page())};
    if (const Status opened = studio.open(folder); !opened)
        return opened;
    const Result<std::string> token = token_of(folder);
    if (!token)
        return token.error();
    const Result<std::unique_ptr<Server>> server = listen_somewhere(studio, wish.port, *token);
    if (!server)
        return server.error();
    const std::string address = fmt::format("http://127.0.0.1:{}/?token={}", (*server)->port(), *token);
    observer.say(fmt::format("The studio: {}", address));
    observer.say(fmt::format("The paintings: {}", folder.string()));
    if (wish.open_page)
        show_page(address);
    (*server)->run([&] { return observer.stop_requested(); });
    return Done{};
}

}  // namespace allaprima
