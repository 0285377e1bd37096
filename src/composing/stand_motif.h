#pragma once
#include "composing/layer.h"
#include "model/brief.h"

namespace allaprima {

/// A motif at its place in the background.
struct StandingMotif {
    Layer layer;         ///< Of the canvas' size; it goes on beyond the motif's border.
    Image<float> share;  ///< Of it that shows: 1 inside the motif's border, 0 far outside.
};

/// Places a motif in the left or the right third: upright, on the lower edge, as high as the third allows. Of
/// one that is too wide either all is shown, smaller, or a part.
///
/// @param motif its plain background is transparent already.
StandingMotif stand_beside(const Layer& motif, const Motif& wishes, Size canvas, const ThreadPool& workers);

/// Places a motif as large as its box allows, in the middle of it.
StandingMotif stand_in_box(const Layer& motif, const Motif& wishes, Size canvas, const ThreadPool& workers);

/// A motif as a scene over the whole canvas; what is too much is cut from its sides.
Layer scene_behind(const Layer& motif, Size canvas, const ThreadPool& workers);

}  // namespace allaprima
