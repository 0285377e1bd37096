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
    Paint paint;
    std::optional<WholeParts>
        parts;  ///< What to mix it of; nothing where no heap that one counts looks like it.
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
/// Each paint is a pot of its own where there are no more than `most`, or where `most` is 0; else paints that
/// look alike share a pot: k-means in Oklab, weighted by what area is painted, begun with the paint of the
/// largest area and then always with the one that is missed the most. A pot holds the planned paint that is
/// nearest to the mean of its strokes, so it is a mixture that was meant.
/// @param plan its strokes are given their pot's paint.
Pots fill_pots(Plan& plan, size_t most, const ThreadPool& workers);

/// What a stroke covers, roughly: its way times its mean width, mm².
float area_of(const Stroke& stroke);

}  // namespace allaprima
