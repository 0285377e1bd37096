#include "base/parts_folder.h"

#include <sys/stat.h>
#include <unistd.h>

namespace allaprima {

namespace fs = std::filesystem;

namespace {

constexpr int kFoldersAbove = 4;

/// Whether only those can change the folder who can change the program, or this user.
bool is_trusted(const fs::path& folder, const fs::path& program) {
    struct stat of_folder {
    }, of_program{};
    if (::stat(folder.c_str(), &of_folder) != 0 || ::stat(program.c_str(), &of_program) != 0)
        return false;
    const uid_t owner = of_folder.st_uid;
    return S_ISDIR(of_folder.st_mode) && (of_folder.st_mode & S_IWOTH) == 0 &&
           (owner == 0 || owner == ::geteuid() || owner == of_program.st_uid);
}

}  // namespace

std::optional<fs::path> parts_folder_of(const fs::path& program) {
    fs::path above = program.parent_path();
    for (int i = 0; i < kFoldersAbove; ++i, above = above.parent_path())
        if (const fs::path folder = above / "lib" / "allaprima"; is_trusted(folder, program))
            return folder;
    return std::nullopt;
}

std::optional<fs::path> parts_folder() {
    std::error_code fault;
    const fs::path program = fs::read_symlink("/proc/self/exe", fault);
    if (fault)
        return std::nullopt;
    return parts_folder_of(program);
}

}  // namespace allaprima
