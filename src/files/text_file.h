#pragma once
#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>
#include <string_view>

#include "base/result.h"

namespace allaprima {

/// Ends a file. @param path what it is called in an error.
inline Status close_file(std::ofstream& out, const std::string& path) {
    out.close();
    if (out.fail())
        return Error{fmt::format("cannot write {}: {}", path, std::strerror(errno))};
    return Done{};
}

/// A file that is written from front to back; whether all went well is asked once, at the end.
class TextFile {
  public:
    explicit TextFile(const std::string& file) : out_(file, std::ios::binary) {}

    void write(std::string_view text) { out_.write(text.data(), static_cast<std::streamsize>(text.size())); }
    bool failed() const { return !out_; }

    /// @param path what the file is called in an error.
    Status close(const std::string& path) { return close_file(out_, path); }

  private:
    std::ofstream out_;
};

}  // namespace allaprima
