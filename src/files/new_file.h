#pragma once
#include <string>

#include "base/result.h"
#include "files/file_lock.h"

namespace allaprima {

/// A file in the making, which appears under its name whole or not at all.
///
/// It is written under a temporary name in the same folder; finish() puts it in place in one step. A NewFile
/// that is destroyed before finish() takes its temporary away and leaves what stood under the name untouched.
/// A run that is killed cannot do that. Each temporary is locked as long as its run lives, so the next one
/// for the same name finds those that nobody holds, and takes them away.
class NewFile {
  public:
    /// Makes the empty temporary, and takes away those that killed runs left of this name.
    /// @param replace whether a file that already stands under `path` may be replaced.
    /// @return a usage error when the folder cannot be written to, when the name is taken and `replace` is
    /// false,
    ///         or when it is taken by something else than a file.
    static Result<NewFile> create(const std::string& path, bool replace);

    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&& other) noexcept;
    ~NewFile();

    /// Where it will stand.
    const std::string& path() const { return path_; }
    /// Where it is written until then.
    const std::string& temporary_path() const { return temporary_; }

    /// Brings all that was written under temporary_path() to the disk and gives it its name. Close every
    /// handle of the file first. On an error the temporary is gone and the name is as it was.
    Status finish();

  private:
    NewFile(std::string path, std::string temporary, FileLock lock, bool replace);
    void discard();

    std::string path_;
    std::string temporary_;  ///< Empty once there is none any more.
    FileLock lock_;          ///< On the temporary.
    bool replace_;
};

/// Takes away what killed runs left of a file of this name; what a run that lives is writing stays.
void remove_abandoned(const std::string& path);

}  // namespace allaprima
