#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/geometry.h"
#include "brush/hand.h"

namespace allaprima {

/// How the finished strokes are shown.
enum class Finish {
    Lit,    ///< Paint with relief under a raking light.
    Unlit,  ///< The paint's own colours, without relief.
    Flat,   ///< The plan as the planner sees it: soft-edged, no texture, no light.
};

/// The word for each finish, in their order.
inline constexpr std::array kFinishWords{"lit", "unlit", "flat"};

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

/// How big the picture is to be made; both empty: the default long side.
struct OutputSize {
    std::optional<Size> size;      ///< Exactly this many pixels; the picture is fitted, never distorted.
    std::optional<int> long_side;  ///< This long side in pixels; the other follows.

    bool operator==(const OutputSize&) const = default;
};

/// Everything that was asked of a painting. Lengths and times are validated where they are read.
struct Brief {
    int strokes = 0;  ///< At most so many; 0 lets the painter choose.
    uint64_t seed = 1;
    HandName hand = HandName::Painterly;
    Focus focus = Focus::Auto;
    Transparency transparency = Transparency::Ground;
    int plan_size = 0;  ///< Long side at planning resolution, pixels; 0 lets the painter choose.
    std::optional<double> target_psnr;  ///< Stop once the flat plan is as near as this, in dB.
    std::optional<double> seconds;      ///< Stop planning after this long.
    OutputSize output;
    int depth = 0;  ///< Bits of a channel of the picture, 8 or 16; 0 lets its format choose.
    Finish finish = Finish::Lit;
    Light light;

    bool operator==(const Brief&) const = default;
};

}  // namespace allaprima
