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

/// Composes the picture that a photograph is painted from: reads the motifs, finds the faces, takes the
/// figure from its mask or cuts it out with the help of the marks, and composes.
Result<Composition> compose_photo(const Photo& photo, const Brief& brief, const Workers& workers);

/// What composing alone is asked for: a reference to look at before it is painted.
struct CompositionOrder {
    std::string photo;  ///< The photograph's file.
    Brief brief;
    Destination picture;  ///< Where the reference goes.
};

/// Reads the photograph, composes, and writes the picture as sRGB.
/// @return the composition that was written.
Result<Composition> compose_to_file(const CompositionOrder& order, const Workers& workers);

}  // namespace allaprima
