#include "pigment/named_tubes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace allaprima {
namespace {

struct HuePart {
    const char* pigment = nullptr;
    float parts = 0.0f;
};

/// A name that tubes bear in shops, and the measured paints that stand for it.
struct KnownTube {
    const char* name;
    std::array<HuePart, 4> parts;
};

/// Of the hues, parts were chosen so that masstone and tint with white look like those of the usual makes.
constexpr std::array kKnown{
    KnownTube{"White", {{{"Titanium White", 1}}}},
    KnownTube{"Flake White", {{{"Lead White", 1}}}},
    KnownTube{"Mixing White", {{{"Titanium White", 1}, {"Zinc White", 1}}}},
    KnownTube{"Black", {{{"Bone Black", 1}}}},
    KnownTube{"Ivory Black", {{{"Bone Black", 1}}}},
    KnownTube{"Mars Black", {{{"Bone Black", 1}}}},
    KnownTube{"Lamp Black", {{{"Bone Black", 8}, {"Ultramarine Blue", 1}}}},
    KnownTube{"Payne's Grey", {{{"Bone Black", 4}, {"Ultramarine Blue", 3}}}},
    KnownTube{"Lemon Yellow", {{{"Bismuth Vanadate Yellow", 1}}}},
    KnownTube{"Cadmium Lemon", {{{"Bismuth Vanadate Yellow", 1}}}},
    KnownTube{"Cadmium Yellow Light", {{{"Hansa Yellow Opaque", 1}, {"Bismuth Vanadate Yellow", 1}}}},
    KnownTube{"Hansa Yellow", {{{"Hansa Yellow Opaque", 1}}}},
    KnownTube{"Primary Yellow", {{{"Hansa Yellow Opaque", 1}}}},
    KnownTube{"Cadmium Yellow", {{{"Hansa Yellow Opaque", 2}, {"Diarylide Yellow", 1}}}},
    KnownTube{"Cadmium Yellow Medium", {{{"Hansa Yellow Opaque", 2}, {"Diarylide Yellow", 1}}}},
    KnownTube{"Cadmium Yellow Deep", {{{"Diarylide Yellow", 3}, {"Cadmium Orange", 1}}}},
    KnownTube{"Indian Yellow", {{{"Diarylide Yellow", 1}}}},
    KnownTube{"Naples Yellow", {{{"Titanium White", 14}, {"Diarylide Yellow", 3}, {"Cadmium Orange", 1}}}},
    KnownTube{"Yellow Ochre",
              {{{"Diarylide Yellow", 8}, {"Cadmium Orange", 10}, {"Bone Black", 5}, {"Titanium White", 11}}}},
    KnownTube{"Raw Sienna", {{{"Diarylide Yellow", 6}, {"Cadmium Orange", 6}, {"Bone Black", 6}}}},
    KnownTube{"Burnt Sienna", {{{"Pyrrole Red", 3}, {"Diarylide Yellow", 2}, {"Bone Black", 3}}}},
    KnownTube{"Raw Umber", {{{"Diarylide Yellow", 4}, {"Pyrrole Orange", 3}, {"Bone Black", 9}}}},
    KnownTube{"Burnt Umber", {{{"Pyrrole Orange", 5}, {"Diarylide Yellow", 1}, {"Bone Black", 9}}}},
    KnownTube{"Light Red",
              {{{"Pyrrole Red", 5}, {"Diarylide Yellow", 3}, {"Bone Black", 3}, {"Titanium White", 1}}}},
    KnownTube{"Venetian Red", {{{"Pyrrole Red", 5}, {"Diarylide Yellow", 2}, {"Bone Black", 3}}}},
    KnownTube{"Red Ochre", {{{"Pyrrole Red", 5}, {"Diarylide Yellow", 2}, {"Bone Black", 3}}}},
    KnownTube{"Indian Red", {{{"Pyrrole Red", 5}, {"Quinacridone Magenta", 1}, {"Bone Black", 4}}}},
    KnownTube{"Cadmium Red", {{{"Cadmium Red Light", 2}, {"Pyrrole Red", 1}}}},
    KnownTube{"Cadmium Red Medium", {{{"Cadmium Red Light", 2}, {"Pyrrole Red", 1}}}},
    KnownTube{"Cadmium Red Deep", {{{"Pyrrole Red", 3}, {"Quinacridone Red", 1}}}},
    KnownTube{"Naphthol Red", {{{"Pyrrole Red", 1}}}},
    KnownTube{"Primary Red", {{{"Quinacridone Red", 1}}}},
    KnownTube{"Alizarin Crimson",
              {{{"Quinacridone Red", 5}, {"Quinacridone Magenta", 2}, {"Bone Black", 1}}}},
    KnownTube{"Permanent Alizarin Crimson",
              {{{"Quinacridone Red", 5}, {"Quinacridone Magenta", 2}, {"Bone Black", 1}}}},
    KnownTube{"Permanent Rose", {{{"Quinacridone Red", 1}, {"Quinacridone Magenta", 1}}}},
    KnownTube{"Quinacridone Rose", {{{"Quinacridone Red", 1}, {"Quinacridone Magenta", 1}}}},
    KnownTube{"Magenta", {{{"Quinacridone Magenta", 1}}}},
    KnownTube{"Dioxazine Violet", {{{"Dioxazine Purple", 1}}}},
    KnownTube{"Ultramarine", {{{"Ultramarine Blue", 1}}}},
    KnownTube{"Ultramarine Violet", {{{"Ultramarine Blue", 4}, {"Dioxazine Purple", 1}}}},
    KnownTube{"Cerulean Blue", {{{"Cerulean Blue Chromium", 1}}}},
    KnownTube{"Phthalo Blue", {{{"Phthalo Blue Green Shade", 1}}}},
    KnownTube{"Primary Blue", {{{"Phthalo Blue Green Shade", 1}}}},
    KnownTube{"Cyan", {{{"Phthalo Blue Green Shade", 1}}}},
    KnownTube{"Turquoise", {{{"Phthalo Blue Green Shade", 1}, {"Phthalo Green Blue Shade", 1}}}},
    KnownTube{"Indigo", {{{"Bone Black", 5}, {"Phthalo Blue Red Shade", 1}, {"Ultramarine Blue", 2}}}},
    KnownTube{"Phthalo Green", {{{"Phthalo Green Blue Shade", 1}}}},
    KnownTube{"Viridian Green", {{{"Viridian", 1}}}},
    KnownTube{"Chromium Oxide Green",
              {{{"Phthalo Green Yellow Shade", 1},
                {"Hansa Yellow Opaque", 6},
                {"Bone Black", 5},
                {"Titanium White", 4}}}},
    KnownTube{"Permanent Green Light", {{{"Phthalo Green Yellow Shade", 1}, {"Hansa Yellow Opaque", 8}}}},
    KnownTube{"Sap Green", {{{"Phthalo Green Yellow Shade", 1}, {"Diarylide Yellow", 8}, {"Bone Black", 3}}}},
    KnownTube{"Hooker's Green",
              {{{"Phthalo Green Blue Shade", 1}, {"Diarylide Yellow", 3}, {"Bone Black", 2}}}}};

/// Small letters and single blanks; "Gray" is "Grey", and that it is a hue is known.
std::string plain_name(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        const bool blank = c == ' ' || c == '\t' || c == '-' || c == '_';
        if (blank && (plain.empty() || plain.back() == ' '))
            continue;
        plain += blank ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    for (const std::string_view end : {" ", "(hue)", " hue", " "})
        if (plain.ends_with(end))
            plain.erase(plain.size() - end.size());
    if (plain.ends_with("gray"))
        plain.replace(plain.size() - 4, 4, "grey");
    return plain;
}

Pigment made_of(const KnownTube& tube) {
    std::vector<PigmentPart> parts;
    for (const HuePart& part : tube.parts)
        if (part.pigment)
            parts.push_back({find_pigment(part.pigment), part.parts});
    const std::string name = tube.name;
    return blended(parts.size() == 1 ? name : name + " (hue)", parts);
}

/// How many letters one has to change, add or leave out (Levenshtein 1966).
size_t letters_apart(std::string_view a, std::string_view b) {
    std::vector<size_t> row(b.size() + 1);
    for (size_t k = 0; k <= b.size(); ++k)
        row[k] = k;
    for (const char letter : a) {
        size_t corner = row[0]++;
        for (size_t k = 0; k < b.size(); ++k) {
            const size_t changed = corner + (letter == b[k] ? 0 : 1);
            corner = row[k + 1];
            row[k + 1] = std::min({changed, row[k + 1] + 1, row[k] + 1});
        }
    }
    return row[b.size()];
}

}  // namespace

std::optional<Pigment> tube_named(std::string_view name) {
    const std::string plain = plain_name(name);
    for (const Pigment& pigment : measured_pigments())
        if (plain_name(pigment.name) == plain)
            return pigment;
    for (const KnownTube& tube : kKnown)
        if (plain_name(tube.name) == plain)
            return made_of(tube);
    return std::nullopt;
}

std::vector<std::string> nearest_tube_names(std::string_view name, size_t count) {
    constexpr size_t kLongestCompared = 60;
    const std::string plain = plain_name(name.substr(0, kLongestCompared));
    std::vector<std::pair<size_t, std::string>> names;
    for (const Pigment& pigment : measured_pigments())
        names.emplace_back(letters_apart(plain, plain_name(pigment.name)), pigment.name);
    for (const KnownTube& tube : kKnown)
        names.emplace_back(letters_apart(plain, plain_name(tube.name)), tube.name);
    std::ranges::stable_sort(names);
    std::vector<std::string> nearest;
    for (size_t i = 0; i < std::min(count, names.size()); ++i)
        nearest.push_back(names[i].second);
    return nearest;
}

}  // namespace allaprima
