#include "exporting/mirrored_bleed.h"

#include <algorithm>

namespace allaprima {

int mirrored(int place, int length) {
    const int period = 2 * length;
    const int within = (place % period + period) % period;
    return within < length ? within : period - 1 - within;
}

MirroredBleed::MirroredBleed(Size picture, int border, RowSink sink)
    : picture_(picture), border_(border), sink_(std::move(sink)) {}

Size MirroredBleed::size() const {
    return {picture_.width + 2 * border_, picture_.height + 2 * border_};
}

Status MirroredBleed::put_out(std::span<const Rgb> row) {
    std::vector<Rgb> wide(static_cast<size_t>(size().width));
    for (int x = 0; x < size().width; ++x)
        wide[static_cast<size_t>(x)] = row[static_cast<size_t>(mirrored(x - border_, picture_.width))];
    return sink_(wide);
}

Status MirroredBleed::add(const Image<Rgb>& rows) {
    const int needed = std::clamp(border_, 1, picture_.height);
    for (int y = 0; y < rows.height(); ++y) {
        held_.emplace_back(rows.row(y).begin(), rows.row(y).end());
        ++taken_;
        if (taken_ < needed)
            continue;
        if (taken_ == needed) {
            for (int above = -border_; above < 0; ++above)
                if (const Status out = put_out(held_[static_cast<size_t>(mirrored(above, picture_.height))]);
                    !out)
                    return out;
            for (const std::vector<Rgb>& row : held_)
                if (const Status out = put_out(row); !out)
                    return out;
        } else {
            if (const Status out = put_out(held_.back()); !out)
                return out;
            held_.erase(held_.begin());
        }
    }
    if (taken_ < picture_.height || rows.height() == 0)
        return Done{};
    const int first_held = picture_.height - static_cast<int>(held_.size());
    for (int below = 0; below < border_; ++below) {
        const int row = mirrored(picture_.height + below, picture_.height);
        if (const Status out = put_out(held_[static_cast<size_t>(row - first_held)]); !out)
            return out;
    }
    return Done{};
}

}  // namespace allaprima
