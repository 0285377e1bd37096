#include "studio/asked_brief.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/take_brief.h"
#include "model/brief_files.h"
#include "model/brief_settings.h"

namespace allaprima {

Result<Brief> asked_brief(const Wishes& wishes, const Shelf& shelf) {
    const std::vector<BriefSetting> settings = brief_settings();
    Wishes placed = wishes;
    std::vector<std::string> own;
    for (Wish& wish : placed) {
        const auto setting = std::ranges::find(settings, wish.setting, &BriefSetting::name);
        if (setting == settings.end() || setting->files == Files::None || !is_id(wish.text))
            continue;
        if (!shelf.find_photo(wish.text))
            return Error{fmt::format("{}: there is no upload {}", wish.setting, wish.text), true};
        own.push_back(wish.text = shelf.photo_file(wish.text).string());
    }
    Result<BriefFile> taken = take_brief("photograph", placed);
    if (!taken)
        return taken.error();
    for (const std::string& name : files_named_in(taken->brief))
        if (std::ranges::find(own, name) == own.end())
            return Error{fmt::format("'{}' is a file: upload it, and give the id of the upload", name), true};
    return taken->brief;
}

}  // namespace allaprima
