#include "engine/take_brief.h"

#include <fmt/format.h>

#include <utility>

#include "briefs/gather_materials.h"
#include "model/brief_rules.h"

namespace allaprima {

Result<BriefFile> take_brief(const std::string& photo_or_brief, const Wishes& wishes) {
    BriefFile file{.photo = photo_or_brief, .brief = {}};
    if (photo_or_brief.ends_with(".toml")) {
        Result<BriefFile> read = read_brief(photo_or_brief);
        if (!read)
            return read.error();
        file = std::move(read).value();
    }
    if (const Status possible = ask(wishes, file.brief); !possible)
        return possible.error();
    if (const Status whole = check_whole(file.brief); !whole)
        return whole.error();
    return file;
}

Result<CheckedBrief> check_brief(const std::string& photo, const Brief& brief) {
    const Result<Hand> hand = choose_hand(brief);
    if (!hand)
        return hand.error();
    if (const Result<Materials> there = gather_materials(*hand); !there)
        return there.error();
    return CheckedBrief{.photo = photo, .brief = settled(brief, *hand), .hand = *hand};
}

Result<CheckedBrief> check_brief_file(const std::string& path) {
    const Result<BriefFile> file = read_brief(path);
    if (!file)
        return file.error();
    Result<CheckedBrief> checked = check_brief(file->photo, file->brief);
    if (!checked)
        return Error{fmt::format("{}: {}", path, checked.error().message), true};
    return checked;
}

}  // namespace allaprima
