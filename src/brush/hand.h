#pragma once

namespace allaprima {

/// A painter's habits: how much each counts against likeness while strokes are refined. 0 switches one off.
struct Hand {
    float flow = 0.05f;     ///< Strokes run along the form.
    float calm = 0.04f;     ///< Strokes bend little; no worm-like loops.
    float reach = 0.03f;    ///< Strokes are longer than they are wide.
    float opacity = 0.60f;  ///< Paint hides what lies beneath.
    float taper = 0.02f;    ///< Strokes keep their width: a flat brush does.

    bool operator==(const Hand&) const = default;
};

}  // namespace allaprima
