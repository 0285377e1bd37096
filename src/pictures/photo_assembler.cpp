#include "pictures/photo_assembler.h"

#include <algorithm>
#include <utility>

namespace allaprima {

PhotoAssembler::PhotoAssembler(Size source, Size target, int orientation, bool alpha)
    : source_(source), target_(target), orientation_(orientation), has_alpha_(alpha) {
    ALLAPRIMA_CHECK(target.width >= 1 && target.height >= 1);
    ALLAPRIMA_CHECK(target.width <= source.width && target.height <= source.height);
    const Size upright = orientation >= 5 ? Size{target.height, target.width} : target;
    photo_.colour = Image<Rgb>(upright);
    if (alpha)
        photo_.alpha = Image<float>(upright);
    if (source != target) {
        reduced_.resize(static_cast<size_t>(target.width));
        sums_.resize(static_cast<size_t>(target.width));
    }
}

void PhotoAssembler::add_row(std::span<const Rgb> colour, std::span<const float> alpha) {
    ALLAPRIMA_CHECK(source_row_ < source_.height && colour.size() == static_cast<size_t>(source_.width));
    if (source_ == target_) {
        for (int x = 0; x < source_.width; ++x)
            place(x, source_row_, colour[static_cast<size_t>(x)],
                  has_alpha_ ? alpha[static_cast<size_t>(x)] : 1.0f);
    } else {
        reduce(colour, alpha);
        add_to_target_rows();
    }
    ++source_row_;
}

void PhotoAssembler::reduce(std::span<const Rgb> colour, std::span<const float> alpha) {
    const double scale = static_cast<double>(source_.width) / target_.width;
    for (int t = 0; t < target_.width; ++t) {
        const double left = t * scale, right = std::min<double>((t + 1) * scale, source_.width);
        Sums sums;
        for (int x = static_cast<int>(left); x < right; ++x) {
            const auto i = static_cast<size_t>(x);
            const double cover = std::min<double>(x + 1, right) - std::max<double>(x, left);
            const double weight = cover * (has_alpha_ ? alpha[i] : 1.0f);
            sums.r += weight * colour[i].r;
            sums.g += weight * colour[i].g;
            sums.b += weight * colour[i].b;
            sums.alpha += weight;
        }
        reduced_[static_cast<size_t>(t)] = sums;
    }
}

void PhotoAssembler::add_to_target_rows() {
    const double scale = static_cast<double>(source_.height) / target_.height;
    double top = source_row_;
    const double bottom = source_row_ + 1;
    // A source row may lie across the border of two target rows.
    while (top < bottom && target_row_ < target_.height) {
        const bool last = target_row_ + 1 == target_.height;
        const double border = last ? source_.height : (target_row_ + 1) * scale;
        const double cover = std::min(bottom, border) - top;
        for (size_t i = 0; i < sums_.size(); ++i) {
            sums_[i].r += cover * reduced_[i].r;
            sums_[i].g += cover * reduced_[i].g;
            sums_[i].b += cover * reduced_[i].b;
            sums_[i].alpha += cover * reduced_[i].alpha;
        }
        if (bottom < border)
            return;
        place_row(sums_, scale * source_.width / target_.width);
        std::fill(sums_.begin(), sums_.end(), Sums{});
        ++target_row_;
        top = border;
    }
}

void PhotoAssembler::place_row(std::span<const Sums> row, double area) {
    for (int x = 0; x < target_.width; ++x) {
        const Sums& sums = row[static_cast<size_t>(x)];
        const double share = sums.alpha > 0.0 ? 1.0 / sums.alpha : 0.0;
        const Rgb colour{static_cast<float>(sums.r * share), static_cast<float>(sums.g * share),
                         static_cast<float>(sums.b * share)};
        place(x, target_row_, colour, static_cast<float>(std::min(1.0, sums.alpha / area)));
    }
}

void PhotoAssembler::place(int x, int y, Rgb colour, float alpha) {
    const int right = target_.width - 1 - x, below = target_.height - 1 - y;
    const bool from_right = orientation_ == 2 || orientation_ == 3 || orientation_ == 7 || orientation_ == 8;
    const bool from_below = orientation_ == 3 || orientation_ == 4 || orientation_ == 6 || orientation_ == 7;
    int across = from_right ? right : x, down = from_below ? below : y;
    if (orientation_ >= 5)
        std::swap(across, down);
    photo_.colour.at(across, down) = colour;
    if (has_alpha_)
        photo_.alpha.at(across, down) = alpha;
}

void PhotoAssembler::fill_transparent_pixels() {
    double r = 0.0, g = 0.0, b = 0.0, seen = 0.0;
    const std::span<Rgb> colour = photo_.colour.pixels();
    const std::span<const float> alpha = std::as_const(photo_.alpha).pixels();
    for (size_t i = 0; i < colour.size(); ++i) {
        r += static_cast<double>(alpha[i]) * colour[i].r;
        g += static_cast<double>(alpha[i]) * colour[i].g;
        b += static_cast<double>(alpha[i]) * colour[i].b;
        seen += alpha[i];
    }
    const double share = seen > 0.0 ? 1.0 / seen : 0.0;
    const Rgb mean{static_cast<float>(r * share), static_cast<float>(g * share),
                   static_cast<float>(b * share)};
    for (size_t i = 0; i < colour.size(); ++i)
        if (alpha[i] <= 0.0f)
            colour[i] = mean;
}

Photo PhotoAssembler::finish() {
    ALLAPRIMA_CHECK(source_row_ == source_.height);
    if (has_alpha_) {
        const std::span<const float> alpha = std::as_const(photo_.alpha).pixels();
        // A sum of areas may miss 1 by its last bits.
        if (std::all_of(alpha.begin(), alpha.end(), [](float a) { return a > 0.99999f; }))
            photo_.alpha = {};
        else
            fill_transparent_pixels();
    }
    return std::move(photo_);
}

}  // namespace allaprima
