#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "base/workers.h"
#include "composing/compose.h"
#include "engine/destination.h"
#include "model/brief.h"
#include "model/photo.h"

namespace allaprima {

/// The pictures of a brief's motifs, each as large as a background of this long side can use.
Result<std::vector<Photo>> read_motifs(const Brief& brief, int long_side);

/// Reads where the figure is: a picture of the photograph's shape, light where it is; transparent parts count
/// as dark. Brought to `size`.
Result<Image<float>> read_figure_mask(const std::string& path, Size size);

/// Composes the picture that a photograph is painted from: reads the motifs, looks for faces where heads have
/// to be kept inside the picture, and composes.
///
/// @param figure share of each of the photograph's pixels that is the subject's.
Result<Composition> compose_photo(const Photo& photo, const Image<float>& figure, const Brief& brief,
                                  const Workers& workers);

/// What composing alone is asked for: a reference to look at before it is painted.
struct CompositionOrder {
    std::string photo;    ///< The photograph's file.
    Brief brief;          ///< Its subject's mask must be named.
    Destination picture;  ///< Where the reference goes.
};

/// Reads the photograph and its mask, composes, and writes the picture as sRGB.
/// @return the composition that was written.
Result<Composition> compose_to_file(const CompositionOrder& order, const Workers& workers);

}  // namespace allaprima
