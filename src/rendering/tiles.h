#pragma once
#include <vector>

#include "base/geometry.h"

namespace allaprima {

/// A picture cut into squares, in bands from the top down. The last column and the last band may be smaller.
struct TileGrid {
    Size picture;
    int side = 128;

    int columns() const { return (picture.width + side - 1) / side; }
    int bands() const { return (picture.height + side - 1) / side; }
    PixelRect tile(int column, int band) const;
};

/// Which of many things touch which band of tiles; things keep their order.
class BandIndex {
  public:
    explicit BandIndex(const TileGrid& grid) : grid_(grid), members_(static_cast<size_t>(grid.bands())) {}

    /// Adds thing number `index`, which lies between two heights, in pixels; the halo is included by the
    /// caller.
    void add(int index, float top, float bottom);
    const std::vector<int>& members(int band) const { return members_[static_cast<size_t>(band)]; }

  private:
    TileGrid grid_;
    std::vector<std::vector<int>> members_;
};

}  // namespace allaprima
