#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"

// Of libzip, which only the sources of this folder know.
struct zip;
struct zip_source;

namespace allaprima {

/// A ZIP archive in the making. What was added is the same bytes at any time of day. The first fault sticks.
class ZipArchive {
  public:
    enum class Packing {
        Stored,   ///< As it is: what must be readable in place, or is packed already.
        Deflate,  ///< Smaller.
    };

    /// @param file is written by close(); one that stands there is replaced.
    explicit ZipArchive(const std::string& file);

    /// @param text outlives the archive, or is written by close().
    void add_text(const std::string& name, const std::string& text);
    void add_file(const std::string& name, const std::string& path, Packing packing = Packing::Stored);

    /// Writes everything. @param path what the file is called in errors.
    Status close(const std::string& path);

  private:
    struct Discard {
        void operator()(zip* archive) const;
    };
    void add(const std::string& name, zip_source* source, Packing packing);

    std::unique_ptr<zip, Discard> zip_;
    std::string fault_;
};

/// Puts all files of a folder, and of those within it, into a new archive, below one folder of this name, in
/// the order of their names. Pictures and films are stored as they are.
Status zip_folder(const std::filesystem::path& folder, const std::string& name, const std::string& file);

}  // namespace allaprima
