#pragma once
#include <string>
#include <vector>

#include "model/brief.h"
#include "model/sight.h"

namespace allaprima {

/// Faces that two pairs of eyes have found, each once: as the surer, first ones have it, with the eyes and
/// the mouth that only the other has told. One of `more` in which the picture of people shows nobody is no
/// face.
std::vector<Face> merged_faces(std::vector<Face> faces, const std::vector<Face>& more,
                               const Image<float>& people);

/// Puts the more important face first, and says of each how much it counts: by its size, how near it is to
/// the middle, and how sharp it is beside the first.
///
/// @param picture sRGB-encoded.
void rank_faces(const Image<Rgb>& picture, std::vector<Face>& faces);

/// Numbers faces, and other things of each kind, in their order, where they have no number yet.
void number_all(Sights& sight);

/// What someone says of what is seen: takes things of these kinds out, moves them, gives them names, and adds
/// those that were overlooked. A line of `warnings` says of which there is none.
///
/// @param picture sRGB-encoded, in which the features of faces are looked for.
void correct(const Image<Rgb>& picture, const std::vector<Correction>& corrections,
             const std::vector<Region::Kind>& kinds, Sights& sight, std::vector<std::string>& warnings);

}  // namespace allaprima
