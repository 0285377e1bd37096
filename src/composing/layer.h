#pragma once
#include <algorithm>
#include <utility>

#include "base/thread_pool.h"
#include "image/image.h"

namespace allaprima {

/// A picture that can be laid over another: linear light, already multiplied by alpha, 0 to 1.
struct Layer {
    Image<Rgb> colour;
    Image<float> alpha;

    Size size() const { return colour.size(); }
};

/// Where something stands: a point p of it comes to lie at `offset` + p · `scale`. Pixels.
struct Placement {
    float scale_x = 1.0f, scale_y = 1.0f;
    Vec2 offset = {};

    bool operator==(const Placement&) const = default;
    bool is_identity() const { return *this == Placement{}; }
};

/// Calls body(y) for every row, on all threads.
template <typename Body>
void for_rows(const ThreadPool& workers, int rows, const Body& body) {
    workers.parallel_for(static_cast<size_t>(rows), [&](size_t y) { body(static_cast<int>(y)); });
}

/// From 0 below `low` to 1 above `high`, without a kink.
inline float smooth_step(float low, float high, float x) {
    const float t = std::clamp((x - low) / (high - low), 0.0f, 1.0f);
    return t * t * (3.0f - 2.0f * t);
}

/// The picture and its alpha as a layer.
/// @param alpha of the picture's size; empty: opaque.
Layer layer_of(const Image<Rgb>& colour, const Image<float>& alpha);

/// The layer at another place on a canvas of this size. What shrinks is averaged first; what grows is
/// interpolated by Catmull-Rom splines.
/// @param extended whether the border repeats outwards; else there is nothing beyond it.
Layer placed(const Layer& layer, const Placement& wanted, Size canvas, bool extended,
             const ThreadPool& workers);

/// A sample between the pixels of a layer, by Catmull-Rom splines; light stays between nothing and alpha.
struct Sample {
    Rgb colour;
    float alpha = 0.0f;
};
/// @param at in pixels of the layer. The border repeats outwards.
Sample sample(const Layer& layer, Vec2 at);

/// Lays the layer over the picture. @param share of the layer that shows, at each pixel; empty: 1.
void lay_over(Image<Rgb>& picture, const Layer& layer, const Image<float>& share, const ThreadPool& workers);

}  // namespace allaprima
