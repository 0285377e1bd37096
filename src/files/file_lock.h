#pragma once
#include <string>

#include "base/result.h"

namespace allaprima {

/// One program's hold on a file, until the object or the program ends. Only programs that ask are kept out.
class FileLock {
  public:
    /// Holds nothing.
    FileLock() = default;
    /// Takes over an open descriptor; what it has locked is let go with it.
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}
    /// Holds the file at `path`, or tells that another run does. Where the file system knows no locks, or the
    /// file may not be opened, nothing is held and nobody is kept out.
    static Result<FileLock> take(const std::string& path);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

  private:
    int descriptor_ = -1;
};

}  // namespace allaprima
