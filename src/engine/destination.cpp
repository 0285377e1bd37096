#include "engine/destination.h"

#include <string_view>

#include "files/longest_name.h"
#include "files/new_file.h"
#include "pictures/write_picture.h"
#include "pictures/write_relief.h"

namespace allaprima {

std::vector<std::string> endings_of_pictures(bool solids) {
    std::vector<std::string> endings = picture_endings();
    if (solids)
        endings.emplace_back(kReliefEnding);
    return endings;
}

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
    // SQLite writes its journal beside it.
    constexpr std::string_view kJournal = "-journal";
    if (Status length = check_name_length(path, kJournal.size()); !length)
        return length;
    const Result<NewFile> trial = NewFile::create(path, replace);
    if (!trial)
        return trial.error();
    return Done{};
}

}  // namespace allaprima
