#pragma once
#include <span>
#include <string>

namespace allaprima {

/// How a brush, or a palette knife, is made and what it does to paint. Lengths in canvas millimetres. What
/// each number means and may be is told once, by brush_settings().
struct Brush {
    std::string name = "flat";
    float tip = 0.0f;
    float bristle_width = 0.40f;
    float streak_length = 24.0f;
    float colour_spread = 0.038f;
    float mixing = 0.16f;
    float ragged = 0.26f;
    float dryness = 0.4f;
    float contact = 1.0f;
    float splay = 0.7f;
    float stiffness = 1.0f;
    float load = 1.0f;
    float ridge = 0.30f;
    float smoothing = 0.0f;
    float dome = 0.0f;

    bool operator==(const Brush&) const = default;
};

/// One number of a brush.
struct BrushSetting {
    const char* name;
    float Brush::*member;
    float low, high;
    const char* help;  ///< One sentence, without a full stop.
};

/// Every number of a brush, in the order in which a brush file tells them.
std::span<const BrushSetting> brush_settings();

}  // namespace allaprima
