#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "files/file_lock.h"

namespace allaprima {

/// By what a folder of one kind is known.
struct FolderKind {
    std::string mark;                  ///< The name of a file that every one holds, and no other.
    std::vector<std::string> entries;  ///< All names that stand in one, the mark's too.
};

/// A folder of files in the making, which appears under its name whole or not at all.
///
/// It is filled under a temporary name beside; finish() puts it in place in one step. One that is destroyed
/// before takes its temporary away and leaves what stood under the name untouched. That of a killed run the
/// next one for the same name takes away.
class NewFolder {
  public:
    /// Makes the empty temporary.
    /// @param replace whether a folder that already stands under `path` may be replaced: only one that is
    ///                empty or of this kind with nothing else in it, so that nothing is lost that somebody
    ///                put there.
    /// @return a usage error when the folder around cannot be written to, and when the name is taken by what
    ///         may not be replaced.
    static Result<NewFolder> create(const std::string& path, bool replace, const FolderKind& kind);

    NewFolder(NewFolder&& other) noexcept;
    NewFolder& operator=(NewFolder&& other) noexcept;
    ~NewFolder();

    /// Where it is filled until finish().
    const std::string& temporary_path() const { return temporary_; }

    /// Gives it its name. On an error the temporary is gone and the name is as it was.
    Status finish();

  private:
    NewFolder(std::string path, std::string temporary, FileLock lock, bool replace, FolderKind kind);
    void discard();

    std::string path_;
    std::string temporary_;  ///< Empty once there is none any more.
    FileLock lock_;          ///< On the temporary.
    bool replace_;
    FolderKind kind_;
};

}  // namespace allaprima
