#include "revealing/tile_pyramid.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/part_observer.h"
#include "revealing/page_files.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

/// Gathers rows until they fill a row of tiles, and writes those.
class TileWriter {
  public:
    TileWriter(Size size, fs::path folder)
        : size_(size), folder_(std::move(folder)), band_({size.width, std::min(kTileSide, size.height)}) {}

    Status add(const Picture& rows) {
        const Image<Rgb> opaque = on_white(rows);
        for (int y = 0; y < rows.size().height; ++y) {
            std::ranges::copy(opaque.row(y), band_.row(filled_++).begin());
            if (filled_ == kTileSide || row_ * kTileSide + filled_ == size_.height)
                if (const Status written = write_band(); !written)
                    return written;
        }
        return Done{};
    }

  private:
    Status write_band() {
        for (int column = 0; column * kTileSide < size_.width; ++column) {
            const int left = column * kTileSide;
            Image<Rgb> tile({std::min(kTileSide, size_.width - left), filled_});
            for (int y = 0; y < filled_; ++y)
                std::copy_n(band_.row(y).begin() + left, tile.size().width, tile.row(y).begin());
            const fs::path path = folder_ / fmt::format("{}-{}.jpg", column, row_);
            if (const Status written = write_page_picture(path.string(), std::move(tile)); !written)
                return written;
        }
        ++row_;
        filled_ = 0;
        return Done{};
    }

    Size size_;
    fs::path folder_;
    Image<Rgb> band_;
    int row_ = 0;     ///< Of tiles.
    int filled_ = 0;  ///< Rows of pixels in the band.
};

}  // namespace

int zoom_levels(Size whole) {
    int levels = 1;
    for (int side = whole.long_side(); side > kTileSide; side = (side + 1) / 2)
        ++levels;
    return levels;
}

Size size_at_level(Size whole, int level) {
    const int halvings = zoom_levels(whole) - 1 - level;
    const auto halved = [halvings](int side) { return ((side - 1) >> halvings) + 1; };
    return {halved(whole.width), halved(whole.height)};
}

Status write_tiles(const Plan& plan, const RenderSettings& settings, const std::string& folder,
                   const ThreadPool& workers, Observer& observer) {
    const int levels = zoom_levels(settings.size);
    double done = 0.0;
    for (int level = 0; level < levels; ++level) {
        const fs::path path = fs::path(folder) / std::to_string(level);
        if (const Status made = make_page_folder(path.string()); !made)
            return made;
        RenderSettings at_level = settings;
        at_level.size = size_at_level(settings.size, level);
        // A level costs four times what the one before does.
        const double end =
            std::min(1.0, done + 0.75 / static_cast<double>(1LL << (2 * (levels - 1 - level))));
        PartObserver part(observer, done, level + 1 == levels ? 1.0 : end);
        done = end;
        TileWriter writer(at_level.size, path);
        if (const Status written = render_rows(plan, at_level, workers, part,
                                               [&](int, const Picture& rows) { return writer.add(rows); });
            !written)
            return written;
    }
    return Done{};
}

}  // namespace allaprima
