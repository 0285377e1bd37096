#include "advising/show_palette.h"

#include <fmt/format.h>

#include "advising/palette_for_photo.h"
#include "briefs/read_palette.h"
#include "image/colour.h"
#include "model/shipped_files.h"
#include "pigment/recipe_book.h"
#include "pigment/whole_parts.h"

namespace allaprima {
namespace {

std::string masstone_of(const RecipeBook& book, size_t tube) {
    Shares shares{};
    shares[tube] = 1.0f;
    return hex_of_srgb(book.shown(shares));
}

MixedColour mixture_for(const Palette& palette, const RecipeBook& book, Rgb wanted) {
    const Recipe best = book.nearest(wanted);
    const std::optional<WholeParts> parts = whole_parts(book, best);
    const Shares shares = parts ? shares_of(*parts) : best.shares;
    const Rgb colour = book.shown(shares);
    MixedColour mixture{.wanted = hex_of_srgb(wanted),
                        .in_reach = best.miss <= kAlike,
                        .tubes = {},
                        .colour = hex_of_srgb(colour),
                        .miss = delta_e_2000(lab_of_srgb(wanted), lab_of_srgb(colour))};
    for (size_t tube = 0; tube < palette.tubes.size(); ++tube)
        if (shares[tube] > 0.0f)
            mixture.tubes.push_back({.name = palette.tubes[tube].name,
                                     .parts = parts ? std::optional((*parts)[tube]) : std::nullopt,
                                     .share = shares[tube]});
    return mixture;
}

}  // namespace

Result<Palette> choose_palette(const std::string& palette, const std::string& photo) {
    const bool automatic = palette.starts_with("auto:");
    if (automatic && photo.empty())
        return Error{fmt::format("the tubes of {} are chosen for a photograph; name it with --for", palette),
                     true};
    return automatic ? palette_for_photo(palette, photo) : read_palette(palette);
}

Status check_has_tubes(const Palette& palette) {
    if (palette.plain())
        return Error{"the palette rgb has no tubes to mix or to chart; name another", true};
    return Done{};
}

std::vector<ShippedPalette> read_shipped_palettes() {
    std::vector<ShippedPalette> palettes;
    // They are read as any other, and always right: a test reads them all.
    for (const ShippedFile& file : shipped_files(Shipped::Palettes))
        palettes.push_back({std::string(about(file)), read_palette(std::string(file.name)).value()});
    return palettes;
}

Result<Rgb> colour_of_screen(const std::string& text) {
    const std::optional<Rgb> colour = srgb_from_hex(text);
    if (!colour)
        return Error{fmt::format("must be #rrggbb in quotes, such as '#c08060', not '{}'", text), true};
    return *colour;
}

Result<PaletteColours> colours_of_palette(const Palette& palette, const std::vector<Rgb>& wanted) {
    if (!wanted.empty())
        if (const Status tubes = check_has_tubes(palette); !tubes)
            return tubes.error();
    PaletteColours colours;
    if (palette.plain())
        return colours;
    const RecipeBook book(palette);
    for (size_t tube = 0; tube < palette.tubes.size(); ++tube)
        colours.masstones.push_back(masstone_of(book, tube));
    for (const Rgb colour : wanted)
        colours.mixtures.push_back(mixture_for(palette, book, colour));
    return colours;
}

}  // namespace allaprima
