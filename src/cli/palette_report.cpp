#include "cli/palette_report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>

#include "briefs/read_palette.h"
#include "briefs/shipped_files.h"
#include "cli/printing.h"
#include "image/colour.h"
#include "pigment/recipe_book.h"
#include "pigment/whole_parts.h"

namespace allaprima {
namespace {

using Json = nlohmann::ordered_json;

/// How a wanted colour is mixed: what the tubes can do at best, and what is told of it.
struct Mixture {
    Rgb wanted;
    bool in_reach;                    ///< Whether the best mixture looks like it.
    std::optional<WholeParts> parts;  ///< Nothing where no small heap looks like the best mixture.
    Shares shares;                    ///< Of the whole parts, or the best.
    Rgb colour;                       ///< Of these shares.
    double miss;                      ///< CIEDE2000 between that and what was wanted.
};

Mixture mixture_for(const RecipeBook& book, Rgb wanted) {
    const Recipe best = book.nearest(wanted);
    const std::optional<WholeParts> parts = whole_parts(book, best);
    const Shares shares = parts ? shares_of(*parts) : best.shares;
    const Rgb colour = book.shown(shares);
    return {.wanted = wanted,
            .in_reach = best.miss <= kAlike,
            .parts = parts,
            .shares = shares,
            .colour = colour,
            .miss = delta_e_2000(lab_of_srgb(wanted), lab_of_srgb(colour))};
}

std::string amount_of(const Mixture& mixture, size_t tube) {
    if (!mixture.parts)
        return fmt::format("{:.3g} %", 100.0f * mixture.shares[tube]);
    const int parts = (*mixture.parts)[tube];
    return fmt::format("{} {}", parts, parts == 1 ? "part" : "parts");
}

std::string mixture_as_text(const Mixture& mixture, const Palette& palette) {
    std::string text = fmt::format("\n{}\n", hex_of_srgb(mixture.wanted));
    for (size_t tube = 0; tube < palette.tubes.size(); ++tube)
        if (mixture.shares[tube] > 0.0f)
            text +=
                fmt::format("  {:>9}  {}\n", amount_of(mixture, tube), printable(palette.tubes[tube].name));
    return text +
           fmt::format("  {} {}, off by {:.1f} CIEDE2000\n",
                       mixture.in_reach ? "gives" : "out of these tubes' reach; the nearest mixture gives",
                       hex_of_srgb(mixture.colour), mixture.miss);
}

Json mixture_json(const Mixture& mixture, const Palette& palette) {
    Json parts = Json::array();
    for (size_t tube = 0; tube < palette.tubes.size(); ++tube)
        if (mixture.shares[tube] > 0.0f)
            parts.push_back({{"tube", palette.tubes[tube].name},
                             {"parts", mixture.parts ? Json((*mixture.parts)[tube]) : Json()},
                             {"share", mixture.shares[tube]}});
    return {{"wanted", hex_of_srgb(mixture.wanted)},
            {"in_reach", mixture.in_reach},
            {"mixture", parts},
            {"colour", hex_of_srgb(mixture.colour)},
            {"miss", mixture.miss}};
}

std::string masstone_of(const RecipeBook& book, size_t tube) {
    Shares shares{};
    shares[tube] = 1.0f;
    return hex_of_srgb(book.shown(shares));
}

Json measured_tubes_json(const Palette& palette) {
    Json tubes = Json::array();
    if (palette.plain())
        return tubes;
    const RecipeBook book(palette);
    for (size_t tube = 0; tube < palette.tubes.size(); ++tube) {
        const Pigment& pigment = palette.tubes[tube];
        tubes.push_back({{"name", pigment.name},
                         {"colour_index", pigment.colour_index},
                         {"source", pigment.source},
                         {"masstone", masstone_of(book, tube)}});
    }
    return tubes;
}

std::string dumped(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// The palettes that are shipped are read as any other, and always right: a test reads them all.
Palette shipped_palette(const ShippedFile& file) {
    return read_palette(std::string(file.name)).value();
}

constexpr const char* kPlain = "no tubes: paint is plain colour, and mixes as light does";

}  // namespace

std::string palette_as_text(const Palette& palette, const std::vector<Rgb>& colours) {
    if (palette.plain())
        return fmt::format("{}: {}\n", palette.name, kPlain);
    const RecipeBook book(palette);
    std::string text = fmt::format("{}\n", printable(palette.name));
    for (size_t tube = 0; tube < palette.tubes.size(); ++tube) {
        const Pigment& pigment = palette.tubes[tube];
        text += fmt::format("  {}  {:<28}  {:<12}  {}\n", masstone_of(book, tube), printable(pigment.name),
                            printable(pigment.colour_index), printable(pigment.source));
    }
    for (const Rgb colour : colours)
        text += mixture_as_text(mixture_for(book, colour), palette);
    return text;
}

std::string palette_as_json(const Palette& palette, const std::vector<Rgb>& colours,
                            const std::string& chart) {
    Json mixtures = Json::array();
    if (!colours.empty()) {
        const RecipeBook book(palette);
        for (const Rgb colour : colours)
            mixtures.push_back(mixture_json(mixture_for(book, colour), palette));
    }
    return dumped({{"name", palette.name},
                   {"tubes", measured_tubes_json(palette)},
                   {"mixtures", mixtures},
                   {"chart", chart.empty() ? Json() : Json(chart)}});
}

std::string palettes_as_text() {
    std::string text;
    for (const ShippedFile& file : shipped_palettes()) {
        text += fmt::format("{}\n  {}\n", file.name, about(file));
        for (const Pigment& tube : shipped_palette(file).tubes)
            text += fmt::format("    {}\n", tube.name);
    }
    return text + fmt::format("rgb\n  {}\nauto:3 to auto:{}\n  that many tubes, chosen for the photograph\n",
                              kPlain, kMostTubes);
}

std::string palettes_as_json() {
    Json palettes = Json::array();
    for (const ShippedFile& file : shipped_palettes())
        palettes.push_back({{"name", file.name},
                            {"about", about(file)},
                            {"tubes", measured_tubes_json(shipped_palette(file))}});
    palettes.push_back({{"name", "rgb"}, {"about", kPlain}, {"tubes", Json::array()}});
    return dumped({{"palettes", palettes}});
}

}  // namespace allaprima
