#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "base/thread_pool.h"
#include "model/plan.h"
#include "pigment/whole_parts.h"

namespace allaprima {

/// A heap of paint that is mixed once and painted with many times.
struct Pot {
    Paint paint;                      ///< Its colour is what its parts mix, by Kubelka and Munk.
    std::optional<WholeParts> parts;  ///< What to mix it of; nothing where paint is plain colour.
    size_t strokes = 0;
    float area = 0.0f;  ///< Of those strokes, mm².

    bool operator==(const Pot&) const = default;
};

/// Which pot every stroke of a plan is painted from.
struct Pots {
    std::vector<Pot> pots;    ///< From light to dark.
    std::vector<size_t> of;   ///< By stroke.
    size_t paints = 0;        ///< How many different paints were planned.
    float mean_shift = 0.0f;  ///< By how much strokes change colour, CIEDE2000, weighted by their area.
};

/// Gathers the paints of the strokes into pots, and dips the strokes into them.
///
/// All is reckoned in the colours that mixtures have, not in those that were planned: recipes are corrected
/// for what films and bristles do. Each paint is a pot of its own where there are no more than `most`, or
/// where `most` is 0; else paints that look alike share one, see gathered(), which holds the planned mixture
/// that is nearest to their mean. Every pot is counted out in parts, heap_of(), and is the colour that these
/// mix; no two pots are of the same parts, and every stroke is dipped into the pot that looks most like it.
/// @param plan its strokes are given their pot's paint.
Pots fill_pots(Plan& plan, size_t most, const ThreadPool& workers);

/// A heap for a colour, sRGB-encoded, as it would be mixed of these tubes.
Pot heap_like(const Palette& palette, Rgb colour);

/// What a stroke covers, roughly: its way times its mean width, mm².
float area_of(const Stroke& stroke);

}  // namespace allaprima
