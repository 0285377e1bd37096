#pragma once
#include <optional>
#include <vector>

#include "image/image.h"

namespace allaprima {

/// A face, in shares of the picture's width and height.
struct Face {
    ShareRect box = {};                ///< From brow to chin and ear to ear.
    float angle = 0.0f;                ///< By which the head leans, degrees clockwise; 0 upright.
    std::vector<ShareRect> eyes = {};  ///< Around each eye that is seen, without the brow.
    std::optional<ShareRect> mouth = {};

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
    Image<float> figure;  ///< Share of a pixel that belongs to the subject; empty: no figure was told apart.
};

}  // namespace allaprima
