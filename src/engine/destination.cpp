#include "engine/destination.h"

#include <fmt/format.h>

#include <filesystem>

#include "io/new_file.h"
#include "io/write_picture.h"
#include "io/write_relief.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

bool name_one_file(const std::string& a, const std::string& b) {
    std::error_code fault;
    if (fs::equivalent(a, b, fault))
        return true;
    const fs::path full_a = fs::weakly_canonical(a, fault);
    const fs::path full_b = fs::weakly_canonical(b, fault);
    return !full_a.empty() && full_a == full_b;
}

}  // namespace

Status check_destination(const Destination& destination, const PictureKind& kind) {
    if (is_relief_model(destination.path)) {
        if (const Result<NewFile> trial = NewFile::create(destination.path, destination.replace); !trial)
            return trial.error();
        return Done{};
    }
    return check_picture_file(destination.path, kind.size, kind.alpha,
                              {.replace = destination.replace, .depth = kind.depth});
}

Status check_painting_file(const std::string& path, bool replace) {
    const Result<NewFile> trial = NewFile::create(path, replace);
    if (!trial)
        return trial.error();
    return Done{};
}

Status check_apart(const std::vector<std::string>& paths) {
    for (size_t i = 0; i < paths.size(); ++i)
        for (size_t j = i + 1; j < paths.size(); ++j)
            if (name_one_file(paths[i], paths[j]))
                return Error{
                    fmt::format("{} and {} are the same file; give different names", paths[i], paths[j]),
                    true};
    return Done{};
}

}  // namespace allaprima
