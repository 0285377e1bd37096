#include "composing/layer.h"

#include <array>
#include <cmath>

#include "image/filters.h"

namespace allaprima {
namespace {

/// Weights of the four pixels around a point `t` past the second of them (Catmull & Rom 1974).
std::array<float, 4> spline_weights(float t) {
    const float t2 = t * t, t3 = t2 * t;
    return {0.5f * (-t3 + 2.0f * t2 - t), 0.5f * (3.0f * t3 - 5.0f * t2 + 2.0f),
            0.5f * (-3.0f * t3 + 4.0f * t2 + t), 0.5f * (t3 - t2)};
}

Rgb clamped(Rgb c, float high) {
    return {std::clamp(c.r, 0.0f, high), std::clamp(c.g, 0.0f, high), std::clamp(c.b, 0.0f, high)};
}

/// What is to shrink is brought to the size it will have, so that samples never fall between its pixels.
Layer shrunk_for(const Layer& layer, Placement& placement) {
    const Size from = layer.size();
    const auto side = [](int length, float scale) {
        return scale < 1.0f ? std::max(1, static_cast<int>(std::lround(static_cast<float>(length) * scale)))
                            : length;
    };
    const Size to{side(from.width, placement.scale_x), side(from.height, placement.scale_y)};
    if (to == from)
        return layer;
    placement.scale_x *= static_cast<float>(from.width) / static_cast<float>(to.width);
    placement.scale_y *= static_cast<float>(from.height) / static_cast<float>(to.height);
    return {resized(layer.colour, to), resized(layer.alpha, to)};
}

/// Share of a pixel around `at` that lies on a line from 0 to `length`.
float inside(float at, int length) {
    return std::clamp(std::min(at + 0.5f, static_cast<float>(length) - at + 0.5f), 0.0f, 1.0f);
}

}  // namespace

Layer layer_of(const Image<Rgb>& colour, const Image<float>& alpha) {
    Layer layer{colour, alpha.empty() ? Image<float>(colour.size(), 1.0f) : alpha};
    for (size_t i = 0; i < layer.alpha.pixels().size(); ++i) {
        const float share = layer.alpha.pixels()[i];
        layer.colour.pixels()[i] = layer.colour.pixels()[i] * share;
    }
    return layer;
}

Sample sample(const Layer& layer, Vec2 at) {
    const Size size = layer.size();
    const float x = std::clamp(at.x - 0.5f, 0.0f, static_cast<float>(size.width - 1));
    const float y = std::clamp(at.y - 0.5f, 0.0f, static_cast<float>(size.height - 1));
    const int x0 = static_cast<int>(x), y0 = static_cast<int>(y);
    const std::array<float, 4> across = spline_weights(x - static_cast<float>(x0));
    const std::array<float, 4> down = spline_weights(y - static_cast<float>(y0));
    Sample sum;
    for (int j = 0; j < 4; ++j) {
        const float row_weight = down[static_cast<size_t>(j)];
        if (row_weight == 0.0f)
            continue;
        const int row = std::clamp(y0 + j - 1, 0, size.height - 1);
        for (int i = 0; i < 4; ++i) {
            const float weight = row_weight * across[static_cast<size_t>(i)];
            if (weight == 0.0f)
                continue;
            const int column = std::clamp(x0 + i - 1, 0, size.width - 1);
            sum.colour = sum.colour + layer.colour.at(column, row) * weight;
            sum.alpha += layer.alpha.at(column, row) * weight;
        }
    }
    sum.alpha = std::clamp(sum.alpha, 0.0f, 1.0f);
    // Splines overshoot at edges; light brighter than white is kept.
    const float brightest =
        std::max({1.0f, layer.colour.at(x0, y0).r, layer.colour.at(x0, y0).g, layer.colour.at(x0, y0).b});
    sum.colour = clamped(sum.colour, brightest * sum.alpha);
    return sum;
}

Layer placed(const Layer& layer, const Placement& wanted, Size canvas, bool extended,
             const ThreadPool& workers) {
    if (wanted.is_identity() && layer.size() == canvas)
        return layer;
    Placement placement = wanted;
    const Layer source = shrunk_for(layer, placement);
    Layer result{Image<Rgb>(canvas), Image<float>(canvas)};
    for_rows(workers, canvas.height, [&](int y) {
        const float v = (static_cast<float>(y) + 0.5f - placement.offset.y) / placement.scale_y;
        for (int x = 0; x < canvas.width; ++x) {
            const float u = (static_cast<float>(x) + 0.5f - placement.offset.x) / placement.scale_x;
            const float there =
                extended ? 1.0f : inside(u, source.size().width) * inside(v, source.size().height);
            if (there <= 0.0f)
                continue;
            const Sample found = sample(source, {u, v});
            result.colour.at(x, y) = found.colour * there;
            result.alpha.at(x, y) = found.alpha * there;
        }
    });
    return result;
}

void lay_over(Image<Rgb>& picture, const Layer& layer, const Image<float>& share, const ThreadPool& workers) {
    for_rows(workers, picture.height(), [&](int y) {
        for (int x = 0; x < picture.width(); ++x) {
            const float shown = share.empty() ? 1.0f : share.at(x, y);
            Rgb& pixel = picture.at(x, y);
            pixel = pixel * (1.0f - shown * layer.alpha.at(x, y)) + layer.colour.at(x, y) * shown;
        }
    });
}

}  // namespace allaprima
