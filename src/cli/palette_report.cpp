#include "cli/palette_report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/printing.h"

namespace allaprima {
namespace {

using Json = nlohmann::ordered_json;

std::string amount_of(const MixedTube& tube) {
    if (!tube.parts)
        return fmt::format("{:.3g} %", 100.0f * tube.share);
    return fmt::format("{} {}", *tube.parts, *tube.parts == 1 ? "part" : "parts");
}

std::string mixture_as_text(const MixedColour& mixture) {
    std::string text = fmt::format("\n{}\n", mixture.wanted);
    for (const MixedTube& tube : mixture.tubes)
        text += fmt::format("  {:>9}  {}\n", amount_of(tube), printable(tube.name));
    return text +
           fmt::format("  {} {}, off by {:.1f} CIEDE2000\n",
                       mixture.in_reach ? "gives" : "out of these tubes' reach; the nearest mixture gives",
                       mixture.colour, mixture.miss);
}

Json mixture_json(const MixedColour& mixture) {
    Json tubes = Json::array();
    for (const MixedTube& tube : mixture.tubes)
        tubes.push_back(
            {{"tube", tube.name}, {"parts", tube.parts ? Json(*tube.parts) : Json()}, {"share", tube.share}});
    return {{"wanted", mixture.wanted},
            {"in_reach", mixture.in_reach},
            {"mixture", tubes},
            {"colour", mixture.colour},
            {"miss", mixture.miss}};
}

Json tubes_json(const Palette& palette, const PaletteColours& colours) {
    Json tubes = Json::array();
    for (size_t tube = 0; tube < palette.tubes.size(); ++tube) {
        const Pigment& pigment = palette.tubes[tube];
        tubes.push_back({{"name", pigment.name},
                         {"colour_index", pigment.colour_index},
                         {"source", pigment.source},
                         {"masstone", colours.masstones[tube]}});
    }
    return tubes;
}

std::string dumped(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

constexpr const char* kPlain = "no tubes: paint is plain colour, and mixes as light does";

}  // namespace

std::string palette_as_text(const Palette& palette, const PaletteColours& colours) {
    if (palette.plain())
        return fmt::format("{}: {}\n", palette.name, kPlain);
    std::string text = fmt::format("{}\n", printable(palette.name));
    for (size_t tube = 0; tube < palette.tubes.size(); ++tube) {
        const Pigment& pigment = palette.tubes[tube];
        text += fmt::format("  {}  {:<28}  {:<12}  {}\n", colours.masstones[tube], printable(pigment.name),
                            printable(pigment.colour_index), printable(pigment.source));
    }
    for (const MixedColour& mixture : colours.mixtures)
        text += mixture_as_text(mixture);
    return text;
}

std::string palette_as_json(const Palette& palette, const PaletteColours& colours, const std::string& chart,
                            const std::string& of_photo) {
    Json mixtures = Json::array();
    for (const MixedColour& mixture : colours.mixtures)
        mixtures.push_back(mixture_json(mixture));
    return dumped({{"name", palette.name},
                   {"tubes", tubes_json(palette, colours)},
                   {"mixtures", mixtures},
                   {"chart", chart.empty() ? Json() : Json(chart)},
                   {"photograph", of_photo.empty() ? Json() : Json(of_photo)}});
}

std::string palettes_as_text() {
    std::string text;
    for (const ShippedPalette& shipped : read_shipped_palettes()) {
        text += fmt::format("{}\n  {}\n", shipped.palette.name, shipped.about);
        for (const Pigment& tube : shipped.palette.tubes)
            text += fmt::format("    {}\n", tube.name);
    }
    return text + fmt::format("rgb\n  {}\nauto:3 to auto:{}\n  that many tubes, chosen for the photograph\n",
                              kPlain, kMostTubes);
}

std::string palettes_as_json() {
    Json palettes = Json::array();
    for (const ShippedPalette& shipped : read_shipped_palettes())
        palettes.push_back(
            {{"name", shipped.palette.name},
             {"about", shipped.about},
             {"tubes", tubes_json(shipped.palette, *colours_of_palette(shipped.palette, {}))}});
    palettes.push_back({{"name", "rgb"}, {"about", kPlain}, {"tubes", Json::array()}});
    return dumped({{"palettes", palettes}});
}

}  // namespace allaprima
