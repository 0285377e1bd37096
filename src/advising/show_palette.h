#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "pigment/palette.h"

namespace allaprima {

/// A palette by name, from a file, or with tubes that are chosen for a photograph.
///
/// @param palette as in a brief. @param photo its file; looked at where tubes are to be chosen ("auto:6").
Result<Palette> choose_palette(const std::string& palette, const std::string& photo);

/// Refuses, as an error of usage, a palette with which nothing can be mixed or charted.
Status check_has_tubes(const Palette& palette);

/// A palette that the program brings along.
struct ShippedPalette {
    std::string about;  ///< One sentence, without a full stop.
    Palette palette;
};
/// All of them, in the order of their names.
std::vector<ShippedPalette> read_shipped_palettes();

/// A colour in the way in which screens have it, "#rrggbb": sRGB-encoded. An error of usage where the text
/// is none, which begins with "must be".
Result<Rgb> colour_of_screen(const std::string& text);

/// What there is of one tube in a mixture.
struct MixedTube {
    std::string name;
    std::optional<int> parts;  ///< By volume; nothing where no small heap looks like the best mixture.
    float share;               ///< Of the mixture, by volume.
};

/// How a wanted colour is mixed. Colours are "#rrggbb".
struct MixedColour {
    std::string wanted;
    bool in_reach;                 ///< Whether the best mixture looks like it.
    std::vector<MixedTube> tubes;  ///< Those of which there is something.
    std::string colour;            ///< Of the mixture.
    double miss;                   ///< CIEDE2000 between that and what was wanted.
};

/// What the tubes of a palette look like, alone and mixed: thick paint in daylight.
struct PaletteColours {
    std::vector<std::string> masstones;  ///< Of each tube, "#rrggbb"; none where paint is plain colour.
    std::vector<MixedColour> mixtures;   ///< For each colour that was wanted.
};

/// @param wanted sRGB-encoded. An error of usage where colours are wanted of a palette without tubes.
Result<PaletteColours> colours_of_palette(const Palette& palette, const std::vector<Rgb>& wanted);

}  // namespace allaprima
