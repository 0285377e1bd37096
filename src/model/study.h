#pragma once
#include <optional>
#include <string>
#include <vector>

#include "image/image.h"
#include "model/sight.h"

namespace allaprima {

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

/// Why a figure may be cut out wrong, and where two strokes of a mark would settle it; shares of the picture.
struct FigureDoubt {
    std::string why;
    Vec2 figure;      ///< Certainly, or at least probably, the figure,
    Vec2 background;  ///< and not.

    bool operator==(const FigureDoubt&) const = default;
};

/// What the painter sees in the reference; every map has the reference's size.
struct Study {
    Structure structure;
    Image<float> focus;  ///< How much a pixel's error counts; mean 1.
    std::vector<Face> faces;
    Image<float> figure;  ///< Share of a pixel that belongs to the subject; empty: no figure was told apart.
    std::vector<Sighting> others;           ///< What was seen beside faces.
    std::optional<FigureDoubt> doubt = {};  ///< Of the figure; it is not kept in painting files.
};

}  // namespace allaprima
