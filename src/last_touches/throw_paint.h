#pragma once
#include <vector>

#include "base/result.h"
#include "brush/brush.h"
#include "last_touches/spatter_target.h"
#include "model/plan.h"

namespace allaprima {

/// Of thrown paint there are at most so many drops and runs.
constexpr int kMostThrown = 100000;

/// The two ways in which thrown paint lies, as numbers of the plan's brushes.
struct ThrowBrushes {
    int drop = 0;  ///< An ellipse, however long.
    int run = 0;   ///< A track with round ends.
};

/// Drops, their satellites and their runs, in the order in which they land. Empty for an amount of 0.
///
/// Paint leaves a brush that is flicked in threads, which break into drops: a flick leaves a curved row of
/// them that fans out, the heavy ones first. Their sizes are log-normal, few large and many small, as
/// fragments of threads are (Villermaux, "Fragmentation", Annual Review of Fluid Mechanics 39, 2007). A drop
/// that lands at the angle α to the canvas leaves a stain whose width is sin α times its length (Balthazard,
/// Piédelièvre, Desoille & Dérobert, "Étude des gouttes de sang projeté", 1939); towards the end of a flick α
/// falls. Large drops throw spines and satellites ahead, the farther the smaller (Attinger, Moore, Donaldson,
/// Jafari & Stone, "Fluid dynamics topics in bloodstain pattern analysis", Forensic Science International
/// 231, 2013). Heavy drops run down, as long as there is paint to wet the way, and end in a bead; less far on
/// a rough canvas.
///
/// Flicks come from the seed in a fixed order until enough is covered, so that a larger amount adds drops to
/// those of a smaller one. Where paint must not lie a drop is left out whole, and a run ends before.
///
/// @param paint what is thrown. @return an error of usage where the region cannot be found.
Result<std::vector<Stroke>> thrown_drops(const Spatter& spatter, const ThrownAt& at, const Paint& paint,
                                         ThrowBrushes brushes);

/// Throws paint at a finished plan, as a further pass "spatter" over all others; its colour must be a tube of
/// the plan's palette, or #rrggbb.
///
/// Paint *under* the subject is laid last too, because the strokes of subject and background lie in turns: it
/// is left out where it would touch the figure, which looks the same.
///
/// @param drop the brush of a drop; it is added to the plan's, with one for the runs.
Status add_spatter(Plan& plan, const Spatter& spatter, const ThrownAt& at, const Brush& drop);

}  // namespace allaprima
