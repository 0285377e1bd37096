#pragma once
#include <array>

namespace allaprima {

/// The hands that can be asked for by name.
enum class HandName {
    Painterly,  ///< Strokes as a painter lays them, at some cost in likeness.
    Faithful,   ///< Nothing but likeness counts: the most of the picture in the fewest strokes.
};

/// The word for each hand, in their order.
inline constexpr std::array kHandWords{"painterly", "faithful"};

/// A painter's habits: how much each counts against likeness while strokes are refined. 0 switches one off.
struct Hand {
    float flow = 0.05f;     ///< Strokes run along the form.
    float calm = 0.04f;     ///< Strokes bend little; no worm-like loops.
    float reach = 0.03f;    ///< Strokes are longer than they are wide.
    float opacity = 0.60f;  ///< Paint hides what lies beneath.
    float taper = 0.02f;    ///< Strokes keep their width: a flat brush does.
    bool fading = false;    ///< Whether borders may be softer than a brush leaves them.

    bool operator==(const Hand&) const = default;
};

inline Hand hand_of(HandName name) {
    return name == HandName::Faithful ? Hand{0.0f, 0.0f, 0.0f, 0.0f, 0.0f, true} : Hand{};
}

}  // namespace allaprima
