#include "planning/break_colours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <utility>

#include "image/oklab.h"

namespace allaprima {
namespace {

/// Warm red, green and violet blue: far apart, and on both sides of what painters call warm and cold.
constexpr std::array<Vec2, 3> kHues{{{0.93969f, 0.34202f}, {-0.76604f, 0.64279f}, {-0.17365f, -0.98481f}}};

/// What strokes have been given so far, in the cells of a grid as broad as the strokes are.
class Neighbourhood {
  public:
    explicit Neighbourhood(float cell) : cell_(cell) {}

    /// The direction that is owed most around a place; of several the one that is owed most in all.
    size_t scarcest(Vec2 at) const {
        constexpr float kDiagonal = 0.4f, kInAll = 1e-4f;
        std::array<float, 3> given{};
        const auto [x, y] = cell_of(at);
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx)
                if (const auto found = given_.find({x + dx, y + dy}); found != given_.end())
                    for (size_t k = 0; k < given.size(); ++k)
                        given[k] += (dx != 0 && dy != 0 ? kDiagonal : 1.0f) * found->second[k];
        for (size_t k = 0; k < given.size(); ++k)
            given[k] += kInAll * in_all_[k];
        return static_cast<size_t>(std::min_element(given.begin(), given.end()) - given.begin());
    }

    void give(Vec2 at, size_t hue) {
        given_[cell_of(at)][hue] += 1.0f;
        in_all_[hue] += 1.0f;
    }

  private:
    std::pair<int, int> cell_of(Vec2 at) const {
        return {static_cast<int>(std::floor(at.x / cell_)), static_cast<int>(std::floor(at.y / cell_))};
    }

    float cell_;
    std::array<float, 3> in_all_{};
    std::map<std::pair<int, int>, std::array<float, 3>> given_;
};

/// The greatest share of the way that all three directions can be gone.
float shown_share(Oklab colour, float amount) {
    for (float share = 1.0f; share > 0.1f; share *= 0.8f)
        if (std::ranges::all_of(kHues, [&](Vec2 hue) {
                const float way = share * amount;
                return in_gamut({colour.lightness, colour.a + hue.x * way, colour.b + hue.y * way});
            }))
            return share;
    return 0.0f;
}

}  // namespace

std::vector<Rgb> broken_colours(const std::vector<DraftStroke>& strokes, float amount) {
    float broadest = 1.0f;
    double widths = 0.0;
    for (const DraftStroke& stroke : strokes)
        widths += 2.0 * widest_half(stroke);
    if (!strokes.empty())
        broadest = std::max(1.0f, static_cast<float>(widths / static_cast<double>(strokes.size())));
    Neighbourhood neighbourhood(broadest);
    std::vector<Rgb> colours;
    colours.reserve(strokes.size());
    // What is laid last is seen whole, and is given its share first.
    for (size_t k = strokes.size(); k-- > 0;) {
        const DraftStroke& stroke = strokes[k];
        const Vec2 middle = stroke.points[0] * 0.25f + stroke.points[1] * 0.5f + stroke.points[2] * 0.25f;
        const size_t hue = neighbourhood.scarcest(middle);
        neighbourhood.give(middle, hue);
        const Oklab own = oklab_of_srgb(stroke.colour);
        const float way = amount * shown_share(own, amount);
        colours.push_back(
            srgb_of_oklab_in_gamut({own.lightness, own.a + kHues[hue].x * way, own.b + kHues[hue].y * way}));
    }
    std::ranges::reverse(colours);
    return colours;
}

}  // namespace allaprima
