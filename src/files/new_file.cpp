#include "files/new_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <random>
#include <string_view>
#include <utility>

#include "files/longest_name.h"

namespace allaprima {

namespace {

namespace fs = std::filesystem;

Error taken(const std::string& path) {
    return {path + " already exists; give another name, or --force to replace it", true};
}

Error cannot_write(const std::string& path, int reason) {
    return {"cannot write " + path + ": " + std::strerror(reason)};
}

fs::path folder_of(const std::string& path) {
    const fs::path folder = fs::path(path).parent_path();
    return folder.empty() ? fs::path(".") : folder;
}

Status check_name(const std::string& path, bool replace) {
    std::error_code ignored;
    if (fs::path(path).filename().empty())
        return Error{"'" + path + "' is not the name of a file", true};
    if (Status length = check_name_length(path); !length)
        return length;
    if (!fs::is_directory(folder_of(path), ignored))
        return Error{
            "cannot write " + path + ": there is no folder '" + folder_of(path).string() + "'; make it first",
            true};
    const fs::file_status standing = fs::symlink_status(path, ignored);
    if (!fs::exists(standing))
        return Done{};
    if (!fs::is_regular_file(standing))
        return Error{path + " is not a file; give another name", true};
    if (!replace)
        return taken(path);
    return Done{};
}

constexpr std::string_view kEnding = ".part";
constexpr size_t kMarkDigits = 16;

/// What the names of all temporaries of a file begin with.
std::string temporary_stem(const std::string& path) {
    std::string stem(".");
    stem += fs::path(path).filename().string().substr(0, 200);
    stem += '.';
    return stem;
}

/// Another name in the same folder, hidden and unlikely to be taken.
std::string temporary_name(const std::string& path) {
    std::random_device chance;
    char mark[kMarkDigits + 1];
    std::snprintf(mark, sizeof mark, "%08x%08x", chance(), chance());
    return (folder_of(path) / (temporary_stem(path) + mark + std::string(kEnding))).string();
}

bool is_temporary_name(const std::string& name, const std::string& stem) {
    if (name.size() != stem.size() + kMarkDigits + kEnding.size() || name.rfind(stem, 0) != 0 ||
        name.substr(name.size() - kEnding.size()) != kEnding)
        return false;
    const std::string mark = name.substr(stem.size(), kMarkDigits);
    return mark.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// Takes a temporary away unless a run that lives holds its lock.
void remove_if_abandoned(const std::string& temporary) {
    const int file = ::open(temporary.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return;
    if (::flock(file, LOCK_EX | LOCK_NB) == 0)
        ::unlink(temporary.c_str());
    ::close(file);
}

/// Creates the file with the permissions that the user's mask gives to any new file, and locks it.
/// @return a descriptor that holds the lock; or −1, and errno tells why.
int create_empty(const std::string& path) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0)
        return -1;
    // Where a file system knows no locks, nobody else gets one either, and nothing is swept away.
    struct stat about {};
    if (::flock(file, LOCK_EX) != 0 || ::fstat(file, &about) != 0 || about.st_nlink > 0)
        return file;
    // Another run was quicker with its lock, and swept it away.
    ::close(file);
    errno = EEXIST;
    return -1;
}

/// Waits until a file or a folder is on the disk. @return 0 or the reason of the failure.
int bring_to_disk(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errno;
    const int reason = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    return reason;
}

/// Renames without ever replacing; not every file system can, so the last resort looks before it renames.
int rename_to_free_name(const std::string& from, const std::string& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    if (::access(to.c_str(), F_OK) == 0)
        return EEXIST;
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

}  // namespace

void remove_abandoned(const std::string& path) {
    const std::string stem = temporary_stem(path);
    std::error_code fault;
    for (fs::directory_iterator entry(folder_of(path), fault), end; !fault && entry != end;
         entry.increment(fault))
        if (is_temporary_name(entry->path().filename().string(), stem))
            remove_if_abandoned(entry->path().string());
}

Result<NewFile> NewFile::create(const std::string& path, bool replace) {
    if (const Status name = check_name(path, replace); !name)
        return name.error();
    remove_abandoned(path);
    int reason = EEXIST;
    for (int attempt = 0; attempt < 16 && reason == EEXIST; ++attempt) {
        std::string temporary = temporary_name(path);
        const int lock = create_empty(temporary);
        if (lock >= 0)
            return NewFile(path, std::move(temporary), FileLock(lock), replace);
        reason = errno;
    }
    Error error = cannot_write(path, reason);
    error.usage = reason == EACCES || reason == EROFS || reason == ENAMETOOLONG;
    return error;
}

NewFile::NewFile(std::string path, std::string temporary, FileLock lock, bool replace)
    : path_(std::move(path)), temporary_(std::move(temporary)), lock_(std::move(lock)), replace_(replace) {}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      lock_(std::move(other.lock_)),
      replace_(other.replace_) {}

NewFile& NewFile::operator=(NewFile&& other) noexcept {
    discard();
    path_ = std::move(other.path_);
    temporary_ = std::exchange(other.temporary_, {});
    lock_ = std::move(other.lock_);
    replace_ = other.replace_;
    return *this;
}

NewFile::~NewFile() {
    discard();
}

Status NewFile::finish() {
    ALLAPRIMA_CHECK(!temporary_.empty());
    int reason = bring_to_disk(temporary_);
    if (reason == 0 && replace_)
        reason = ::rename(temporary_.c_str(), path_.c_str()) == 0 ? 0 : errno;
    else if (reason == 0)
        reason = rename_to_free_name(temporary_, path_);
    if (reason != 0) {
        discard();
        return reason == EEXIST ? taken(path_) : cannot_write(path_, reason);
    }
    temporary_.clear();
    lock_ = FileLock();
    // The file is whole whether or not its folder reaches the disk now, so a failure here is no error.
    bring_to_disk(folder_of(path_).string());
    return Done{};
}

void NewFile::discard() {
    if (!temporary_.empty())
        ::unlink(temporary_.c_str());
    temporary_.clear();
    lock_ = FileLock();
}

}  // namespace allaprima
