#pragma once
#include <filesystem>
#include <map>
#include <string>

#include "studio/answer.h"

namespace allaprima {

/// The page as it was built (src/studio/page): its files by the names that a browser asks for, read once.
/// What is not among them is not there, whatever a path says.
class BuiltPage {
  public:
    /// @param folder empty: the page is not built.
    explicit BuiltPage(const std::filesystem::path& folder);

    /// @param path as it was asked for. @param encodings what the browser can unpack.
    StudioAnswer file(const std::string& path, const std::string& encodings) const;

  private:
    std::map<std::string, std::string> files_;  ///< Bytes by path: "/assets/index-a1b2.js".
};

/// Where the page lies: what ALLAPRIMA_STUDIO_PAGE names, else beside the program, else in the source tree;
/// empty where it is not built.
std::filesystem::path find_built_page();

}  // namespace allaprima
