#include "engine/gather_materials.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "io/read_brush.h"
#include "io/read_palette.h"
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
        return Error{fmt::format("--palette {}: from {} to {} tubes can be chosen, such as auto:6", palette,
                                 kFewestTubes, kMostTubes),
                     true};
    return count;
}

/// The paints of one maker, so that their strengths go together.
std::vector<Pigment> paints_to_choose_from() {
    std::vector<Pigment> paints;
    for (const Pigment& pigment : measured_pigments())
        if (pigment.source == "heavy body")
            paints.push_back(pigment);
    return paints;
}

Result<Palette> palette_for(const Brief& brief, const Reference* reference) {
    if (!brief.palette.starts_with(kAutomatic))
        return read_palette(brief.palette);
    const Result<int> count = tubes_to_choose(brief.palette);
    if (!count)
        return count.error();
    Palette palette{.name = brief.palette, .tubes = {}};
    if (reference)
        palette.tubes =
            choose_tubes(paints_to_choose_from(), main_colours(reference->colour, kMainColours), *count);
    return palette;
}

/// From the block-in to the accents.
std::string names_of(const Brief& brief) {
    if (brief.brush != "auto")
        return brief.brush;
    return brief.hand == HandName::Faithful ? "flat" : "flat,flat,filbert,round";
}

}  // namespace

Result<Materials> gather_materials(const Brief& brief, const Reference* reference) {
    Result<Palette> palette = palette_for(brief, reference);
    if (!palette)
        return palette.error();
    Materials materials{.palette = std::move(palette).value(),
                        .brushes = {},
                        .support = brief.support,
                        .wetness = brief.wetness};
    const std::string names = names_of(brief);
    for (size_t from = 0; from <= names.size();) {
        const size_t comma = std::min(names.find(',', from), names.size());
        Result<Brush> brush = read_brush(names.substr(from, comma - from));
        if (!brush)
            return brush.error();
        materials.brushes.push_back(std::move(brush).value());
        from = comma + 1;
    }
    constexpr size_t kMostPasses = 16;
    if (materials.brushes.size() > kMostPasses)
        return Error{fmt::format("--brush names {} brushes; there are at most {} passes",
                                 materials.brushes.size(), kMostPasses),
                     true};
    return materials;
}

}  // namespace allaprima
