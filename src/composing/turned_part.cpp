#include "composing/turned_part.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace allaprima {
namespace {

/// Catmull and Rom's weights of four samples in a row, for a point `t` behind the second.
std::array<float, 4> cubic_weights(float t) {
    const float t2 = t * t, t3 = t2 * t;
    return {0.5f * (-t + 2.0f * t2 - t3), 0.5f * (2.0f - 5.0f * t2 + 3.0f * t3),
            0.5f * (t + 4.0f * t2 - 3.0f * t3), 0.5f * (t3 - t2)};
}

float held(float value, float low, float high) {
    return std::clamp(value, low, high);
}
Rgb held(Rgb value, Rgb low, Rgb high) {
    return {held(value.r, low.r, high.r), held(value.g, low.g, high.g), held(value.b, low.b, high.b)};
}

void widen(float value, float& low, float& high) {
    low = std::min(low, value);
    high = std::max(high, value);
}
void widen(Rgb value, Rgb& low, Rgb& high) {
    widen(value.r, low.r, high.r);
    widen(value.g, low.g, high.g);
    widen(value.b, low.b, high.b);
}

/// The cubic blend of the sixteen pixels around a point, within their range; the border repeats outwards.
template <typename T>
T blended(const Image<T>& source, double x, double y) {
    const double column = std::floor(x - 0.5), row = std::floor(y - 0.5);
    const std::array across = cubic_weights(static_cast<float>(x - 0.5 - column));
    const std::array down = cubic_weights(static_cast<float>(y - 0.5 - row));
    const auto pixel = [&](int i, int j) {
        return source.at(std::clamp(static_cast<int>(column) - 1 + i, 0, source.width() - 1),
                         std::clamp(static_cast<int>(row) - 1 + j, 0, source.height() - 1));
    };
    T sum{}, low = pixel(1, 1), high = low;
    for (int j = 0; j < 4; ++j)
        for (int i = 0; i < 4; ++i) {
            const T value = pixel(i, j);
            sum = sum + value * (across[static_cast<size_t>(i)] * down[static_cast<size_t>(j)]);
            widen(value, low, high);
        }
    return held(sum, low, high);
}

template <typename T>
Image<T> drawn(const Image<T>& source, const TurnedPart& turned, Size size) {
    const double angle = static_cast<double>(turned.degrees) * std::numbers::pi / 180.0;
    const double cosine = std::cos(angle), sine = std::sin(angle);
    const double kept = kept_of_turned(source.size(), turned.degrees);
    const ShareRect& part = turned.part;
    const auto from_centre = [kept](double share, int side) { return kept * side * (share - 0.5); };
    Image<T> picture(size);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const double across = from_centre(part.x + part.width * (x + 0.5) / size.width, source.width());
            const double down = from_centre(part.y + part.height * (y + 0.5) / size.height, source.height());
            picture.at(x, y) = blended(source, 0.5 * source.width() + cosine * across + sine * down,
                                       0.5 * source.height() - sine * across + cosine * down);
        }
    return picture;
}

}  // namespace

double kept_of_turned(Size picture, float degrees) {
    const double angle = std::fabs(static_cast<double>(degrees)) * std::numbers::pi / 180.0;
    const double cosine = std::fabs(std::cos(angle)), sine = std::fabs(std::sin(angle));
    return std::min(picture.width / (picture.width * cosine + picture.height * sine),
                    picture.height / (picture.width * sine + picture.height * cosine));
}

Image<float> turned_part(const Image<float>& source, const TurnedPart& turned, Size size) {
    return drawn(source, turned, size);
}

Image<Rgb> turned_part(const Image<Rgb>& source, const TurnedPart& turned, Size size) {
    return drawn(source, turned, size);
}

}  // namespace allaprima
