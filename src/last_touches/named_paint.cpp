#include "last_touches/named_paint.h"

#include <algorithm>
#include <optional>

#include "base/closest_word.h"
#include "image/colour.h"
#include "pigment/recipe_book.h"

namespace allaprima {
namespace {

bool same_name(const std::string& a, const std::string& b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(a, b, [&](char x, char y) { return lower(x) == lower(y); });
}

/// That there is none of this name; and what there is.
Error unknown(const std::string& colour, const std::string& what, const std::string& where,
              std::span<const Pigment> tubes) {
    const std::vector<std::string> names = names_of(tubes);
    std::string choice;
    for (const std::string& name : names)
        choice += (choice.empty() ? "" : ", ") + name;
    return {what + ": there is no " + where + " '" + colour + "'" + did_you_mean(colour, names) +
                "; give a colour such as #b01c22, or one of: " + choice,
            true};
}

Paint pure(size_t tube, const RecipeBook& book) {
    Paint paint;
    paint.shares[tube] = 1.0f;
    paint.colour = book.shown(paint.shares);
    return paint;
}

/// What a measured paint looks like beside white and black, which a painting without tubes may hold.
std::optional<Rgb> colour_of_pigment(const std::string& name) {
    const Pigment* pigment = find_pigment(name);
    if (!pigment)
        return std::nullopt;
    const RecipeBook book(
        {.name = {}, .tubes = {*pigment, *find_pigment("Titanium White"), *find_pigment("Bone Black")}});
    return pure(0, book).colour;
}

}  // namespace

Paint paint_like(Rgb colour, const Palette& palette) {
    if (palette.plain())
        return {.colour = colour};
    const Recipe recipe = RecipeBook(palette).nearest(colour);
    return {recipe.colour, recipe.shares, recipe.miss};
}

Result<Paint> named_paint(const std::string& colour, const Palette& palette, const std::string& what) {
    if (const std::optional<Rgb> hex = srgb_from_hex(colour))
        return paint_like(*hex, palette);
    if (palette.plain()) {
        if (const std::optional<Rgb> known = colour_of_pigment(colour))
            return Paint{.colour = *known};
        return unknown(colour, what, "measured paint", measured_pigments());
    }
    for (size_t tube = 0; tube < palette.tubes.size(); ++tube)
        if (same_name(colour, palette.tubes[tube].name))
            return pure(tube, RecipeBook(palette));
    return unknown(colour, what, "tube on the palette " + palette.name + " called", palette.tubes);
}

}  // namespace allaprima
