#include "files/longest_name.h"

#include <unistd.h>

#include <string>

namespace allaprima {

Status check_name_length(const std::filesystem::path& path, size_t more) {
    constexpr long kUsual = 255;
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    const long told = ::pathconf(folder.c_str(), _PC_NAME_MAX);
    const auto longest = static_cast<size_t>(told > 0 ? told : kUsual);
    const size_t length = path.filename().string().size() + more;
    if (length <= longest)
        return Done{};
    return Error{"the name " + path.filename().string().substr(0, 40) + "… is too long by " +
                     std::to_string(length - longest) + " letters; give a shorter one",
                 true};
}

}  // namespace allaprima
