#include "retouching/asked_otherwise.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "model/brief_fields.h"
#include "painting_file/json_members.h"
#include "retouching/places_meant.h"

namespace allaprima {
namespace {

using painting_fields::JsonMembers;
using Json = JsonMembers::Json;

Json& by_setting(Json& object, const Declared& field) {
    return object[field.name];
}

/// What is asked once, by the names of settings.
Json asked_once(Brief brief) {
    Json json = Json::object();
    JsonMembers members(json, by_setting);
    painting_fields::visit_work(members, brief);
    painting_fields::visit_commission(members, brief);
    return json;
}

enum class Change { GoesOn, OfScene, OfAll };

/// What it changes when a setting is asked otherwise.
Change change_by(const std::string& name) {
    const std::vector<BriefSetting> settings = brief_settings();
    const auto setting = std::ranges::find(settings, name, &BriefSetting::name);
    // What has several ways to be asked, such as how it is shown, is of the picture that is made.
    if (setting == settings.end() || setting->goes_on || setting->of_rendering)
        return Change::GoesOn;
    return setting->of_scene ? Change::OfScene : Change::OfAll;
}

/// The settings that two briefs have otherwise.
std::vector<std::string> differing(const Brief& a, const Brief& b) {
    const Json one = asked_once(a), other = asked_once(b);
    std::vector<std::string> names;
    for (const auto& [name, value] : one.items())
        if (other.at(name) != value)
            names.push_back(name);
    return names;
}

bool adds_only(const std::vector<Spatter>& before, const std::vector<Spatter>& now) {
    return now.size() >= before.size() && std::equal(before.begin(), before.end(), now.begin());
}

}  // namespace

std::string why_painted_anew(const Brief& kept, const Brief& now) {
    for (const std::string& name : differing(kept, now))
        if (change_by(name) == Change::OfAll)
            return fmt::format("another {} changes every stroke", name);
    if (now.strokes < kept.strokes)
        return fmt::format("it has {} strokes, and fewer are other ones", kept.strokes);
    if (!adds_only(kept.spatters, now.spatters))
        return "paint that was thrown cannot be taken away";
    if (std::any_of(now.spatters.begin() + static_cast<std::ptrdiff_t>(kept.spatters.size()),
                    now.spatters.end(), [](const Spatter& spatter) { return spatter.under; }))
        return "paint that is thrown under the figure lies there before it";
    return "";
}

bool is_same_scene(const Brief& a, const Brief& b) {
    return a.motifs == b.motifs && a.corrections == b.corrections &&
           std::ranges::none_of(differing(a, b),
                                [](const std::string& name) { return change_by(name) == Change::OfScene; });
}

Result<Brief> with_boxes_in_shares(Brief brief, const PaintingStart& start) {
    std::vector<Region*> regions;
    regions.reserve(brief.marks.size() + brief.spatters.size());
    for (FocusMark& mark : brief.marks)
        regions.push_back(&mark.region);
    for (Spatter& spatter : brief.spatters)
        regions.push_back(&spatter.region);
    for (Region* region : regions) {
        Result<Region> placed = box_in_shares(*region, start);
        if (!placed)
            return placed.error();
        *region = std::move(placed).value();
    }
    return brief;
}

}  // namespace allaprima
