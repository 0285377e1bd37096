#include "engine/rendering_says.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "image/colour.h"
#include "model/wish.h"

namespace allaprima {
namespace {

/// The settings that are told, each as one types it.
Wishes told_settings(const Brief& brief) {
    return {{kFinishWords[static_cast<size_t>(brief.finish)], "true"},
            {"light", fmt::format("{},{}", brief.light.azimuth, brief.light.elevation)},
            {"intent", kIntentWords[static_cast<size_t>(brief.intent)]}};
}

/// Likewise, of what lies around the painting.
Wishes told_framing(const Framing& framing) {
    Wishes told{{"frame", kFrameWords[static_cast<size_t>(framing.frame)]},
                {"frame-width", fmt::format("{}mm", framing.frame_mm)},
                {"mat", fmt::format("{}mm", framing.mat_mm)}};
    if (framing.mat_colour)
        told.push_back({"mat-colour", hex_of_srgb(*framing.mat_colour)});
    return told;
}

bool is_finish(std::string_view setting) {
    return std::ranges::find(kFinishWords, setting, [](const char* w) { return std::string_view(w); }) !=
           kFinishWords.end();
}

bool is_told(std::string_view setting) {
    return setting == "light" || setting == "intent" || setting == "frame" || setting == "frame-width" ||
           setting == "mat" || setting == "mat-colour" || is_finish(setting);
}

/// "unlit=true light=270,15" again.
Wishes wishes_in(std::string_view text) {
    Wishes wishes;
    while (!text.empty()) {
        const std::string_view one = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), one.size() + 1));
        const size_t equals = one.find('=');
        if (equals != std::string_view::npos && is_told(one.substr(0, equals)))
            wishes.push_back({std::string(one.substr(0, equals)), std::string(one.substr(equals + 1))});
    }
    return wishes;
}

}  // namespace

std::vector<XmpValue> rendering_says(const Brief& kept, const Brief& brief) {
    Wishes told = told_settings(brief);
    const bool framed_otherwise = brief.framing != kept.framing;
    if ((told == told_settings(kept) && !framed_otherwise) || is_measure(brief.finish))
        return {};
    if (framed_otherwise)
        std::ranges::move(told_framing(brief.framing), std::back_inserter(told));
    std::string text;
    for (const Wish& wish : told)
        text += fmt::format("{}{}={}", text.empty() ? "" : " ", wish.setting, wish.text);
    return {{XmpValue::Kind::Text, kRenderingKey, text}};
}

bool take_rendering(const std::vector<XmpValue>& said, Brief& brief) {
    const Wishes wishes = wishes_in(value_said(said, kRenderingKey));
    Brief as_told = brief;
    if (!ask(wishes, as_told) || is_measure(as_told.finish))
        return false;
    brief = std::move(as_told);
    return std::ranges::any_of(wishes, [](const Wish& wish) { return is_finish(wish.setting); });
}

}  // namespace allaprima
