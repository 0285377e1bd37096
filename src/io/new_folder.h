#pragma once
#include <string>

#include "base/result.h"

namespace allaprima {

/// A folder of files in the making, which appears under its name whole or not at all.
///
/// It is filled under a temporary name beside; finish() puts it in place in one step. One that is destroyed
/// before takes its temporary away and leaves what stood under the name untouched.
class NewFolder {
  public:
    /// Makes the empty temporary.
    /// @param replace whether a folder that already stands under `path` may be replaced: only one that is
    ///                empty or holds a file named `mark`, so that no folder of another kind is ever lost.
    /// @param mark    the name of a file that every folder of this kind holds.
    /// @return a usage error when the folder around cannot be written to, and when the name is taken by what
    ///         may not be replaced.
    static Result<NewFolder> create(const std::string& path, bool replace, const std::string& mark);

    NewFolder(NewFolder&& other) noexcept;
    NewFolder& operator=(NewFolder&& other) noexcept;
    ~NewFolder();

    /// Where it is filled until finish().
    const std::string& temporary_path() const { return temporary_; }

    /// Gives it its name. On an error the temporary is gone and the name is as it was.
    Status finish();

  private:
    NewFolder(std::string path, std::string temporary, bool replace, std::string mark);
    void discard();

    std::string path_;
    std::string temporary_;  ///< Empty once there is none any more.
    bool replace_;
    std::string mark_;
};

}  // namespace allaprima
