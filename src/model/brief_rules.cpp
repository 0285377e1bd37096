#include "model/brief_rules.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "model/brief_settings.h"
#include "model/part_settings.h"
#include "model/region_settings.h"

namespace allaprima {

void make_room_for(std::string_view setting, Brief& brief) {
    OutputSize& output = brief.output;
    if (setting == "mask")
        brief.subject.marks.clear();
    if (setting == "signature")
        brief.signature.file.clear();
    if (setting == "size") {
        output.long_side.reset();
        output.width_mm.reset();
        output.height_mm.reset();
    }
    if (setting == "long" || setting == "width" || setting == "height")
        output.size.reset();
    if (setting == "width" || setting == "height")
        output.long_side.reset();
}

Status check_names(const Brief& brief) {
    const auto check = [&](const Region& region, const std::vector<std::string>& words) {
        const bool given = std::ranges::any_of(
            brief.corrections, [&](const Correction& correction) { return correction.name == region.name; });
        if (region.kind != Region::Kind::Named || given)
            return Status(Done{});
        return Status(Error{"'" + region.name + "' is none of " + setting_values::one_of(words) +
                                ", nor a name that 'see' gives to something" +
                                did_you_mean(region.name, words),
                            true});
    };
    for (const FocusMark& mark : brief.marks)
        if (const Status known = check(mark.region, region_settings::words_of_regions<FocusMark>()); !known)
            return known;
    for (const Spatter& spatter : brief.spatters)
        if (const Status known = check(spatter.region, region_settings::words_of_regions<Spatter>()); !known)
            return known;
    return Done{};
}

Status check_whole(const Brief& brief) {
    const auto many = [](const char* what, size_t most) {
        return Error{"there can be at most " + std::to_string(most) + " " + what, true};
    };
    if (brief.corrections.size() > kMostCorrections)
        return many("corrections of what is seen", kMostCorrections);
    if (brief.marks.size() > kMostFocusMarks)
        return many("parts in focus", kMostFocusMarks);
    if (brief.motifs.size() > kMostMotifs)
        return many("motifs", kMostMotifs);
    if (brief.spatters.size() > kMostSpatters)
        return many("spatters", kMostSpatters);
    if (const Status named = check_names(brief); !named)
        return named;
    const OutputSize& output = brief.output;
    if (output.long_side && output.dpi && (output.width_mm || output.height_mm))
        return Error{"a print's length, 'long' and 'dpi' cannot be used together: leave one of them out",
                     true};
    return Done{};
}

Brief settled(Brief brief, const Hand& hand) {
    const int usual = hand.strokes >= 1.0f ? static_cast<int>(hand.strokes) : kStandardStrokes;
    if (brief.strokes == 0)
        brief.strokes = brief.target_psnr ? kMostStrokesAsked : usual;
    if (hand.likeness)
        brief.focus = Focus::None;
    if (!brief.ground)
        brief.ground = hand.ground;
    return brief;
}

std::optional<double> shape_asked(const OutputSize& output) {
    if (output.size)
        return static_cast<double>(output.size->width) / output.size->height;
    if (output.width_mm && output.height_mm)
        return *output.width_mm / *output.height_mm;
    return std::nullopt;
}

Hand with_strength(Hand hand, float strength) {
    const Hand plain;
    const bool decides_strokes = hand.strokes >= 1.0f;
    for (const HandSetting& setting : hand_settings())
        if (const auto* member = std::get_if<float Hand::*>(&setting.member)) {
            const float usual = plain.*(*member);
            hand.*(*member) =
                std::clamp(usual + strength * (hand.*(*member) - usual), setting.low, setting.high);
        }
    if (decides_strokes)
        hand.strokes =
            std::max(1.0f, hand.strokes + (1.0f - strength) * static_cast<float>(kStandardStrokes));
    return hand;
}

Hand as_asked(Hand hand, const Brief& brief) {
    if (const float strength = brief.hand_strength.value_or(1.0f); strength != 1.0f)
        hand = with_strength(std::move(hand), strength);
    hand.palette = brief.palette.value_or(hand.palette);
    if (brief.brush && *brief.brush != "auto")
        hand.brush = *brief.brush;
    hand.wetness = brief.wetness.value_or(hand.wetness);
    hand.scumbles = brief.scumbles.value_or(hand.scumbles);
    hand.glazes = brief.glazes.value_or(hand.glazes);
    if (brief.support)
        hand.canvas = kSupportWords[static_cast<size_t>(*brief.support)];
    if (brief.ground)
        hand.ground = brief.ground;
    return hand;
}

}  // namespace allaprima
