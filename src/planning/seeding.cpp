#include "planning/seeding.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/rng.h"
#include "image/filters.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

constexpr float kStartOpacityLogit = 1.5f;
/// New paint goes a little further than the mean error asks, because the stroke's own soft border takes some
/// back.
constexpr float kOvershoot = 1.2f;
/// Standard deviation of the blur that the flow of the form is seen through, half-widths.
constexpr float kFormBlur = 0.6f;
/// Of the error's blur, where brushes are small.
constexpr float kFineBlurShare = 0.5f;

constexpr float kSmallestShare = 0.4f, kLargestShare = 1.25f;

/// The error of the picture so far, as broad as the brush: blurred most where brushes are large, so that
/// single specks on a ground raise no stroke, and little where an eye is painted.
Image<Rgb> error_as_seen(const Level& level, const Image<Rgb>& canvas, float blur) {
    Image<Rgb> error(canvas.size());
    for (size_t i = 0; i < error.pixels().size(); ++i)
        error.pixels()[i] = level.target.pixels()[i] - canvas.pixels()[i];
    const Image<Rgb> fine = blurred(error, kFineBlurShare * blur);
    error = blurred(error, blur);
    for (size_t i = 0; i < error.pixels().size(); ++i) {
        const float broad = 1.0f - likeness_share(level.weight.pixels()[i]);
        error.pixels()[i] = lerp(fine.pixels()[i], error.pixels()[i], broad);
    }
    return error;
}

/// How much a peak's height may gain or lose by chance.
constexpr float kChance = 0.1f;

/// Pixels in falling order of their weighted blurred error, give or take some chance. Sorted only as far as
/// they are asked for.
class ByFallingError {
  public:
    ByFallingError(const Level& level, const Image<Rgb>& error, uint64_t seed)
        : score_(error.pixels().size()), order_(score_.size()) {
        for (size_t i = 0; i < score_.size(); ++i) {
            const Rgb e = error.pixels()[i];
            score_[i] = (e.r * e.r + e.g * e.g + e.b * e.b) * level.weight.pixels()[i] *
                        (1.0f + kChance * (2.0f * unit_float(scramble(seed ^ scramble(i))) - 1.0f));
            order_[i] = static_cast<uint32_t>(i);
        }
    }

    size_t size() const { return order_.size(); }
    uint32_t operator[](size_t k) {
        if (k >= sorted_)
            sort_up_to(std::min(size(), std::max(2 * k, size() / 16) + 1));
        return order_[k];
    }

  private:
    void sort_up_to(size_t count) {
        auto before = [&](uint32_t a, uint32_t b) {
            return score_[a] != score_[b] ? score_[a] > score_[b] : a < b;
        };
        const auto from = order_.begin() + static_cast<long>(sorted_),
                   to = order_.begin() + static_cast<long>(count);
        std::nth_element(from, to, order_.end(), before);
        std::sort(from, to, before);
        sorted_ = count;
    }

    std::vector<float> score_;
    std::vector<uint32_t> order_;
    size_t sorted_ = 0;
};

/// Walks from `start` along the flow for `reach` pixels; `heading` says to which side.
Vec2 follow(const Structure& structure, Vec2 start, Vec2 heading, float reach) {
    constexpr int kStepsAlong = 6;
    Vec2 here = start;
    for (int i = 0; i < kStepsAlong; ++i) {
        const int x = std::clamp(static_cast<int>(here.x), 0, structure.xx.width() - 1);
        const int y = std::clamp(static_cast<int>(here.y), 0, structure.xx.height() - 1);
        const Flow flow = flow_at(structure, x, y);
        // Flow has no sign; where it is unsure the hand keeps going as it went.
        const Vec2 along = dot(flow.direction, heading) < 0.0f ? flow.direction * -1.0f : flow.direction;
        heading = heading * (1.0f - flow.coherence) + along * flow.coherence;
        heading = heading * (1.0f / std::max(1e-6f, length(heading)));
        here = here + heading * (reach / kStepsAlong);
    }
    return here;
}

DraftStroke stroke_at(const Structure& structure, const Image<Rgb>& canvas, const Image<Rgb>& error, int x,
                      int y, const Seeding& how) {
    const Flow flow = flow_at(structure, x, y);
    const Vec2 middle{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f};
    // A hand that has no length of its own lays strokes longer and narrower where the flow is sure.
    const float half_width =
        how.length > 0.0f ? how.half_width : how.half_width * (1.0f - 0.4f * flow.coherence);
    const float reach = how.half_width * (how.length > 0.0f ? how.length : 2.0f + 2.0f * flow.coherence);
    DraftStroke stroke;
    stroke.points[0] = follow(structure, middle, flow.direction * -1.0f, reach);
    stroke.points[2] = follow(structure, middle, flow.direction, reach);
    stroke.points[1] = middle * 2.0f - (stroke.points[0] + stroke.points[2]) * 0.5f;
    stroke.half_width.fill(half_width);
    stroke.opacity_logit = kStartOpacityLogit;
    const Rgb wanted = canvas.at(x, y) + error.at(x, y) * kOvershoot;
    stroke.colour = {std::clamp(wanted.r, 0.0f, 1.0f), std::clamp(wanted.g, 0.0f, 1.0f),
                     std::clamp(wanted.b, 0.0f, 1.0f)};
    return stroke;
}

}  // namespace

float likeness_share(float weight) {
    const float square = std::max(1.0f, weight * weight);
    return 1.0f - 1.0f / (square * square);
}

float blending(float half_width) {
    constexpr float kDraws = 0.004f, kBlends = 0.009f;
    return std::clamp((half_width - kDraws) / (kBlends - kDraws), 0.0f, 1.0f);
}

// Half the width for sixteen times the weight.
float brush_share(float weight) {
    return std::clamp(std::pow(weight, -0.6f), kSmallestShare, kLargestShare);
}

std::vector<DraftStroke> seed_strokes(const Level& level, const Image<Rgb>& canvas, int count,
                                      const Seeding& how, uint64_t seed) {
    const Image<Rgb> error = error_as_seen(level, canvas, how.blur * how.half_width);
    const Structure structure = smoothed(level.structure, kFormBlur * how.half_width);
    ByFallingError order(level, error, seed);

    std::vector<DraftStroke> seeds;
    std::vector<uint32_t> seeded;
    Image<unsigned char> taken;
    auto take_around = [&](uint32_t i, float closeness) {
        const int x = static_cast<int>(i) % canvas.width(), y = static_cast<int>(i) / canvas.width();
        const float weight = level.weight.at(x, y);
        const float spacing = std::lerp(how.spacing, how.focus_spacing, likeness_share(weight));
        const int radius = static_cast<int>(spacing * how.half_width * closeness * brush_share(weight));
        for (int ty = std::max(0, y - radius); ty <= std::min(canvas.height() - 1, y + radius); ++ty)
            for (int tx = std::max(0, x - radius); tx <= std::min(canvas.width() - 1, x + radius); ++tx)
                taken.at(tx, ty) = 1;
    };
    // When the peaks run out, closer ones are let in.
    for (float closeness = 1.0f; static_cast<int>(seeds.size()) < count; closeness *= 0.5f) {
        taken = Image<unsigned char>(canvas.size(), 0);
        for (const uint32_t i : seeded)
            take_around(i, closeness);
        for (size_t k = 0; k < order.size() && static_cast<int>(seeds.size()) < count; ++k) {
            const uint32_t i = order[k];
            const int x = static_cast<int>(i) % canvas.width(), y = static_cast<int>(i) / canvas.width();
            if (taken.at(x, y) || level.weight.at(x, y) <= 0.0f)
                continue;
            Seeding here = how;
            here.half_width *= brush_share(level.weight.at(x, y));
            seeds.push_back(stroke_at(structure, canvas, error, x, y, here));
            seeded.push_back(i);
            take_around(i, closeness);
        }
        if (closeness * std::max(how.spacing, how.focus_spacing) * how.half_width < 0.5f)
            break;
    }
    return seeds;
}

}  // namespace allaprima
