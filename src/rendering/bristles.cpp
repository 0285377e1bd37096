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
constexpr int kMostTrackSteps = 200;
constexpr float kTrackStepMm = 2.5f;
constexpr float clump_bristles = 3.6f;
constexpr float swathe_bristles = 11.0f;
constexpr float ribbon_bristles = 5.5f;
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

/// Takes the mean away, so that the stroke as a whole keeps its paint's colour.
void centre(std::vector<Track>& tracks, float Track::*quality) {
    double sum = 0.0;
    for (const Track& track : tracks)
        sum += track.*quality;
    const auto mean = static_cast<float>(sum / static_cast<double>(tracks.size()));
    for (Track& track : tracks)
        track.*quality -= mean;
}

/// Dark paint shows its streaks less than light paint, but not in proportion.
float spread_of(const Brush& brush, Rgb colour) {
    const float grey = 0.3f * colour.r + 0.59f * colour.g + 0.11f * colour.b;
    return brush.colour_spread * (0.25f + 0.75f * grey);
}

/// Nothing for most bristles; a few carry a ribbon of paint that the knife did not mix in.
float unmixed(float z) {
    constexpr float kOrdinary = 0.9f;
    return std::copysign(std::max(0.0f, std::fabs(z) - kOrdinary), z);
}

/// Fields of noise over a stroke's bristles and steps, each of mean 0 and deviation 1.
struct Noise {
    std::vector<float> load, swathe, warmth, ribbon;
};

/// @param fine, clumped how much of a single bristle and of a clump the pixels resolve.
Noise noise_of(const BristleTracks& tracks, const Brush& brush, uint64_t seed, float fine, float clumped) {
    Noise noise;
    for (int step = 0; step < tracks.steps; ++step)
        for (int b = 0; b < tracks.bristles; ++b) {
            const float way = static_cast<float>(step) / (tracks.steps_per_mm * brush.streak_length);
            // The hand is never quite steady, so that tracks are not ruled lines.
            const float place = static_cast<float>(b) + 3.5f * track_noise(seed ^ 0x57, 0, way * 1.7f);
            // Here the brush is pressed and every bristle draws its line, there it glides and they join.
            const float pressed =
                smooth_step(1.8f * grouped_noise(seed ^ 0x56, place, 8.0f, way * 2.1f) - 0.45f);
            const float own = (grouped_noise(seed ^ 0x51, place, 1.0f, way * 1.9f) - 0.5f) * fine;
            const float clump =
                (grouped_noise(seed ^ 0x52, place, clump_bristles, way * 1.3f) - 0.5f) * clumped;
            noise.load.push_back((0.8f * own + 0.55f * clump) * (0.45f + pressed));
            noise.swathe.push_back(grouped_noise(seed ^ 0x53, place, swathe_bristles, way * 0.6f));
            noise.warmth.push_back(grouped_noise(seed ^ 0x55, place, swathe_bristles, way * 0.5f));
            noise.ribbon.push_back(grouped_noise(seed ^ 0x58, place, ribbon_bristles, way * 0.45f));
        }
    standardise(noise.load);
    standardise(noise.swathe);
    standardise(noise.warmth);
    standardise(noise.ribbon);
    return noise;
}

}  // namespace

float liveliness(const Stroke& stroke) {
    const float width = 0.5f * (stroke.width_start + stroke.width_end);
    return 1.0f - stroke.softness * (0.20f + 0.20f * smooth_step((width - 2.0f) / 16.0f));
}

BristleTracks::BristleTracks(const Footprint& footprint, const Brush& brush, const Stroke& stroke,
                             float pixel_mm)
    : before(footprint.widest_half()), widest(footprint.widest_half()), splay(brush.splay) {
    bristles =
        std::clamp(static_cast<int>(std::lround(2.0f * widest / brush.bristle_width)) + 1, 3, most_bristles);
    const float reach = footprint.length() + 2.0f * before;
    steps = std::clamp(static_cast<int>(std::ceil(reach / kTrackStepMm)) + 1, 2, kMostTrackSteps);
    steps_per_mm = static_cast<float>(steps - 1) / reach;
    bristles_per_across = 0.5f * static_cast<float>(bristles - 1);

    const float spacing = 2.0f * widest / static_cast<float>(bristles - 1);
    const float fine = resolved_share(spacing, pixel_mm);
    const float clumped = resolved_share(spacing * clump_bristles, pixel_mm);
    contrast = 0.5f * (fine + clumped);
    const Noise noise = noise_of(*this, brush, stroke.seed, fine, clumped);

    const float lively = liveliness(stroke);
    const float spread = spread_of(brush, stroke.paint.colour);
    cells.resize(noise.load.size());
    for (size_t k = 0; k < cells.size(); ++k) {
        cells[k].load = 0.5f + contrast * (uniform_from_normal(noise.load[k]) - 0.5f);
        cells[k].body = 1.0f + 0.22f * lively * noise.swathe[k];
        const float ribbon = contrast * unmixed(noise.ribbon[k]);
        cells[k].light =
            spread * (0.10f * lively * contrast * noise.load[k] + 0.12f * noise.swathe[k] + 0.40f * ribbon);
        cells[k].warm = spread * (0.09f * noise.warmth[k] + 0.40f * ribbon);
    }
    centre(cells, &Track::light);
    centre(cells, &Track::warm);
}

Track BristleTracks::at(float across, float half, float along) const {
    const float closed = widest + (1.0f - splay) * (half - widest);
    const float x =
        std::clamp((across / closed + 1.0f) * bristles_per_across, 0.0f, static_cast<float>(bristles - 1));
    const float y = std::clamp((along + before) * steps_per_mm, 0.0f, static_cast<float>(steps - 1));
    const int i = std::min(static_cast<int>(x), bristles - 2);
    const int j = std::min(static_cast<int>(y), steps - 2);
    const float tx = x - static_cast<float>(i), ty = y - static_cast<float>(j);
    const Track* corner = cells.data() + static_cast<size_t>(j) * static_cast<size_t>(bristles) + i;
    auto between = [&](float Track::*quality) {
        const float near = corner[0].*quality + (corner[1].*quality - corner[0].*quality) * tx;
        const Track* far = corner + bristles;
        const float next = far[0].*quality + (far[1].*quality - far[0].*quality) * tx;
        return near + (next - near) * ty;
    };
    return {between(&Track::load), between(&Track::body), between(&Track::light), between(&Track::warm)};
}

}  // namespace allaprima
