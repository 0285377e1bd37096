#pragma once
#include <string>

#include "image/image.h"

namespace allaprima {

/// A photograph, upright, as light: linear sRGB primaries (values may leave [0, 1] when the file's own
/// gamut or range does).
struct Photo {
    Image<Rgb> colour = {};   ///< Not multiplied by alpha.
    Image<float> alpha = {};  ///< 0 transparent to 1 opaque; empty when every pixel is opaque.
    /// Of what there is of it in the file, upright, in pixels; larger than size() when it was reduced.
    Size original_size;
    std::string name = {};          ///< The file's name without its folder.
    std::string digest = {};        ///< SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.
    std::string colour_space = {};  ///< In which its file was read and where that was told, in words.
    bool is_first_frame = false;    ///< The file says that more pictures follow.
    /// What is left of the file's picture, shares of it; the rest was cropped.
    ShareRect part = {0.0f, 0.0f, 1.0f, 1.0f};

    bool operator==(const Photo&) const = default;
    Size size() const { return colour.size(); }
};

}  // namespace allaprima
