#pragma once
#include <vector>

#include "image/image.h"

namespace allaprima {

/// A face, in shares of the picture's width and height: the box from brow to chin and ear to ear.
struct Face {
    ShareRect box;

    bool operator==(const Face&) const = default;
};

/// What the painter sees in the reference; every map has the reference's size.
struct Study {
    Image<Vec2> flow;        ///< Unit direction along the form; without sign.
    Image<float> coherence;  ///< How sure the flow is: 0 none, 1 a straight edge or stripe.
    Image<float> edge;       ///< Contrast at a border between things: 0 none, 1 the strongest.
    Image<float> focus;      ///< How much a pixel's error counts; mean 1.
    std::vector<Face> faces;
};

}  // namespace allaprima
