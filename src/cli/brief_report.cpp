#include "cli/brief_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <vector>

#include "cli/values_in_words.h"
#include "engine/tell_brief.h"

namespace allaprima {
namespace {

using Json = nlohmann::ordered_json;

/// Told even where nobody asked for anything else.
constexpr std::array kAlwaysTold{"strokes", "seed", "hand", "focus", "finish", "light"};

/// A commission with one of each part as it is when nobody asks for anything else of it.
Json usual_commission() {
    Brief usual;
    usual.corrections.resize(1);
    usual.marks.resize(1);
    usual.motifs.resize(1);
    usual.spatters.resize(1);
    usual.signature.text = "?";
    return commission_as_json(usual);
}

/// "flag.png, place across, veil 0.3, scale 2": the first of `leading` by its value alone, the others of them
/// and whatever is not standard by name.
std::string part_in_words(const Json& part, const Json& standard, const std::vector<std::string>& leading) {
    std::string text = in_words(part[leading.front()]);
    for (const auto& [name, value] : part.items()) {
        const auto place = std::ranges::find(leading, name) - leading.begin();
        const bool leads = place < std::ssize(leading) || value != standard[name];
        if (place > 0 && leads && !value.is_null())
            text += fmt::format(", {} {}", spaced(name), in_words(value));
    }
    return text;
}

std::string lines_of(const char* title, const Json& parts, const Json& usual,
                     const std::vector<std::string>& leading) {
    std::string text;
    for (const Json& part : parts)
        text += titled_line(title, part_in_words(part, usual.front(), leading));
    return text;
}

std::string commission_as_text(const Brief& brief) {
    const Json asked = commission_as_json(brief), standard = usual_commission();
    const Json& signature = asked["signature"];
    const Json signatures = signature.is_null() ? Json::array() : Json::array({signature});
    const bool written = !signature.is_null() && !signature["text"].is_null();
    std::string text = lines_of("see", asked["see"], standard["see"], {"what"}) +
                       lines_of("in focus", asked["focus_on"], standard["focus_on"], {"region", "weight"});
    for (const char* table : {"subject", "background"})
        for (const auto& [name, value] : asked[table].items())
            if (!value.is_null() && value != standard[table][name])
                text += titled_line(fmt::format("{} {}", table, name), in_words(value));
    return text + lines_of("motif", asked["motifs"], standard["motifs"], {"file", "place", "veil"}) +
           lines_of("spatter", asked["spatter"], standard["spatter"], {"region", "colour", "amount"}) +
           lines_of("signed", signatures, Json::array({standard["signature"]}),
                    {written ? "text" : "file", "corner"});
}

}  // namespace

std::string asked_as_text(const Brief& brief) {
    const Json asked = brief_as_json(brief), usual = brief_as_json(Brief{});
    std::string text;
    for (const auto& [name, value] : asked.items())
        if (!value.is_null() && (std::ranges::count(kAlwaysTold, name) > 0 || value != usual[name]))
            text += titled_line(name, in_words(value));
    return text + commission_as_text(brief);
}

}  // namespace allaprima
