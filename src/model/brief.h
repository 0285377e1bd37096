#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/geometry.h"
#include "brush/hand.h"
#include "image/image.h"

namespace allaprima {

/// What is painted on, under its priming.
enum class Support {
    Linen,   ///< Spun flax: threads of all widths, wandering.
    Cotton,  ///< Duck: even threads, a finer grain.
    Panel,   ///< Gessoed wood: nearly smooth, with the traces of the brush that primed it.
    Paper,   ///< Primed paper: an irregular grain without direction.
};

/// The word for each support, in their order.
inline constexpr std::array kSupportWords{"linen", "cotton", "panel", "paper"};

/// How the finished strokes are shown.
enum class Finish {
    Lit,      ///< Paint with relief under a raking light.
    Unlit,    ///< The paint's own colours, without relief.
    Flat,     ///< The plan as the planner sees it: soft-edged, no texture, no light.
    Relief,   ///< Not colours but the height of the paint.
    Normals,  ///< Not colours but which way the surface faces.
};

/// The word for each finish, in their order.
inline constexpr std::array kFinishWords{"lit", "unlit", "flat", "relief", "normals"};

/// Whether what is shown are measures of the surface, which no eye should judge as colours.
constexpr bool is_measure(Finish finish) {
    return finish == Finish::Relief || finish == Finish::Normals;
}

/// Where the light comes from. Degrees.
struct Light {
    float azimuth = 315.0f;   ///< Compass direction it comes from: 0 above the picture, 90 from its right.
    float elevation = 40.0f;  ///< Above the canvas plane: near 0 rakes, 90 is head-on.

    bool operator==(const Light&) const = default;
};

/// What matters more than the rest of the picture.
enum class Focus {
    Auto,  ///< Faces, where there are any.
    None,  ///< Every pixel counts the same.
};

/// The word for each focus, in their order.
inline constexpr std::array kFocusWords{"auto", "none"};

/// What shows where the photograph is transparent.
enum class Transparency {
    Ground,       ///< The bare ground.
    Transparent,  ///< Nothing: the picture is transparent there.
};

/// How big the picture is to be made; all empty: the default long side.
struct OutputSize {
    std::optional<Size> size;         ///< Exactly this many pixels; the picture is fitted, never distorted.
    std::optional<int> long_side;     ///< This long side in pixels; the other follows.
    std::optional<double> width_mm;   ///< This wide in print, and so is the canvas that is planned for;
    std::optional<double> height_mm;  ///< this high; one follows from the other, with both it is fitted.
    std::optional<double> dpi;        ///< Pixels of an inch of it.

    bool operator==(const OutputSize&) const = default;
};

/// What a printer's profile is to make of colours that the printer cannot print.
enum class Intent {
    Perceptual,  ///< All colours move a little, so that they keep their distances.
    Relative,    ///< Only those out of reach move; white is the paper's.
    Saturation,  ///< Colourfulness before all.
    Absolute,    ///< As relative, and the paper's white is imitated.
};

/// The word for each intent, in their order.
inline constexpr std::array kIntentWords{"perceptual", "relative", "saturation", "absolute"};

/// Everything that was asked of a painting. Lengths and times are validated where they are read.
struct Brief {
    int strokes = 0;  ///< At most so many; 0 lets the painter choose.
    uint64_t seed = 1;
    HandName hand = HandName::Painterly;
    Focus focus = Focus::Auto;
    std::string palette = "full";  ///< A palette's name, "auto:K", or a palette file.
    std::string brush = "auto";    ///< A brush for all passes or one for each; names or brush files.
    float wetness = 0.5f;          ///< As in Materials.
    float scumbles = 0.0f;  ///< Share of the strokes that are laid last, dragged thinly over dry paint,
    float glazes = 0.0f;    ///< and of those after them, thinned to a film that shows what is beneath.
    Support support = Support::Linen;
    std::optional<Rgb> ground;  ///< Of the canvas, sRGB-encoded; empty: the photograph's mean colour.
    Transparency transparency = Transparency::Ground;
    int plan_size = 0;  ///< Long side at planning resolution, pixels; 0 lets the painter choose.
    std::optional<double> target_psnr;  ///< Stop once the flat plan is as near as this, in dB.
    std::optional<double> seconds;      ///< Stop planning after this long.
    OutputSize output;
    int depth = 0;  ///< Bits of a channel of the picture, 8 or 16; 0 lets its format choose.
    Finish finish = Finish::Lit;
    Light light;
    std::string icc;  ///< The output profile's file; empty: sRGB.
    Intent intent = Intent::Relative;

    bool operator==(const Brief&) const = default;
};

}  // namespace allaprima
