#include "briefs/gather_materials.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "briefs/read_brush.h"
#include "briefs/read_hand.h"
#include "briefs/read_head.h"
#include "briefs/read_palette.h"
#include "model/brief_rules.h"
#include "pigment/choose_tubes.h"

namespace allaprima {
namespace {

constexpr int kFewestTubes = 3;
constexpr int kMainColours = 48;  // of the picture, for which tubes are chosen
constexpr std::string_view kAutomatic = "auto:";

Result<int> tubes_to_choose(const std::string& palette) {
    const std::string_view digits = std::string_view(palette).substr(kAutomatic.size());
    int count = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    if (fault != std::errc{} || end != digits.data() + digits.size() || count < kFewestTubes ||
        count > kMostTubes)
        return Error{fmt::format("palette '{}': from {} to {} tubes can be chosen, such as auto:6", palette,
                                 kFewestTubes, kMostTubes),
                     true};
    return count;
}

Result<Palette> palette_for(const Hand& hand) {
    if (!hand.palette.starts_with(kAutomatic))
        return read_palette(hand.palette);
    if (const Result<int> count = tubes_to_choose(hand.palette); !count)
        return count.error();
    return Palette{.name = hand.palette, .tubes = {}};
}

Support support_of(const Hand& hand) {
    const auto found = std::ranges::find(kSupportWords, hand.canvas);
    ALLAPRIMA_CHECK(found != kSupportWords.end());
    return static_cast<Support>(found - kSupportWords.begin());
}

/// The most paint that a brush may hold, whatever the hand.
constexpr float kMostLoad = 4.0f;

}  // namespace

std::vector<Pigment> paints_to_choose_from() {
    std::vector<Pigment> paints;
    for (const Pigment& pigment : measured_pigments())
        if (pigment.source == "heavy body")
            paints.push_back(pigment);
    return paints;
}

Result<Hand> choose_hand(const Brief& brief) {
    Result<Hand> hand = read_hand(brief.hand);
    if (!hand)
        return hand;
    return as_asked(std::move(hand).value(), brief);
}

Result<Materials> gather_materials(const Hand& hand) {
    Result<Palette> palette = palette_for(hand);
    if (!palette)
        return palette.error();
    Materials materials{.palette = std::move(palette).value(),
                        .brushes = {},
                        .support = support_of(hand),
                        .wetness = hand.wetness,
                        .hand = hand};
    const std::string& names = hand.brush;
    for (size_t from = 0; from <= names.size();) {
        const size_t comma = std::min(names.find(',', from), names.size());
        Result<Brush> brush = read_brush(names.substr(from, comma - from));
        if (!brush)
            return brush.error();
        materials.brushes.push_back(std::move(brush).value());
        materials.brushes.back().load = std::min(kMostLoad, materials.brushes.back().load * hand.relief);
        from = comma + 1;
    }
    constexpr size_t kMostPasses = 16;
    if (materials.brushes.size() > kMostPasses)
        return Error{fmt::format("{} brushes are named; there are at most {} passes",
                                 materials.brushes.size(), kMostPasses),
                     true};
    return materials;
}

Status take_tools_of_head(const std::string& file, Materials& materials) {
    const Result<RobotHead> head = read_head(file);
    if (!head)
        return head.error();
    for (const Brush& brush : materials.brushes)
        if (std::ranges::none_of(head->tools, [&](const RobotTool& tool) {
                return tool.brush.empty() || tool.brush == brush.name;
            }))
            return Error{fmt::format("{} has no tool for the brush '{}': give the brushes that it has tools "
                                     "for with 'brush', or leave out 'brush' of one of its tools",
                                     file, brush.name),
                         true};
    for (const RobotTool& tool : head->tools)
        materials.tools.push_back({tool.narrowest, tool.widest});
    return Done{};
}

void choose_open_tubes(Materials& materials, const Reference& reference) {
    Palette& palette = materials.palette;
    if (!palette.name.starts_with(kAutomatic) || !palette.tubes.empty())
        return;
    const Result<int> count = tubes_to_choose(palette.name);
    ALLAPRIMA_CHECK(count.ok());
    palette.tubes =
        choose_tubes(paints_to_choose_from(), main_colours(reference.colour, kMainColours), *count);
}

}  // namespace allaprima
