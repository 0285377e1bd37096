#pragma once
#include <filesystem>

namespace allaprima {

/// A folder for files that nobody keeps; it goes with everything in it.
class PassingFolder {
  public:
    PassingFolder();
    ~PassingFolder();
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;

    /// Empty when none could be made.
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace allaprima
