#pragma once
#include "exporting/layers.h"

namespace allaprima {

/// The layers of the plan's passes, above the ground where that is painted.
///
/// Paint is wet: a pass mixes with what lies beneath and carries it away, which no layer can do. So each is
/// taken from renderings of the plan up to its pass and up to the one before. Where they are equal the layer
/// is clear; elsewhere it is what is seen after the pass, and opaque. Laid on each other as usual, the layers
/// show the rendering of every pass exactly, to the last step. Where the ground is left out and what is seen
/// after a pass is not opaque, the layers beneath are cleared in its favour, so that the last pass is shown
/// exactly.
///
/// @return a usage error when the layers could need more than kMostLayerBytes, and an error when the observer
///         ended it.
Result<LayeredPicture> pass_layers(const ExportJob& job);

}  // namespace allaprima
