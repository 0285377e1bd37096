#include "files/temporary_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cctype>
#include <cerrno>
#include <string_view>
#include <utility>

namespace allaprima {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = "XXXXXX";

/// As mkdtemp() makes names of the stem.
bool is_of_stem(std::string_view name, std::string_view stem) {
    if (name.size() != stem.size() + kMark.size() || !name.starts_with(stem))
        return false;
    for (const char c : name.substr(stem.size()))
        if (std::isalnum(static_cast<unsigned char>(c)) == 0)
            return false;
    return true;
}

/// @return a descriptor of the folder that holds its lock; −1 where somebody else does, or it is not ours.
int lock_folder(const std::string& path) {
    const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    struct stat about {};
    if (folder < 0 || (::fstat(folder, &about) == 0 && about.st_uid == ::geteuid() &&
                       ::flock(folder, LOCK_EX | LOCK_NB) == 0))
        return folder;
    ::close(folder);
    return -1;
}

void sweep_abandoned(const fs::path& stem) {
    std::error_code fault;
    for (fs::directory_iterator entry(stem.parent_path(), fault), end; !fault && entry != end;
         entry.increment(fault)) {
        const fs::path path = entry->path();
        if (!is_of_stem(path.filename().string(), stem.filename().string()))
            continue;
        const int lock = lock_folder(path.string());
        if (lock < 0)
            continue;
        std::error_code ignored;
        fs::remove_all(path, ignored);
        ::close(lock);
    }
}

}  // namespace

LockedFolder make_locked_folder(const fs::path& stem) {
    sweep_abandoned(stem);
    for (int attempt = 0; attempt < 16; ++attempt) {
        std::string path = stem.string() + std::string(kMark);
        if (::mkdtemp(path.data()) == nullptr)
            return {};
        const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        FileLock lock(folder);
        // Another run may have been quicker. Where a file system knows no locks nobody sweeps either.
        const bool swept = folder >= 0 && ::flock(folder, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
        if (!swept && ::access(path.c_str(), F_OK) == 0)
            return {std::move(path), std::move(lock)};
    }
    return {};
}

TemporaryFolder::TemporaryFolder() {
    std::error_code fault;
    const fs::path folder = fs::temp_directory_path(fault);
    if (fault)
        return;
    LockedFolder made = make_locked_folder(folder / "allaprima-run-");
    path_ = made.path;
    lock_ = std::move(made.lock);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty())
        std::filesystem::remove_all(path_, ignored);
}

}  // namespace allaprima
