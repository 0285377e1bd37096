// A bristle's load is the sum of two value noises that run along its track: its own and its clump's, of about
// a millimetre. The sums are brought to mean 0 and deviation 1 over the stroke and sent through the logistic
// curve nearest to the normal distribution's, which makes them uniform: only then does paint that is let
// through by a threshold cover the share of the canvas that was planned.
#include "rendering/bristles.h"

#include <algorithm>
#include <cmath>

#include "rendering/noise.h"

namespace allaprima {
namespace {

constexpr int most_bristles = 600;
constexpr int most_steps = 200;
constexpr float step_mm = 2.5f;
constexpr float clump_bristles = 3.6f;
constexpr float swathe_bristles = 11.0f;
/// How far bristles close up where a stroke narrows: 0 they run parallel, 1 they meet where it ends.
constexpr float closing_up = 0.3f;

/// Noise of neighbouring bristles that stick together in groups of `width`.
float grouped_noise(uint64_t seed, float bristle, float width, float along) {
    return plane_noise(seed, along, bristle / width);
}

/// Shifts and scales values to mean 0 and standard deviation 1; all alike become 0.
void standardise(std::vector<float>& values) {
    double sum = 0.0, squares = 0.0;
    for (float v : values) {
        sum += v;
        squares += static_cast<double>(v) * v;
    }
    const double count = static_cast<double>(values.size());
    const double mean = sum / count;
    const double deviation = std::sqrt(std::max(0.0, squares / count - mean * mean));
    const auto scale = static_cast<float>(deviation > 1e-6 ? 1.0 / deviation : 0.0);
    for (float& v : values)
        v = (v - static_cast<float>(mean)) * scale;
}

float uniform_from_normal(float z) {
    return 1.0f / (1.0f + std::exp(-1.702f * z));
}

/// Takes the mean tint away, so that the stroke as a whole keeps its paint's colour.
void centre_tints(std::vector<Track>& tracks) {
    Rgb sum{};
    for (const Track& track : tracks)
        sum = sum + track.tint;
    const Rgb mean = sum * (1.0f / static_cast<float>(tracks.size()));
    for (Track& track : tracks)
        track.tint = track.tint - mean;
}

/// How much of the paint it crosses a brush of this width drags along: a narrow one makes accents, which are
/// to stay clean.
float mixing_of(const Brush& brush, float width) {
    return brush.mixing * smooth_step((width - 1.5f) / 6.0f);
}

/// A painter wipes a brush that has run into paint of quite another colour: the more it strays, the less of
/// it stays.
Rgb wiped(Rgb stray) {
    const float most = std::max({std::fabs(stray.r), std::fabs(stray.g), std::fabs(stray.b)});
    return stray * (1.0f / (1.0f + 6.0f * most));
}

/// Dark paint shows its streaks less than light paint, but not in proportion.
float spread_of(const Brush& brush, Rgb colour) {
    const float grey = 0.3f * colour.r + 0.59f * colour.g + 0.11f * colour.b;
    return brush.colour_spread * (0.25f + 0.75f * grey);
}

}  // namespace

float liveliness(const Stroke& stroke) {
    const float width = 0.5f * (stroke.width_start + stroke.width_end);
    return 1.0f - stroke.softness * (0.30f + 0.30f * smooth_step((width - 2.0f) / 16.0f));
}

BristleTracks::BristleTracks(const Footprint& footprint, const Brush& brush, const Stroke& stroke,
                             const PickUp& pickup, float pixel_mm) {
    widest_half_ = footprint.widest_half();
    bristles_ = std::clamp(static_cast<int>(std::lround(2.0f * widest_half_ / brush.bristle_width)) + 1, 3,
                           most_bristles);
    const float reach = footprint.length() + 2.0f * widest_half_;
    steps_ = std::clamp(static_cast<int>(std::ceil(reach / step_mm)) + 1, 2, most_steps);
    steps_per_mm_ = static_cast<float>(steps_ - 1) / reach;
    bristles_per_across_ = 0.5f * static_cast<float>(bristles_ - 1);

    const float spacing = 2.0f * widest_half_ / static_cast<float>(bristles_ - 1);
    const float fine = resolved_share(spacing, pixel_mm);
    const float clumped = resolved_share(spacing * clump_bristles, pixel_mm);
    contrast_ = 0.5f * (fine + clumped);
    const Noise noise = noise_of(brush, stroke.seed, fine, clumped);

    const float lively = liveliness(stroke);
    const float spread = spread_of(brush, stroke.paint.colour);
    const float mixing = mixing_of(brush, 2.0f * footprint.half_width(0.5f));
    cells_.resize(noise.load.size());
    for (size_t k = 0; k < cells_.size(); ++k) {
        const size_t bristle = k % static_cast<size_t>(bristles_);
        const size_t step = k / static_cast<size_t>(bristles_);
        const float across = static_cast<float>(bristle) / bristles_per_across_ - 1.0f;
        const float along = static_cast<float>(step) / steps_per_mm_ - widest_half_;
        const float rank = uniform_from_normal(noise.load[k]);
        const float light = spread * (0.22f * lively * contrast_ * noise.load[k] + 0.20f * noise.swathe[k]);
        const float warm = spread * 0.15f * noise.warmth[k];
        const Rgb dragged = wiped(pickup.at(across, along / (footprint.length() + 1e-3f)));
        cells_[k].body = 1.0f + 0.22f * lively * noise.swathe[k];
        cells_[k].load = 0.5f + contrast_ * (rank - 0.5f);
        cells_[k].tint =
            Rgb{light + warm, light, light - warm} + dragged * (mixing * (0.6f + 0.8f * (1.0f - rank)));
    }
    centre_tints(cells_);
}

BristleTracks::Noise BristleTracks::noise_of(const Brush& brush, uint64_t seed, float fine,
                                             float clumped) const {
    Noise noise;
    for (int step = 0; step < steps_; ++step)
        for (int b = 0; b < bristles_; ++b) {
            const float way = static_cast<float>(step) / (steps_per_mm_ * brush.streak_length);
            // The hand is never quite steady, so that tracks are not ruled lines.
            const float place = static_cast<float>(b) + 3.5f * track_noise(seed ^ 0x57, 0, way * 1.7f);
            // Here the brush is pressed and every bristle draws its line, there it glides and they join.
            const float pressed =
                smooth_step(1.8f * grouped_noise(seed ^ 0x56, place, 8.0f, way * 2.1f) - 0.45f);
            const float own = (grouped_noise(seed ^ 0x51, place, 1.0f, way * 1.9f) - 0.5f) * fine;
            const float clump =
                (grouped_noise(seed ^ 0x52, place, clump_bristles, way * 1.3f) - 0.5f) * clumped;
            noise.load.push_back((0.8f * own + 0.55f * clump) * (0.15f + pressed));
            noise.swathe.push_back(grouped_noise(seed ^ 0x53, place, swathe_bristles, way * 0.6f));
            noise.warmth.push_back(grouped_noise(seed ^ 0x55, place, clump_bristles, way * 0.6f));
        }
    standardise(noise.load);
    standardise(noise.swathe);
    standardise(noise.warmth);
    return noise;
}

Track BristleTracks::at(float across, float half, float along) const {
    const float splay = widest_half_ + closing_up * (half - widest_half_);
    const float x =
        std::clamp((across / splay + 1.0f) * bristles_per_across_, 0.0f, static_cast<float>(bristles_ - 1));
    const float y = std::clamp((along + widest_half_) * steps_per_mm_, 0.0f, static_cast<float>(steps_ - 1));
    const int i = std::min(static_cast<int>(x), bristles_ - 2);
    const int j = std::min(static_cast<int>(y), steps_ - 2);
    const float tx = x - static_cast<float>(i), ty = y - static_cast<float>(j);
    const Track before = cell(i, j) * (1.0f - tx) + cell(i + 1, j) * tx;
    const Track after = cell(i, j + 1) * (1.0f - tx) + cell(i + 1, j + 1) * tx;
    return before * (1.0f - ty) + after * ty;
}

}  // namespace allaprima
