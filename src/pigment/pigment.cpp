#include "pigment/pigment.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/check.h"

namespace allaprima {
namespace {

bool same_letters(std::string_view a, std::string_view b) {
    return std::ranges::equal(
        a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

/// As the table writes a row.
struct Row {
    const char* name;
    const char* colour_index;
    const char* source;
    Spectrum absorption, scattering;
};

constexpr Row kRows[] = {
#include "pigment/measured_pigments.inl"
};

std::array<Pigment, std::size(kRows)> from_rows() {
    std::array<Pigment, std::size(kRows)> pigments;
    std::ranges::transform(kRows, pigments.begin(), [](const Row& row) {
        return Pigment{row.name, row.colour_index, row.source, row.absorption, row.scattering};
    });
    return pigments;
}

}  // namespace

std::span<const Pigment> measured_pigments() {
    static const auto pigments = from_rows();
    return pigments;
}

const Pigment* find_pigment(std::string_view name) {
    const std::span<const Pigment> all = measured_pigments();
    const auto found =
        std::ranges::find_if(all, [&](const Pigment& pigment) { return same_letters(pigment.name, name); });
    return found == all.end() ? nullptr : &*found;
}

std::vector<std::string> names_of(std::span<const Pigment> tubes) {
    std::vector<std::string> names(tubes.size());
    std::ranges::transform(tubes, names.begin(), &Pigment::name);
    return names;
}

Pigment blended(std::string name, std::span<const PigmentPart> parts) {
    float whole = 0.0f;
    for (const PigmentPart& part : parts)
        whole += part.parts;
    ALLAPRIMA_CHECK(whole > 0.0f);
    Pigment blend{.name = std::move(name), .colour_index = {}, .source = {}};
    for (const PigmentPart& part : parts) {
        const float share = part.parts / whole;
        for (size_t band = 0; band < kBands; ++band) {
            blend.absorption[band] += share * part.pigment->absorption[band];
            blend.scattering[band] += share * part.pigment->scattering[band];
        }
        const std::string& index = part.pigment->colour_index;
        if (!index.empty() && blend.colour_index.find(index) == std::string::npos)
            blend.colour_index += (blend.colour_index.empty() ? "" : ", ") + index;
        blend.source = blend.source.empty() || blend.source == part.pigment->source ? part.pigment->source
                                                                                    : "mixed sources";
    }
    return blend;
}

}  // namespace allaprima
