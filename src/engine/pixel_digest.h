#pragma once
#include <string>
#include <vector>

#include "files/digest.h"
#include "model/picture.h"

namespace allaprima {

/// SHA-256 of a picture's pixels as they were painted, before any encoder: of the line "allaprima pixels 1",
/// of its width and its height with a space between them and a line break after, and of each pixel's red,
/// green, blue and, where there is one, alpha, from the top left row by row, as bytes: sRGB-encoded, cut to 0
/// and 1 and rounded to 255 steps. So no version of a library that writes pictures changes it.
class PixelDigest {
  public:
    explicit PixelDigest(Size picture);
    /// The next rows from the top.
    void add(const Picture& rows);
    /// Of all that was added, as 64 lower-case hexadecimal digits; nothing can be added any more.
    std::string finish() { return digest_.finish(); }

  private:
    Sha256 digest_;
    std::string bytes_;
};

}  // namespace allaprima
