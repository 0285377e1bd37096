#include "files/new_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "files/longest_name.h"
#include "files/temporary_folder.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

/// Without the slash at its end that shells complete folders with.
std::string bare(std::string path) {
    while (path.size() > 1 && path.back() == '/')
        path.pop_back();
    return path;
}

fs::path around(const std::string& path) {
    const fs::path folder = fs::path(path).parent_path();
    return folder.empty() ? fs::path(".") : folder;
}

Error cannot_make_folder(const std::string& path, int reason) {
    return {"cannot write " + path + ": " + std::strerror(reason)};
}

/// The name of something that is no part of such a folder; empty where there is nothing else.
std::string other_thing_in(const std::string& path, const FolderKind& kind) {
    std::error_code fault;
    for (fs::directory_iterator entry(path, fault), end; !fault && entry != end; entry.increment(fault)) {
        std::string name = entry->path().filename().string();
        if (std::ranges::find(kind.entries, name) == kind.entries.end())
            return name;
    }
    return {};
}

/// Whether the new folder may stand under this name.
Status check_name(const std::string& path, bool replace, const FolderKind& kind) {
    std::error_code ignored;
    if (path.empty() || path == "." || path == ".." || path == "/" || path.ends_with("/..") ||
        path.ends_with("/."))
        return Error{"'" + path + "' is not the name of a new folder", true};
    if (Status length = check_name_length(path); !length)
        return length;
    if (!fs::is_directory(around(path), ignored))
        return Error{
            "cannot write " + path + ": there is no folder '" + around(path).string() + "'; make it first",
            true};
    const fs::file_status standing = fs::symlink_status(path, ignored);
    if (!fs::exists(standing))
        return Done{};
    if (!fs::is_directory(standing))
        return Error{path + " is not a folder; give another name", true};
    if (fs::is_empty(path, ignored))
        return Done{};
    if (!fs::exists(fs::symlink_status(fs::path(path) / kind.mark, ignored)))
        return Error{path + " holds other things, which are not replaced; give another name", true};
    if (const std::string other = other_thing_in(path, kind); !other.empty())
        return Error{path + " holds other things, which are not replaced: move " + other +
                         " elsewhere, or give another name",
                     true};
    if (!replace)
        return Error{path + " already exists; give another name, or --force to replace it", true};
    return Done{};
}

}  // namespace

Result<NewFolder> NewFolder::create(const std::string& path, bool replace, const FolderKind& kind) {
    const std::string name = bare(path);
    if (const Status possible = check_name(name, replace, kind); !possible)
        return possible.error();
    errno = 0;
    LockedFolder made =
        make_locked_folder(around(name) / ("." + fs::path(name).filename().string().substr(0, 200) + "."));
    if (made.path.empty()) {
        Error error = cannot_make_folder(name, errno);
        error.usage = errno == EACCES || errno == EROFS || errno == ENAMETOOLONG;
        return error;
    }
    // mkdtemp() lets nobody else in; the user's mask decides that, as for any other folder.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::chmod(made.path.c_str(), 0777 & ~mask);
    return NewFolder(name, std::move(made.path), std::move(made.lock), replace, kind);
}

NewFolder::NewFolder(std::string path, std::string temporary, FileLock lock, bool replace, FolderKind kind)
    : path_(std::move(path)),
      temporary_(std::move(temporary)),
      lock_(std::move(lock)),
      replace_(replace),
      kind_(std::move(kind)) {}

NewFolder::NewFolder(NewFolder&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      lock_(std::move(other.lock_)),
      replace_(other.replace_),
      kind_(std::move(other.kind_)) {}

NewFolder& NewFolder::operator=(NewFolder&& other) noexcept {
    discard();
    path_ = std::move(other.path_);
    temporary_ = std::exchange(other.temporary_, {});
    lock_ = std::move(other.lock_);
    replace_ = other.replace_;
    kind_ = std::move(other.kind_);
    return *this;
}

NewFolder::~NewFolder() {
    discard();
}

Status NewFolder::finish() {
    ALLAPRIMA_CHECK(!temporary_.empty());
    if (const Status possible = check_name(path_, replace_, kind_); !possible) {
        discard();
        return possible;
    }
    // rename() itself takes the place of an empty folder, and of no other.
    if (::rename(temporary_.c_str(), path_.c_str()) == 0) {
        temporary_.clear();
        return Done{};
    }
    // The two change places in one step, and what stood there goes.
    if (::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, path_.c_str(), RENAME_EXCHANGE) == 0) {
        discard();
        return Done{};
    }
    const int reason = errno;
    discard();
    return cannot_make_folder(path_, reason);
}

void NewFolder::discard() {
    std::error_code ignored;
    if (!temporary_.empty())
        fs::remove_all(temporary_, ignored);
    temporary_.clear();
}

}  // namespace allaprima
