#pragma once
#include <cmath>
#include <compare>

namespace allaprima {

/// A point or a direction in the plane; x runs right, y runs down. The unit is the holder's to name.
struct Vec2 {
    float x = 0.0f;
    float y = 0.0f;

    bool operator==(const Vec2&) const = default;
    Vec2 operator+(Vec2 o) const { return {x + o.x, y + o.y}; }
    Vec2 operator-(Vec2 o) const { return {x - o.x, y - o.y}; }
    Vec2 operator*(float k) const { return {x * k, y * k}; }
};

inline float dot(Vec2 a, Vec2 b) {
    return a.x * b.x + a.y * b.y;
}

/// Twice the signed area of the triangle 0, a, b; positive when b lies clockwise of a on the screen.
inline float cross(Vec2 a, Vec2 b) {
    return a.x * b.y - a.y * b.x;
}

inline float length(Vec2 a) {
    return std::sqrt(dot(a, a));
}

/// Width and height of a grid of pixels.
struct Size {
    int width = 0;
    int height = 0;

    bool operator==(const Size&) const = default;
    long long area() const { return static_cast<long long>(width) * height; }
    int long_side() const { return width > height ? width : height; }
};

/// The size, reduced where its long side is longer than this; at least a pixel either way.
inline Size no_longer_than(int side, Size size) {
    const double scale = std::min(1.0, static_cast<double>(side) / size.long_side());
    const auto scaled = [scale](int s) { return std::max(1, static_cast<int>(std::lround(s * scale))); };
    return {scaled(size.width), scaled(size.height)};
}

/// A rectangle of pixels: columns x0 … x1−1, rows y0 … y1−1.
struct PixelRect {
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;

    bool operator==(const PixelRect&) const = default;
    int width() const { return x1 - x0; }
    int height() const { return y1 - y0; }
};

/// A rectangle in shares of a picture's width and height: (0, 0) is the top left corner, (1, 1) the bottom
/// right.
struct ShareRect {
    float x = 0.0f, y = 0.0f, width = 0.0f, height = 0.0f;

    bool operator==(const ShareRect&) const = default;
};

/// The smallest upright rectangle around points, in their unit; begins with none.
struct BoundingBox {
    Vec2 low{1e30f, 1e30f}, high{-1e30f, -1e30f};

    bool operator==(const BoundingBox&) const = default;
    void include(Vec2 p) {
        low = {p.x < low.x ? p.x : low.x, p.y < low.y ? p.y : low.y};
        high = {p.x > high.x ? p.x : high.x, p.y > high.y ? p.y : high.y};
    }
    Vec2 size() const { return high - low; }
};

}  // namespace allaprima
