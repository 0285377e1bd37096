#pragma once
#include <vector>

#include "image/image.h"

namespace allaprima {

/// A face, in shares of the picture's width and height: the box from brow to chin and ear to ear.
struct Face {
    ShareRect box;

    bool operator==(const Face&) const = default;
};

/// Structure tensor of a picture, before it is smoothed: products of the gradients along x and y, summed
/// over the channels.
struct Structure {
    Image<float> xx, xy, yy;
};

/// Which way the form runs at a point.
struct Flow {
    Vec2 direction;          ///< Unit vector along the form; the opposite one means the same.
    float coherence = 0.0f;  ///< How sure it is: 0 no direction, 1 a straight edge or stripe.
};

/// What the painter sees in the reference; every map has the reference's size.
struct Study {
    Structure structure;
    Image<float> focus;  ///< How much a pixel's error counts; mean 1.
    std::vector<Face> faces;
};

}  // namespace allaprima
