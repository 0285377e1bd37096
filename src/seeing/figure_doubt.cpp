#include "seeing/figure_doubt.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "image/cie.h"
#include "image/filters.h"

namespace allaprima {
namespace {

constexpr int kLongSide = 256;
/// Around a place of the border in which its two sides are compared, and in which weak places gather; pixels.
constexpr int kBeside = 5, kGathered = 12;
/// Sides that differ by less than this, CIE L*a*b* with lightness counting half, have the same colour.
constexpr float kSameColour = 5.0f;
/// A border that is so over most of this neighbourhood was drawn by nothing in the picture.
constexpr long kLongStretch = 22;
/// Share of the border that may be so, and of figure and people together that they must have in common.
constexpr float kMostWeak = 0.3f, kLeastCommon = 0.8f;

struct Sides {
    Lab inside{}, outside{};
    Vec2 in{}, out{};  ///< Their middles, pixels.
    bool both = false;
};

/// What is on the two sides of a place.
Sides sides_at(const Image<Lab>& lab, const Image<float>& figure, int x, int y) {
    struct Sum {
        Lab lab{};
        Vec2 place{};
        float count = 0.0f;
    } in, out;
    for (int py = std::max(0, y - kBeside); py <= std::min(lab.height() - 1, y + kBeside); ++py)
        for (int px = std::max(0, x - kBeside); px <= std::min(lab.width() - 1, x + kBeside); ++px) {
            const float share = figure.at(px, py);
            if (share > 0.1f && share < 0.9f)
                continue;
            Sum& sum = share >= 0.9f ? in : out;
            const Lab& c = lab.at(px, py);
            sum.lab = {sum.lab.lightness + c.lightness, sum.lab.a + c.a, sum.lab.b + c.b};
            sum.place = sum.place + Vec2{static_cast<float>(px) + 0.5f, static_cast<float>(py) + 0.5f};
            sum.count += 1.0f;
        }
    const auto mean = [](const Sum& sum) {
        return Lab{sum.lab.lightness / sum.count, sum.lab.a / sum.count, sum.lab.b / sum.count};
    };
    if (in.count < 4.0f || out.count < 4.0f)
        return {};
    return {mean(in), mean(out), in.place * (1.0f / in.count), out.place * (1.0f / out.count), true};
}

bool is_border(const Image<float>& figure, int x, int y) {
    return (figure.at(x, y) > 0.5f) != (figure.at(x - 1, y) > 0.5f) ||
           (figure.at(x, y) > 0.5f) != (figure.at(x, y - 1) > 0.5f);
}

Vec2 in_shares(Vec2 pixel, Size size) {
    return {pixel.x / static_cast<float>(size.width), pixel.y / static_cast<float>(size.height)};
}

/// Whether the colours part the figure from what is behind it.
std::optional<FigureDoubt> doubt_of_colours(const Image<Lab>& lab, const Image<float>& figure) {
    std::vector<Sides> weak;
    size_t border = 0;
    for (int y = 1; y < figure.height(); ++y)
        for (int x = 1; x < figure.width(); ++x) {
            if (!is_border(figure, x, y))
                continue;
            const Sides sides = sides_at(lab, figure, x, y);
            if (!sides.both)
                continue;
            ++border;
            const float apart =
                std::hypot(0.5f * (sides.inside.lightness - sides.outside.lightness),
                           std::hypot(sides.inside.a - sides.outside.a, sides.inside.b - sides.outside.b));
            if (apart < kSameColour)
                weak.push_back(sides);
        }
    const auto gathered = [&](const Sides& one) {
        return std::ranges::count_if(weak, [&](const Sides& other) {
            return length(one.in - other.in) < static_cast<float>(kGathered);
        });
    };
    if (weak.empty())
        return std::nullopt;
    const Sides worst = *std::ranges::max_element(weak, {}, gathered);
    if (static_cast<float>(weak.size()) <= kMostWeak * static_cast<float>(border) &&
        gathered(worst) < kLongStretch)
        return std::nullopt;
    // A little farther from the border than the sides' own middles.
    const Vec2 way = worst.in - worst.out;
    return FigureDoubt{
        std::to_string(100 * weak.size() / border) + " % of its border has the same colours on both sides",
        in_shares(worst.in + way * 0.5f, lab.size()), in_shares(worst.out - way * 0.5f, lab.size())};
}

struct Extreme {
    Vec2 place;
    float value = 0.0f;
};

Extreme greatest_of(const Image<float>& map) {
    Extreme most;
    for (int y = 0; y < map.height(); ++y)
        for (int x = 0; x < map.width(); ++x)
            if (map.at(x, y) > most.value)
                most = {{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f}, map.at(x, y)};
    return most;
}

/// Whether the figure is where people are seen.
std::optional<FigureDoubt> doubt_of_place(const Image<float>& figure, const Image<float>& people) {
    double common = 0.0, either = 1e-6;
    Image<float> more(figure.size()), less(figure.size());
    for (size_t i = 0; i < figure.pixels().size(); ++i) {
        const bool one = figure.pixels()[i] > 0.5f, other = people.pixels()[i] > 0.5f;
        common += one && other ? 1.0 : 0.0;
        either += one || other ? 1.0 : 0.0;
        more.pixels()[i] = one && !other ? 1.0f : 0.0f;
        less.pixels()[i] = other && !one ? 1.0f : 0.0f;
    }
    if (common >= static_cast<double>(kLeastCommon) * either)
        return std::nullopt;
    const Extreme too_much = greatest_of(blurred(more, 4.0f)), missing = greatest_of(blurred(less, 4.0f));
    return FigureDoubt{
        std::to_string(static_cast<int>(100.0 * common / either)) +
            " % of it and of where people are seen are the same",
        in_shares(missing.value > 0.0f ? missing.place : greatest_of(blurred(people, 8.0f)).place,
                  figure.size()),
        in_shares(too_much.place, figure.size())};
}

}  // namespace

std::optional<FigureDoubt> doubt_of(const Image<Rgb>& picture, const Image<float>& figure,
                                    const Image<float>& people) {
    const Size size = no_longer_than(kLongSide, picture.size());
    const Image<float> there = resized(figure, size);
    if (!people.empty())
        if (std::optional<FigureDoubt> doubt = doubt_of_place(there, resized(people, size)))
            return doubt;
    const Image<Rgb> small = resized(picture, size);
    Image<Lab> lab(size);
    std::ranges::transform(small.pixels(), lab.pixels().begin(), lab_of_srgb);
    return doubt_of_colours(lab, there);
}

}  // namespace allaprima
