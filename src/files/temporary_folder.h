#pragma once
#include <filesystem>
#include <string>

#include "files/file_lock.h"

namespace allaprima {

/// Makes a new folder whose name is `stem` and six letters, which nobody else may enter, and locks it as long
/// as its run lives. Those of that stem that killed runs have left, which nobody holds, are taken away with
/// all that is in them.
/// @return its path and its lock; an empty path where none could be made, and errno tells why.
struct LockedFolder {
    std::string path;
    FileLock lock;
};
LockedFolder make_locked_folder(const std::filesystem::path& stem);

/// A folder for files that nobody keeps; it goes with everything in it.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    /// Empty when none could be made.
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
    FileLock lock_;
};

}  // namespace allaprima
