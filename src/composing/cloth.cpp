// Cloth that hangs is a height field: ridges across one direction, bent by slow noise, deep in some places
// and shallow in others. From it follow where the pattern lies (the cloth's length along the folds' profile,
// and the shift of what comes towards an eye above it) and how it is lit (Lambert, and darker in the
// hollows).

#include "composing/cloth.h"

#include <cmath>

#include "composing/smooth_noise.h"

namespace allaprima {
namespace {

/// A pattern may be stretched so much more one way than the other, before it is cut.
constexpr float kMostStretch = 1.5f;
/// Folds lean by this much: rise of x over y.
constexpr float kLean = 0.22f;
/// Height of the largest folds at depth 1, where the canvas' long side is 1.
constexpr float kHeight = 0.06f;
/// How far the pattern moves down for each unit of height.
constexpr float kShift = 0.55f;
/// The darkest and the lightest that folds make the cloth; shares of light.
constexpr float kDarkest = 0.25f, kLightest = 1.15f;

/// A fold's profile over its phase (1 a whole fold): a broad round ridge and a narrower hollow, −1 to 1.
float profile(float phase) {
    const float wave = std::cos(6.2831853f * phase);
    return wave + 0.18f * std::cos(12.566371f * phase) - 0.18f;
}

/// Height of the cloth at a point, where the canvas' long side is 1.
float height_at(Vec2 p) {
    // Folds fan out as they fall.
    const float spread = 1.0f + 0.35f * p.y;
    const float across = (p.x + kLean * p.y) / spread;
    const float bend = 0.16f * smooth_noise({2.1f * p.x + 3.0f, 1.3f * p.y}, 1) +
                       0.05f * smooth_noise({5.0f * p.x, 2.7f * p.y}, 2);
    const float broad = profile(3.7f * (across + bend));
    const float depth = 0.65f + 0.35f * smooth_noise({2.6f * p.x, 1.1f * p.y + 7.0f}, 3);
    // A second family, finer, comes and goes.
    const float fine = profile(7.3f * (across + 0.12f * smooth_noise({3.0f * p.x, 1.9f * p.y}, 4)) + 0.3f);
    const float where = smooth_step(-0.1f, 0.8f, smooth_noise({2.2f * p.x + 11.0f, 1.7f * p.y}, 5));
    return kHeight * (depth * broad + 0.30f * where * fine);
}

Image<float> heights(Size canvas, float depth, const ThreadPool& workers) {
    Image<float> result(canvas);
    const float unit = 1.0f / static_cast<float>(canvas.long_side());
    for_rows(workers, canvas.height, [&](int y) {
        for (int x = 0; x < canvas.width; ++x)
            result.at(x, y) = depth * height_at({(static_cast<float>(x) + 0.5f) * unit,
                                                 (static_cast<float>(y) + 0.5f) * unit});
    });
    return result;
}

struct Slope {
    float x, y;
};

Slope slope_at(const Image<float>& height, int x, int y) {
    const int left = std::max(x - 1, 0), right = std::min(x + 1, height.width() - 1);
    const int above = std::max(y - 1, 0), below = std::min(y + 1, height.height() - 1);
    const auto unit = static_cast<float>(height.size().long_side());
    return {
        (height.at(right, y) - height.at(left, y)) * unit / static_cast<float>(std::max(1, right - left)),
        (height.at(x, below) - height.at(x, above)) * unit / static_cast<float>(std::max(1, below - above))};
}

/// Share of light that a slope shows of what flat cloth does.
float shade(Slope slope, float height, float depth, bool light_from_left) {
    const float side = light_from_left ? -0.62f : 0.62f;
    constexpr float kUp = -0.35f, kForward = 0.70f;
    const float norm = 1.0f / std::sqrt(1.0f + slope.x * slope.x + slope.y * slope.y);
    const float facing = std::max(0.0f, (-slope.x * side - slope.y * kUp + kForward) * norm) / kForward;
    constexpr float kAmbient = 0.30f;
    const float lit = kAmbient + (1.0f - kAmbient) * facing;
    // Hollows see less of the sky.
    const float hollow = depth > 0.0f ? std::max(0.0f, -height / kHeight) : 0.0f;
    return std::clamp(lit * (1.0f - 0.22f * std::min(hollow, 1.5f)), kDarkest, kLightest);
}

/// How the motif lies on flat cloth.
struct Pattern {
    Layer tile;  ///< At the size it is shown.
    bool repeated = false;
};

Pattern pattern_for(const Layer& motif, const Motif& wishes, Size canvas, const ThreadPool& workers) {
    const auto w = static_cast<float>(canvas.width), h = static_cast<float>(canvas.height);
    const auto mw = static_cast<float>(motif.size().width), mh = static_cast<float>(motif.size().height);
    float across = w / mw, down = h / mh;
    if (wishes.repeat) {
        across = down = std::max(across, down) * wishes.scale;
    } else {
        across = std::max(across, down / kMostStretch);
        down = std::max(down, across / kMostStretch);
    }
    // A tile larger than the canvas is cut from its left upper corner, and no tile is less than two pixels.
    const Size tile{std::clamp(static_cast<int>(std::lround(mw * across)), 2, 2 * canvas.width + 2),
                    std::clamp(static_cast<int>(std::lround(mh * down)), 2, 2 * canvas.height + 2)};
    const Placement placement{across, down, {}};
    return {placed(motif, placement, tile, true, workers), wishes.repeat};
}

float wrapped(float at, int length) {
    const auto whole = static_cast<float>(length);
    return at - whole * std::floor(at / whole);
}

/// The length of the cloth from a row's left end to each pixel, stretched so that it ends where the row does.
std::vector<float> unrolled(const Image<float>& height, int y) {
    std::vector<float> at(static_cast<size_t>(height.width()));
    float length = 0.0f;
    for (int x = 0; x < height.width(); ++x) {
        const float slope = slope_at(height, x, y).x;
        const float step = std::sqrt(1.0f + slope * slope);
        at[static_cast<size_t>(x)] = length + 0.5f * step;
        length += step;
    }
    const float fit = static_cast<float>(height.width()) / length;
    for (float& position : at)
        position *= fit;
    return at;
}

}  // namespace

Layer hang_cloth(const Layer& motif, const Motif& wishes, bool light_from_left, Size canvas,
                 const ThreadPool& workers) {
    const Pattern pattern = pattern_for(motif, wishes, canvas, workers);
    const Image<float> height = heights(canvas, wishes.folds, workers);
    const float shift = kShift * static_cast<float>(canvas.long_side());
    Layer cloth{Image<Rgb>(canvas), Image<float>(canvas)};
    for_rows(workers, canvas.height, [&](int y) {
        const std::vector<float> across = unrolled(height, y);
        for (int x = 0; x < canvas.width; ++x) {
            const float z = height.at(x, y);
            Vec2 at{across[static_cast<size_t>(x)], static_cast<float>(y) + 0.5f - shift * z};
            if (pattern.repeated)
                at = {wrapped(at.x, pattern.tile.size().width), wrapped(at.y, pattern.tile.size().height)};
            const Sample found = sample(pattern.tile, at);
            const float light = shade(slope_at(height, x, y), z, wishes.folds, light_from_left);
            cloth.colour.at(x, y) = found.colour * light;
            cloth.alpha.at(x, y) = found.alpha;
        }
    });
    return cloth;
}

}  // namespace allaprima
