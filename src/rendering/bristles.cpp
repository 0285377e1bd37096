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

constexpr int kMostBristles = 600;
constexpr int kMostTrackSteps = 200;
constexpr float kTrackStepMm = 2.5f;
constexpr float kClumpBristles = 3.6f;
constexpr float kSwatheBristles = 11.0f;
constexpr float kRibbonBristles = 5.5f;

/// Value noise of neighbouring bristles that stick together in groups: plane_noise() at one place along the
/// way after another. All bristles of a group lie between the same two rows of it, and each row is worked out
/// once.
class NoiseAcross {
  public:
    NoiseAcross(uint64_t seed, float width) : seed_(seed), width_(width) {}

    /// @param first, last places of the outermost bristles.
    void move_to(float along, float first, float last) {
        first_row_ = cell_of(first / width_);
        rows_.clear();
        for (int row = first_row_; row <= cell_of(last / width_) + 1; ++row)
            rows_.push_back(track_noise(seed_, row, along));
    }

    /// 0 to 1.
    float at(float place) const {
        const float y = place / width_;
        const int row = cell_of(y);
        const float* a = &rows_[static_cast<size_t>(row - first_row_)];
        return joined_smoothly(a[0], a[1], y - static_cast<float>(row));
    }

  private:
    uint64_t seed_;
    float width_;
    int first_row_ = 0;
    std::vector<float> rows_;
};

/// Shifts and scales a quality to mean 0 and standard deviation 1; all alike become 0.
void standardise(std::vector<Track>& tracks, float Track::*quality) {
    double sum = 0.0, squares = 0.0;
    for (const Track& track : tracks) {
        const float v = track.*quality;
        sum += v;
        squares += static_cast<double>(v) * v;
    }
    const double count = static_cast<double>(tracks.size());
    const double mean = sum / count;
    const double deviation = std::sqrt(std::max(0.0, squares / count - mean * mean));
    const auto scale = static_cast<float>(deviation > 1e-6 ? 1.0 / deviation : 0.0);
    for (Track& track : tracks)
        track.*quality = (track.*quality - static_cast<float>(mean)) * scale;
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

/// Noise over a stroke's bristles and steps, each quality of mean 0 and deviation 1: `load`; `body`, of
/// swathes; `light`, of ribbons; `warm`.
///
/// @param fine, clumped how much of a single bristle and of a clump the pixels resolve.
std::vector<Track> noise_of(const BristleTracks& tracks, const Brush& brush, uint64_t seed, float fine,
                            float clumped) {
    NoiseAcross pressing(seed ^ 0x56, 8.0f), own(seed ^ 0x51, 1.0f), clump(seed ^ 0x52, kClumpBristles),
        swathe(seed ^ 0x53, kSwatheBristles), warmth(seed ^ 0x55, kSwatheBristles),
        ribbon(seed ^ 0x58, kRibbonBristles);
    std::vector<Track> noise;
    noise.reserve(static_cast<size_t>(tracks.steps) * static_cast<size_t>(tracks.bristles));
    for (int step = 0; step < tracks.steps; ++step) {
        const float way = static_cast<float>(step) / (tracks.steps_per_mm * brush.streak_length);
        // The hand is never quite steady, so that tracks are not ruled lines.
        const float first = 3.5f * track_noise(seed ^ 0x57, 0, way * 1.7f);
        const float last = static_cast<float>(tracks.bristles - 1) + first;
        pressing.move_to(way * 2.1f, first, last);
        own.move_to(way * 1.9f, first, last);
        clump.move_to(way * 1.3f, first, last);
        swathe.move_to(way * 0.6f, first, last);
        warmth.move_to(way * 0.5f, first, last);
        ribbon.move_to(way * 0.45f, first, last);
        for (int b = 0; b < tracks.bristles; ++b) {
            const float place = static_cast<float>(b) + first;
            // Here the brush is pressed and every bristle draws its line, there it glides and they join.
            const float pressed = smooth_step(1.8f * pressing.at(place) - 0.45f);
            const float loaded =
                0.8f * ((own.at(place) - 0.5f) * fine) + 0.55f * ((clump.at(place) - 0.5f) * clumped);
            noise.push_back({.load = loaded * (0.45f + pressed),
                             .body = swathe.at(place),
                             .light = ribbon.at(place),
                             .warm = warmth.at(place)});
        }
    }
    for (float Track::*quality : {&Track::load, &Track::body, &Track::light, &Track::warm})
        standardise(noise, quality);
    return noise;
}

}  // namespace

float liveliness(const Stroke& stroke) {
    const float width = 0.5f * (stroke.width_start + stroke.width_end);
    return 1.0f - stroke.softness * (0.20f + 0.20f * smooth_step((width - 2.0f) / 16.0f));
}

TrackTable track_table(float widest, float way, float bristle_width, float detail) {
    const float reach = way + 2.0f * widest;
    const TrackTable whole{
        std::clamp(static_cast<int>(std::lround(2.0f * widest / bristle_width)) + 1, 3, kMostBristles),
        std::clamp(static_cast<int>(std::ceil(reach / kTrackStepMm)) + 1, 2, kMostTrackSteps)};
    if (detail >= 1.0f)
        return whole;
    const float along = std::sqrt(detail);
    return {std::max(3, static_cast<int>(static_cast<float>(whole.bristles) * along)),
            std::max(2, static_cast<int>(static_cast<float>(whole.steps) * along))};
}

BristleTracks::BristleTracks(const Footprint& footprint, const Brush& brush, const Stroke& stroke,
                             float pixel_mm, float detail)
    : before(footprint.widest_half()), widest(footprint.widest_half()), splay(brush.splay) {
    const TrackTable table = track_table(widest, footprint.length(), brush.bristle_width, detail);
    bristles = table.bristles;
    steps = table.steps;
    steps_per_mm = static_cast<float>(steps - 1) / (footprint.length() + 2.0f * before);
    bristles_per_across = 0.5f * static_cast<float>(bristles - 1);

    const float spacing = 2.0f * widest / static_cast<float>(bristles - 1);
    const float fine = resolved_share(spacing, pixel_mm);
    const float clumped = resolved_share(spacing * kClumpBristles, pixel_mm);
    contrast = 0.5f * (fine + clumped);
    cells = noise_of(*this, brush, stroke.seed, fine, clumped);

    const float lively = liveliness(stroke);
    const float spread = spread_of(brush, stroke.paint.colour);
    for (Track& track : cells) {
        const Track noise = track;
        const float ribbon = contrast * unmixed(noise.light);
        track.load = 0.5f + contrast * (uniform_from_normal(noise.load) - 0.5f);
        track.body = 1.0f + 0.22f * lively * noise.body;
        track.light = spread * (0.10f * lively * contrast * noise.load + 0.12f * noise.body + 0.40f * ribbon);
        track.warm = spread * (0.09f * noise.warm + 0.40f * ribbon);
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
