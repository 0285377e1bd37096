// How a film of the making is cut. Shown at an even pace a painting is dull twice: the few broad strokes that
// make the picture are gone before one has seen them, and the many small ones go on for ever. So a stroke
// takes time with the square root of the ground it covers, the whole begins and ends slowly, and the
// signature is written at the pace of a hand.
#include "film/making_frames.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace allaprima {
namespace {

constexpr double kStartHold = 0.6, kEndHold = 2.0;             // seconds, but no more
constexpr double kStartHoldShare = 0.06, kEndHoldShare = 0.2;  // than so much of the film
constexpr double kSlowEnds = 0.6;  // how far the pace follows a smooth step; the rest is even
constexpr double kSignatureSeconds = 1.2, kMostSignature = 0.2;  // and of the painting time at most
/// The pass that is written last, as the planner names it.
constexpr const char* kSignature = "signature";

/// Which frames hold still, and which paint.
struct Cut {
    size_t frames, first, end;  ///< `first` is the first frame on which strokes are laid, on `end` all are.

    /// The share of the painting that is over, from 0 to 1.
    double over(size_t frame) const {
        if (frame < first)
            return 0.0;
        return std::min(1.0, static_cast<double>(frame - first + 1) / static_cast<double>(end - first + 1));
    }
};

Cut cut_of(const FilmSettings& film, int fps) {
    const auto frames_in = [&](double seconds) {
        return std::max<size_t>(1, static_cast<size_t>(std::lround(seconds * fps)));
    };
    const size_t all = std::max<size_t>(2, frames_in(film.seconds));
    const size_t start = frames_in(std::min(kStartHold, kStartHoldShare * film.seconds));
    const size_t end = frames_in(std::min(kEndHold, kEndHoldShare * film.seconds));
    return {all, start, all - end};
}

double smooth(double t) {
    t = std::clamp(t, 0.0, 1.0);
    return t * t * (3.0 - 2.0 * t);
}

/// How long the eye wants for a stroke: the ground that it covers to the power of two thirds.
double time_for(const Stroke& stroke) {
    const float width = 0.5f * (stroke.width_start + stroke.width_end);
    const auto& [a, b, c] = stroke.path.points;
    const float way = 0.5f * (length(b - a) + length(c - b) + length(c - a));
    const double ground = static_cast<double>(width) * static_cast<double>(way + width);
    return std::cbrt(ground * ground);
}

size_t signature_begins(const Plan& plan) {
    const bool signed_last = !plan.passes.empty() && plan.passes.back().name == kSignature;
    return plan.strokes.size() - (signed_last ? static_cast<size_t>(plan.passes.back().strokes) : 0);
}

/// When each stroke is complete, as a share of the painting time.
std::vector<double> eased_times(const Plan& plan, double seconds) {
    std::vector<double> times(plan.strokes.size());
    std::ranges::transform(plan.strokes, times.begin(), time_for);
    const size_t begins = signature_begins(plan);
    const auto signature = times.begin() + static_cast<long>(begins);
    const double painted = std::accumulate(times.begin(), signature, 0.0);
    const double written = std::accumulate(signature, times.end(), 0.0);
    if (painted > 0.0 && written > 0.0) {
        const double share = std::min(kSignatureSeconds / seconds, kMostSignature);
        for (auto time = signature; time != times.end(); ++time)
            *time *= share / (1.0 - share) * painted / written;
    }
    std::partial_sum(times.begin(), times.end(), times.begin());
    const double all = times.empty() ? 1.0 : times.back();
    for (double& time : times)
        time /= all;
    return times;
}

std::vector<double> even_times(size_t count) {
    std::vector<double> times(count);
    for (size_t i = 0; i < count; ++i)
        times[i] = static_cast<double>(i + 1) / static_cast<double>(count);
    return times;
}

void share_out(const Plan& plan, const FilmSettings& film, const Cut& cut, std::vector<MakingFrame>& frames) {
    const double seconds =
        film.seconds * static_cast<double>(cut.end - cut.first + 1) / static_cast<double>(cut.frames);
    const bool eased = film.easing == FilmEasing::Ease;
    const std::vector<double> times = eased ? eased_times(plan, seconds) : even_times(plan.strokes.size());
    for (size_t frame = 0; frame < cut.frames; ++frame) {
        const double over = cut.over(frame);
        const double pace = eased ? std::lerp(over, smooth(over), kSlowEnds) : over;
        const auto laid = std::ranges::upper_bound(times, pace) - times.begin();
        frames[frame].strokes = over >= 1.0 ? times.size() : static_cast<size_t>(laid);
    }
}

// The camera.

constexpr double kGoesIn = 0.08, kIsIn = 0.35, kGoesOut = 0.93;  // of the painting time
constexpr double kHeldWhole = 0.4;                  // of the end's hold, when the camera has come to rest
constexpr double kLooksAround = 0.8, kHeavy = 0.5;  // seconds of a Gaussian: what it follows, and its weight

/// A weighted mean over the frames around each, by a Gaussian in time.
std::vector<Vec2> means_around(const std::vector<Vec2>& points, const std::vector<double>& weights,
                               double sigma) {
    const auto reach = static_cast<long>(std::ceil(3.0 * sigma));
    const auto count = static_cast<long>(points.size());
    std::vector<Vec2> means(points.size());
    for (long i = 0; i < count; ++i) {
        double x = 0.0, y = 0.0, sum = 0.0;
        for (long k = std::max(0L, i - reach); k <= std::min(count - 1, i + reach); ++k) {
            const double way = static_cast<double>(k - i) / sigma;
            const double weight = std::exp(-0.5 * way * way) * weights[static_cast<size_t>(k)];
            x += weight * static_cast<double>(points[static_cast<size_t>(k)].x);
            y += weight * static_cast<double>(points[static_cast<size_t>(k)].y);
            sum += weight;
        }
        means[static_cast<size_t>(i)] = {static_cast<float>(x / sum), static_cast<float>(y / sum)};
    }
    return means;
}

/// Where on the picture strokes are being laid at each frame, about, where the nearest view can be.
std::vector<Vec2> places_of_work(const Plan& plan, const std::vector<MakingFrame>& frames, int fps) {
    // A little weight on the middle, for frames in which nothing happens.
    std::vector<Vec2> places(frames.size(), Vec2{0.5f, 0.5f});
    std::vector<double> weights(frames.size(), 1e-3);
    constexpr auto kLow = static_cast<float>(kClosestShare / 2.0), kHigh = 1.0f - kLow;
    for (size_t frame = 1; frame < frames.size(); ++frame) {
        const size_t from = frames[frame - 1].strokes, to = frames[frame].strokes;
        Vec2 sum{};
        for (size_t i = from; i < to; ++i) {
            const Vec2 middle = plan.strokes[i].path.at(0.5f);
            sum = sum + Vec2{std::clamp(middle.x / plan.width_mm, kLow, kHigh),
                             std::clamp(middle.y / plan.height_mm, kLow, kHigh)};
        }
        if (to > from) {
            places[frame] = sum * (1.0f / static_cast<float>(to - from));
            weights[frame] = static_cast<double>(to - from);
        }
    }
    const std::vector<double> alike(frames.size(), 1.0);
    return means_around(means_around(places, weights, kLooksAround * fps), alike, kHeavy * fps);
}

void move_close(const Plan& plan, const Cut& cut, int fps, std::vector<MakingFrame>& frames) {
    const std::vector<Vec2> places = places_of_work(plan, frames, fps);
    const double painting = static_cast<double>(cut.end - cut.first);
    const double held = static_cast<double>(cut.frames - 1 - cut.end);
    for (size_t frame = 0; frame < cut.frames; ++frame) {
        const double at = static_cast<double>(frame) - static_cast<double>(cut.first);
        const double leaves = kGoesOut * painting, is_out = painting + (1.0 - kHeldWhole) * held;
        const double in = smooth((at / std::max(painting, 1.0) - kGoesIn) / (kIsIn - kGoesIn));
        const double out = smooth((at - leaves) / std::max(is_out - leaves, 1.0));
        const double near = frame + 1 == cut.frames ? 0.0 : in * (1.0 - out);
        // The middle goes with the nearness, so that no view reaches outside.
        frames[frame].view = {0.5 + near * (static_cast<double>(places[frame].x) - 0.5),
                              0.5 + near * (static_cast<double>(places[frame].y) - 0.5),
                              1.0 - near * (1.0 - kClosestShare)};
    }
}

}  // namespace

std::vector<MakingFrame> making_frames(const Plan& plan, const FilmSettings& film, int fps) {
    const Cut cut = cut_of(film, fps);
    std::vector<MakingFrame> frames(cut.frames);
    share_out(plan, film, cut, frames);
    if (film.camera == FilmCamera::Close)
        move_close(plan, cut, fps, frames);
    return frames;
}

}  // namespace allaprima
