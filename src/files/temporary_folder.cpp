#include "files/temporary_folder.h"

#include <unistd.h>

#include <string>

namespace allaprima {

TemporaryFolder::TemporaryFolder() {
    std::error_code fault;
    std::string pattern = (std::filesystem::temp_directory_path(fault) / "allaprima-XXXXXX").string();
    if (!fault && ::mkdtemp(pattern.data()) != nullptr)
        path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty())
        std::filesystem::remove_all(path_, ignored);
}

}  // namespace allaprima
