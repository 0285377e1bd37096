#include "studio/asked_brief.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/take_brief.h"
#include "model/brief_files.h"
#include "model/brief_rules.h"
#include "model/brief_settings.h"

namespace allaprima {
namespace {

/// Stands after the id of an upload until the brief is read; what it makes of it is no path.
constexpr std::string_view kUpload = ".upload";

/// Whether the setting's text may name a file.
bool names_files(const std::string& name) {
    const std::vector<BriefSetting> settings = brief_settings();
    const auto setting = std::ranges::find(settings, name, &BriefSetting::name);
    return setting != settings.end() && setting->files != Files::None;
}

/// "ID" and "ID:2" name an upload.
Status mark_upload(Wish& wish, const Shelf& shelf) {
    const std::string id = upload_in(wish.text);
    if (id.empty() || !names_files(wish.setting))
        return Done{};
    if (!shelf.find_photo(id))
        return Error{fmt::format("{}: there is no upload {}", wish.setting, id), true};
    wish.text.insert(id.size(), kUpload);
    return Done{};
}

/// Each upload becomes the file that it is. Whatever else a file is named by is refused, except what was
/// known before.
Status place_uploads(Brief& brief, const std::vector<std::string>& known, const Shelf& shelf) {
    Status placed = Done{};
    visit_files(brief, [&](std::string& name) {
        if (std::ranges::find(known, name) != known.end())
            return;
        const std::string id = upload_in(name.substr(0, name.find(kUpload)));
        if (!id.empty() && name == id + std::string(kUpload) && shelf.find_photo(id))
            name = shelf.photo_file(id).string();
        else
            placed =
                Error{fmt::format("'{}' is a file: upload it, and give the id of the upload", name), true};
    });
    return placed;
}

}  // namespace

Result<Brief> asked_besides(Brief brief, const Wishes& wishes, const Shelf& shelf) {
    const std::vector<std::string> known = files_named_in(brief);
    Wishes marked = wishes;
    for (Wish& wish : marked)
        if (const Status possible = mark_upload(wish, shelf); !possible)
            return possible.error();
    if (const Status asked = ask(marked, brief); !asked)
        return asked.error();
    if (const Status placed = place_uploads(brief, known, shelf); !placed)
        return placed.error();
    if (const Status whole = check_whole(brief); !whole)
        return whole.error();
    return brief;
}

Result<Brief> asked_brief(const Wishes& wishes, const Shelf& shelf) {
    return asked_besides({}, wishes, shelf);
}

}  // namespace allaprima
