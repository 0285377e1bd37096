#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "base/check.h"
#include "base/geometry.h"

namespace allaprima {

/// Three channels; which space they are in (linear light, sRGB-encoded) is the holder's to name.
struct Rgb {
    float r = 0.0f, g = 0.0f, b = 0.0f;

    bool operator==(const Rgb&) const = default;
    Rgb operator+(Rgb o) const { return {r + o.r, g + o.g, b + o.b}; }
    Rgb operator-(Rgb o) const { return {r - o.r, g - o.g, b - o.b}; }
    Rgb operator*(float k) const { return {r * k, g * k, b * k}; }
};

inline Rgb lerp(Rgb a, Rgb b, float share) {
    return a + (b - a) * share;
}

/// A grid of pixels, row after row from the top left, without padding. Pixel (x, y) covers the square
/// from (x, y) to (x + 1, y + 1), so that its centre is at (x + 0.5, y + 0.5).
template <typename T>
class Image {
  public:
    Image() = default;
    explicit Image(Size size, T fill = T{})
        : size_(size), pixels_(static_cast<size_t>(size.width) * static_cast<size_t>(size.height), fill) {
        ALLAPRIMA_CHECK(size.width >= 0 && size.height >= 0);
    }

    Size size() const { return size_; }
    int width() const { return size_.width; }
    int height() const { return size_.height; }
    bool empty() const { return pixels_.empty(); }

    T& at(int x, int y) { return pixels_[index(x, y)]; }
    const T& at(int x, int y) const { return pixels_[index(x, y)]; }
    std::span<T> row(int y) {
        return std::span<T>(pixels_).subspan(index(0, y), static_cast<size_t>(size_.width));
    }
    std::span<const T> row(int y) const {
        return std::span<const T>(pixels_).subspan(index(0, y), static_cast<size_t>(size_.width));
    }
    std::span<T> pixels() { return pixels_; }
    std::span<const T> pixels() const { return pixels_; }

    bool operator==(const Image&) const = default;

  private:
    size_t index(int x, int y) const {
        return static_cast<size_t>(y) * static_cast<size_t>(size_.width) + static_cast<size_t>(x);
    }

    Size size_;
    std::vector<T> pixels_;
};

}  // namespace allaprima
