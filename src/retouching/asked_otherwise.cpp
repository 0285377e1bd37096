#include "retouching/asked_otherwise.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/brief_files.h"
#include "model/brief_rules.h"
#include "model/brief_settings.h"
#include "painting_file/kept_names.h"
#include "retouching/places_meant.h"

namespace allaprima {
namespace {

std::set<std::string> files_in(Brief brief) {
    std::set<std::string> names;
    visit_files(brief, [&](const std::string& name) { names.insert(name); });
    return names;
}

/// Asks it, with boxes in shares and files where they lie. @return the files that were named besides.
Result<std::set<std::string>> ask_in_place(const AskedOtherwise& asked, const PaintingStart& start,
                                           Brief& brief) {
    const std::set<std::string> known = files_in(brief);
    if (const Status possible = ask(asked.wishes, brief); !possible)
        return possible.error();
    if (const Status whole = check_whole(brief); !whole)
        return whole.error();
    std::set<std::string> besides;
    visit_files(brief, [&](std::string& name) {
        if (known.contains(name))
            return;
        if (asked.place)
            name = asked.place(name);
        besides.insert(name);
    });
    const auto place = [&](Region& region) -> Status {
        Result<Region> placed = box_in_shares(region, start);
        if (!placed)
            return placed.error();
        region = std::move(placed).value();
        return Done{};
    };
    for (FocusMark& mark : brief.marks)
        if (const Status placed = place(mark.region); !placed)
            return placed.error();
    for (Spatter& spatter : brief.spatters)
        if (const Status placed = place(spatter.region); !placed)
            return placed.error();
    return besides;
}

}  // namespace

std::string why_painted_anew(const Wishes& wishes, const Brief& kept) {
    const std::vector<BriefSetting> settings = brief_settings();
    for (const Wish& wish : wishes) {
        const auto setting = std::ranges::find(settings, wish.setting, &BriefSetting::name);
        if (setting == settings.end() || setting->goes_on || setting->of_rendering || setting->of_scene)
            continue;
        return fmt::format("another {} changes every stroke", wish.setting);
    }
    Brief asked = kept;
    if (!ask(wishes, asked))
        return "";
    if (asked.strokes < kept.strokes)
        return fmt::format("it has {} strokes, and fewer are other ones", kept.strokes);
    if (std::any_of(asked.spatters.begin() + static_cast<std::ptrdiff_t>(kept.spatters.size()),
                    asked.spatters.end(), [](const Spatter& spatter) { return spatter.under; }))
        return "paint that is thrown under the figure lies there before it";
    return "";
}

Result<Brief> brief_otherwise(const Finished& finished, const AskedOtherwise& asked) {
    const std::string anew = why_painted_anew(asked.wishes, finished.brief());
    if (!anew.empty())
        return Error{fmt::format("{} cannot go on from what is painted: {}; paint its photograph again",
                                 finished.file(), anew),
                     true};
    Brief brief = finished.brief();
    if (const auto named = ask_in_place(asked, finished.painting().start, brief); !named)
        return named.error();
    if (brief == finished.brief())
        return Error{
            "nothing is asked of it that it has not already: say what is to be otherwise, such as "
            "--focus-on face",
            true};
    return brief;
}

Status keep_asked(const AskedOtherwise& asked, const std::string& painting_file, PaintingStart& start) {
    const auto named = ask_in_place(asked, start, start.brief);
    if (!named)
        return named.error();
    std::set<std::string> besides;
    visit_files(start.brief, [&](std::string& name) {
        if (!named->contains(name))
            return;
        name = name_to_keep(painting_file, name);
        besides.insert(name);
    });
    Status enclosed = Done{};
    visit_files_to_enclose(start.brief, [&](const std::string& name) {
        if (enclosed && besides.contains(name) &&
            std::ranges::find(start.enclosed, name, &EnclosedFile::name) == start.enclosed.end())
            enclosed = enclose(painting_file, name, start.enclosed);
    });
    return enclosed;
}

}  // namespace allaprima
