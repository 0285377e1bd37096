#pragma once
#include <vector>

#include "image/image.h"
#include "model/sight.h"

namespace allaprima {

/// Where the figure's bare hands probably are, for those who have no better eyes: areas of the figure with a
/// face's own colours of skin that are not the face or the neck, as large as a hand beside that face, within
/// an arm's reach of it, and at the figure's outline, as what reaches out is. Of a bare arm, the end that is
/// farthest from the shoulders. None without a face or a figure.
///
/// @param picture sRGB-encoded. @param figure the cut-out, of the picture's size, or empty.
std::vector<Sighting> find_hands(const Image<Rgb>& picture, const std::vector<Face>& faces,
                                 const Image<float>& figure);

/// The things that hands hold: areas of one colour beside a hand or in it that are neither skin nor go on
/// into a sleeve or the background: closed within two and a half hands around, compact, with an edge all
/// around. What is not sure is left out.
///
/// @param picture sRGB-encoded. @param sight with its hands. @param figure of the picture's size, or empty.
std::vector<Sighting> find_held(const Image<Rgb>& picture, const Sights& sight, const Image<float>& figure);

}  // namespace allaprima
