#include "files/ordinary_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace allaprima {
namespace {

bool is_open_on_ordinary_file(int descriptor) {
    struct stat about {};
    return ::fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode);
}

}  // namespace

Status check_ordinary_file(const std::string& path, const char* a_file) {
    std::error_code fault;
    const std::filesystem::file_status status = std::filesystem::status(path, fault);
    if (!std::filesystem::status_known(status))
        return Error{fmt::format("cannot open {}: {}", path, fault.message()), true};
    if (!std::filesystem::exists(status))
        return Error{fmt::format("there is no file {}", path), true};
    if (std::filesystem::is_directory(status))
        return Error{fmt::format("{} is a folder; name {} file in it", path, a_file), true};
    if (!std::filesystem::is_regular_file(status))
        return Error{fmt::format("{} is not an ordinary file", path), true};
    return Done{};
}

Result<FileToRead> open_ordinary_file(const std::string& path) {
    if (const Status ordinary = check_ordinary_file(path); !ordinary)
        return ordinary.error();
    // What stands there may have been changed meanwhile, and a pipe must not hold the run.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return Error{fmt::format("cannot open {}: {}", path, std::strerror(errno))};
    FileToRead file(::fdopen(descriptor, "rb"));
    if (!file) {
        ::close(descriptor);
        return Error{fmt::format("cannot open {}: {}", path, std::strerror(errno))};
    }
    if (!is_open_on_ordinary_file(descriptor))
        return Error{fmt::format("{} is not an ordinary file", path), true};
    return file;
}

}  // namespace allaprima
