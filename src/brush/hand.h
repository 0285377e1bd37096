#pragma once
#include <optional>
#include <span>
#include <string>
#include <variant>

#include "image/image.h"

namespace allaprima {

/// How a painter paints: habits of the arm, of the eye and of the palette. What each setting means and may be
/// is told once, by hand_settings(). What is said here is the painterly hand.
///
/// Widths are told in shares of a stroke's room: the square root of the picture's area over the number of
/// strokes.
struct Hand {
    std::string name = "painterly";

    // The arm. How much each habit counts against likeness while strokes are refined; 0 switches one off.
    float flow = 0.05f;
    float calm = 0.04f;
    float reach = 0.03f;
    float opacity = 0.60f;
    float taper = 0.02f;
    bool fading = false;
    bool likeness = false;

    // Strokes.
    float strokes = 0.0f;
    float first_width = 0.60f;
    float width = 0.44f;
    float keep_width = 0.0f;
    float length = 0.0f;
    float keep_length = 0.0f;
    float curvature = 0.0f;
    float spacing = 1.0f;
    float blur = 0.6f;
    float sweep = 0.0f;
    float slant = 0.0f;
    float hatching = 0.0f;
    float swirl = 0.0f;
    float eddy = 2.2f;
    float waver = 0.0f;

    // The eye.
    float range = 0.0f;
    float darkest = 0.1f;
    float middle = 0.55f;
    float lightest = 0.95f;
    float chroma = 1.0f;
    float warm_lights = 0.0f;
    float cool_shadows = 0.0f;
    float tint = 0.0f;
    float mean_chroma = 0.06f;
    float light_warmth = 0.0f;
    float shadow_warmth = 0.0f;
    float broken = 0.0f;
    float lost = 0.0f;
    float lost_darks = 0.0f;
    float found = 0.0f;

    // The paint.
    float relief = 1.0f;
    float wetness = 0.5f;
    float scumbles = 0.0f;
    float glazes = 0.0f;
    std::string palette = "full";
    std::string brush = "flat,flat,filbert,round";
    std::string canvas = "linen";
    std::optional<Rgb> ground = {};

    bool operator==(const Hand&) const = default;
};

/// Where a setting of a hand lives: a number, a switch, a name, or a colour that may be left to the picture.
using HandMember = std::variant<float Hand::*, bool Hand::*, std::string Hand::*, std::optional<Rgb> Hand::*>;

/// One setting of a hand.
struct HandSetting {
    const char* name;
    HandMember member;
    float low = 0.0f, high = 0.0f;  ///< Of a number.
    const char* help = "";          ///< One sentence, without a full stop.
};

/// Every setting of a hand, in the order in which a hand file tells them.
std::span<const HandSetting> hand_settings();

}  // namespace allaprima
