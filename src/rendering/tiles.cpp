#include "rendering/tiles.h"

#include <algorithm>
#include "base/check.h"

namespace allaprima {

PixelRect TileGrid::tile(int column, int band) const {
    return {column * side, band * side, std::min((column + 1) * side, picture.width),
            std::min((band + 1) * side, picture.height)};
}

void BandIndex::add(int index, float top, float bottom) {
    ALLAPRIMA_CHECK(top <= bottom);
    if (bottom < 0.0f || top > static_cast<float>(grid_.picture.height))
        return;
    const auto band_of = [&](float y) {
        const float inside = std::clamp(y, 0.0f, static_cast<float>(grid_.picture.height - 1));
        return static_cast<size_t>(inside) / static_cast<size_t>(grid_.side);
    };
    for (size_t band = band_of(top); band <= band_of(bottom); ++band)
        members_[band].push_back(index);
}

}  // namespace allaprima
