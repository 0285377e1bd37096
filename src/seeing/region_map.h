#pragma once
#include <vector>

#include "base/geometry.h"
#include "image/image.h"
#include "model/brief.h"
#include "model/study.h"

namespace allaprima {

/// What is told apart in a picture.
struct Seen {
    Size size;  ///< Of the picture, pixels.
    const std::vector<Face>& faces;
    const Image<float>& figure;  ///< Of the picture's size, or empty.
    const std::vector<Sighting>& others;
};

/// Whether a region means this face, or this other thing that is seen: all of its kind, the one of its
/// number, or the one of its name.
/// @param place of the face in its list, from 0.
bool is_meant(const Region& region, const Face& face, size_t place);
bool is_meant(const Region& region, const Sighting& sighting);

/// Whether anything that a region means was seen.
bool is_seen(const Region& region, const Sights& sight);

/// How far each pixel belongs to a region, 0 to 1; of a mask, which is another picture, none does. Without a
/// figure all of the picture is the subject.
Image<float> region_map(const Region& region, const Seen& seen);

/// The middle of a pixel, in shares of the picture.
Vec2 share_of(int x, int y, Size size);

/// A bump of height 1 around a box, so many times as large: nearly flat inside its ellipse and gone at about
/// 1.3 times the ellipse's radii.
float bump_about(Vec2 p, const ShareRect& box, float larger);

}  // namespace allaprima
