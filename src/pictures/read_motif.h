#pragma once
#include <string>

#include "base/result.h"
#include "model/photo.h"
#include "pictures/read_photo.h"

namespace allaprima {

/// Reads a motif: any picture that read_photo() reads, with its alpha, or an SVG drawing (see read_svg.h).
/// Animated GIF, WebP and PNG are refused, because nobody can know which of their pictures is meant.
///
/// @param long_side a larger picture is reduced to this while it is read, and an SVG is drawn at it;
/// positive.
Result<Photo> read_motif(const std::string& path, const ReadLimits& limits, int long_side);

}  // namespace allaprima
