#pragma once
#include <cstdio>
#include <memory>
#include <string>

#include "base/result.h"

namespace allaprima {

/// Refuses what is no ordinary file: nothing at all, a folder, a device, a pipe. None is opened to find out:
/// a device may never end and a pipe never begin.
/// @param a_file what is looked for, with its article: "a .toml".
/// @return an error of usage.
Status check_ordinary_file(const std::string& path, const char* a_file = "a");

/// Lets go of a file of C.
struct FileCloser {
    void operator()(FILE* file) const { std::fclose(file); }
};
using FileToRead = std::unique_ptr<FILE, FileCloser>;

/// Opens an ordinary file to read its bytes.
Result<FileToRead> open_ordinary_file(const std::string& path);

}  // namespace allaprima
