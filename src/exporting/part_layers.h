#pragma once
#include "exporting/layers.h"

namespace allaprima {

/// The layers in which a picture is retouched, in groups: "Background", the painting without its relief;
/// "Motifs", the same once for each motif, named after its file, with where it is seen as a mask; "Subject",
/// likewise with the figure, where one was told apart; "Relief", by which light and
/// shadow of the paint are laid over both; then "Spatter" and "Signature", as there are, each with its own
/// shading and the true alpha of its paint.
///
/// Alpha is what a touch covers when it is laid on nothing, and no less than its pixel needs; its colour is
/// solved so that the stack shows the rendering, to a step or two. Relief is solved likewise, to be blended
/// as hard light, which can bring any colour to any other. Where the ground is left out there is no such
/// layer, and the background carries its relief.
///
/// @return a usage error when the layers could need more than kMostLayerBytes, and an error when the observer
///         ended it.
Result<LayeredPicture> part_layers(const ExportJob& job);

}  // namespace allaprima
