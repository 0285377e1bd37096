#pragma once
#include <functional>
#include <vector>

#include "base/result.h"
#include "image/image.h"

namespace allaprima {

/// Surrounds a picture with its own mirror image, so that paint runs on where a knife misses the edge.
///
/// Rows come in from the top down and go out the same way, as soon as they can; so many rows as the border is
/// wide are held. A border wider than the picture is mirrored again and again.
class MirroredBleed {
  public:
    /// Takes a row of the picture with its border.
    using RowSink = std::function<Status(std::span<const Rgb> row)>;

    /// @param border of pixels on each side, 0 or more.
    MirroredBleed(Size picture, int border, RowSink sink);

    /// The next rows of the picture.
    Status add(const Image<Rgb>& rows);

    /// What comes out is this large.
    Size size() const;

  private:
    Status put_out(std::span<const Rgb> row);

    Size picture_;
    int border_;
    RowSink sink_;
    std::vector<std::vector<Rgb>> held_;  ///< Of the top until the border is out, then the last ones.
    int taken_ = 0;                       ///< Rows of the picture so far.
};

/// Which pixel of a line stands at a place that may lie beyond its ends: the one that a mirror there shows.
int mirrored(int place, int length);

}  // namespace allaprima
