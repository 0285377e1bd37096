#include "pigment/recipe_book.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/check.h"
#include "image/colour.h"

namespace allaprima {
namespace {

/// Ratios at which the tubes of a sample are mixed, before their strengths are evened out.
constexpr float kPairRatios[] = {1.0f / 27.0f, 1.0f / 9.0f, 1.0f / 3.0f, 1.0f, 3.0f, 9.0f, 27.0f};
constexpr std::array<float, 3> kTripleRatios[] = {{1, 1, 1},  {4, 1, 1},  {1, 4, 1},  {1, 1, 4},  {4, 4, 1},
                                                  {4, 1, 4},  {1, 4, 4},  {16, 4, 1}, {16, 1, 4}, {4, 16, 1},
                                                  {1, 16, 4}, {4, 1, 16}, {1, 4, 16}};
constexpr size_t kRefined = 3;         // samples from which the search goes on
constexpr size_t kTried = 3;           // tubes that may join, before it is given up
constexpr float kFewerTubes = 0.1f;    // ΔE00 that one tube less is worth
constexpr float kTrace = 1e-3f;        // of a mixture's look: less of a tube is left out
constexpr float kNeutral = 10.0f;      // chroma below which black and white are tried, too
constexpr float kUndertone = 0.1f;     // ΔE00 that a unit of chroma too much is worth, when it is laid thin
constexpr float kTint = 4.0f;          // white in a tint, as a multiple of the look of the rest
constexpr float kTintedChroma = 3.0f;  // that a tint may have beyond what was wanted
constexpr float kAdded = 0.05f;        // of a mixture's look: what a tube that joins it makes, to begin with

float squared_distance(Lab a, Lab b) {
    const float l = a.lightness - b.lightness, x = a.a - b.a, y = a.b - b.b;
    return l * l + x * x + y * y;
}

/// K + S as the eye weighs the bands.
float strength_of(const Pigment& pigment) {
    const Spectrum& seen = observer_weights(Illuminant::D65)[1];
    float sum = 0.0f;
    for (size_t band = 0; band < kBands; ++band)
        sum += seen[band] * (pigment.absorption[band] + pigment.scattering[band]);
    return sum;
}

/// Less is blacker: what is dark and has little colour.
float blackness(Lab lab) {
    return lab.lightness + 0.5f * std::hypot(lab.a, lab.b);
}

}  // namespace

RecipeBook::RecipeBook(const Palette& palette) : palette_(palette) {
    ALLAPRIMA_CHECK(!palette.plain() && palette.tubes.size() <= kMostTubes);
    for (const Pigment& tube : palette.tubes)
        strengths_.push_back(strength_of(tube));
    sample_all();

    // Only now is it known what counts as white and black; samples were measured against neither.
    float darkest = 1e30f;
    exposure_.white = 0.0f;
    float blackest = 1e30f;
    for (const Sample& sample : samples_) {
        const Xyz xyz = seen(sample.parts);
        const float darkness = blackness(lab_of(xyz, kWhiteD65));
        if (sample.parts.count == 1 && xyz.y > exposure_.white) {
            whitest_ = sample.parts.tubes[0];
            exposure_.white = xyz.y;
        }
        if (sample.parts.count == 1 && darkness < blackest) {
            blackest_ = sample.parts.tubes[0];
            blackest = darkness;
        }
        if (darkness < darkest) {
            darkest = darkness;
            exposure_.black = xyz.y;
        }
    }
    // A single tube, or several of one grey, leave the eye nothing to compare.
    if (exposure_.white - exposure_.black < 0.05f)
        exposure_ = {};
    for (Sample& sample : samples_)
        sample.lab = lab_of_parts(sample.parts);
}

Xyz RecipeBook::seen(const Parts& parts) const {
    Medium medium;
    float whole = 0.0f;
    for (int i = 0; i < parts.count; ++i)
        whole += parts.amounts[static_cast<size_t>(i)];
    for (int i = 0; i < parts.count; ++i) {
        const Pigment& tube = palette_.tubes[static_cast<size_t>(parts.tubes[static_cast<size_t>(i)])];
        const float share = parts.amounts[static_cast<size_t>(i)] / whole;
        for (size_t band = 0; band < kBands; ++band) {
            medium.absorption[band] += share * tube.absorption[band];
            medium.scattering[band] += share * tube.scattering[band];
        }
    }
    return seen_under(masstone(medium), Illuminant::D65);
}

Lab RecipeBook::lab_of_parts(const Parts& parts) const {
    return lab_of(xyz_from_linear_srgb(exposure_.shown(seen(parts))), kWhiteD65);
}

void RecipeBook::add_sample(std::span<const int> tubes, std::span<const float> ratios) {
    Sample sample;
    for (size_t i = 0; i < tubes.size(); ++i) {
        sample.parts.tubes[i] = tubes[i];
        sample.parts.amounts[i] = ratios[i] / strengths_[static_cast<size_t>(tubes[i])];
    }
    sample.parts.count = static_cast<int>(tubes.size());
    samples_.push_back(sample);
}

void RecipeBook::sample_all() {
    const int count = static_cast<int>(palette_.tubes.size());
    for (int i = 0; i < count; ++i) {
        add_sample(std::array{i}, std::array{1.0f});
        for (int j = i + 1; j < count; ++j) {
            for (float ratio : kPairRatios)
                add_sample(std::array{i, j}, std::array{ratio, 1.0f});
            for (int k = j + 1; k < count; ++k)
                for (const auto& ratios : kTripleRatios)
                    add_sample(std::array{i, j, k}, ratios);
        }
    }
}

std::vector<const RecipeBook::Sample*> RecipeBook::nearest_samples(Lab wanted) const {
    struct Found {
        const Sample* sample;
        float distance;
    };
    // The nearest of every set of tubes would be too many; no set is taken twice.
    std::vector<Found> best;
    for (const Sample& sample : samples_) {
        const float distance = squared_distance(sample.lab, wanted);
        if (best.size() == kRefined && distance >= best.back().distance)
            continue;
        const auto same = std::ranges::find_if(best, [&](const Found& found) {
            return found.sample->parts.count == sample.parts.count &&
                   found.sample->parts.tubes == sample.parts.tubes;
        });
        if (same != best.end()) {
            if (distance >= same->distance)
                continue;
            best.erase(same);
        } else if (best.size() == kRefined) {
            best.pop_back();
        }
        const auto place = std::ranges::upper_bound(best, distance, {}, &Found::distance);
        best.insert(place, {&sample, distance});
    }
    std::vector<const Sample*> samples;
    samples.reserve(best.size());
    for (const Found& found : best)
        samples.push_back(found.sample);
    return samples;
}

RecipeBook::Parts RecipeBook::refined(Parts parts, Lab wanted) const {
    constexpr int kSteps = 12, kTrials = 4;
    constexpr float kDifference = 1e-2f, kEnough = 1e-3f;
    auto scaled = [](Parts p, int i, float log_step) {
        p.amounts[static_cast<size_t>(i)] *= std::exp(log_step);
        return p;
    };
    // The fourth is always 0: vectors of four stay aligned.
    auto from_to = [](Lab a, Lab b) {
        return Eigen::Vector4f(b.lightness - a.lightness, b.a - a.a, b.b - a.b, 0.0f);
    };
    using Slopes = Eigen::Matrix<float, 4, Eigen::Dynamic, 0, 4, kMostParts>;
    using Square = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, 0, kMostParts, kMostParts>;
    using Column = Eigen::Matrix<float, Eigen::Dynamic, 1, 0, kMostParts, 1>;

    // Least squares over the logarithms of the amounts, so that none can turn negative.
    float damping = 1.0f;
    Lab now = lab_of_parts(parts);
    for (int step = 0; step < kSteps && squared_distance(now, wanted) > kEnough; ++step) {
        Slopes slopes(4, parts.count);
        for (int i = 0; i < parts.count; ++i)
            slopes.col(i) = from_to(now, lab_of_parts(scaled(parts, i, kDifference))) / kDifference;
        const Column downhill = slopes.transpose() * from_to(now, wanted);
        bool better = false;
        for (int trial = 0; trial < kTrials && !better; ++trial) {
            Square curvature = slopes.transpose() * slopes;
            curvature.diagonal().array() += damping;
            const Column move = curvature.ldlt().solve(downhill);
            Parts next = parts;
            for (int i = 0; i < parts.count; ++i)
                next = scaled(next, i, std::clamp(move[i], -2.0f, 2.0f));
            const Lab then = lab_of_parts(next);
            better = squared_distance(then, wanted) < squared_distance(now, wanted);
            damping *= better ? 0.2f : 6.0f;
            if (better) {
                parts = next;
                now = then;
            }
        }
        if (!better)
            break;
    }
    return parts;
}

RecipeBook::Parts RecipeBook::without_traces(const Parts& parts) const {
    auto look_of = [&](size_t i) {
        return parts.amounts[i] * strengths_[static_cast<size_t>(parts.tubes[i])];
    };
    const auto count = static_cast<size_t>(parts.count);
    float look = 0.0f;
    for (size_t i = 0; i < count; ++i)
        look += look_of(i);
    Parts kept;
    for (size_t i = 0; i < count; ++i)
        if (look_of(i) >= kTrace * look) {
            kept.tubes[static_cast<size_t>(kept.count)] = parts.tubes[i];
            kept.amounts[static_cast<size_t>(kept.count++)] = parts.amounts[i];
        }
    return kept;
}

Recipe RecipeBook::recipe_of(const Parts& parts, Lab wanted) const {
    Recipe recipe;
    float whole = 0.0f;
    for (size_t i = 0; i < static_cast<size_t>(parts.count); ++i)
        whole += parts.amounts[i];
    for (size_t i = 0; i < static_cast<size_t>(parts.count); ++i)
        recipe.shares[static_cast<size_t>(parts.tubes[i])] = parts.amounts[i] / whole;
    recipe.colour = shown(recipe.shares);
    recipe.miss = static_cast<float>(delta_e_2000(wanted, lab_of_srgb(recipe.colour)));
    return recipe;
}

void RecipeBook::add(Parts& parts, int tube) const {
    const auto at = static_cast<size_t>(parts.count++);
    float look = 0.0f;
    for (size_t i = 0; i < at; ++i)
        look += parts.amounts[i] * strengths_[static_cast<size_t>(parts.tubes[i])];
    parts.tubes[at] = tube;
    parts.amounts[at] = kAdded * look / strengths_[static_cast<size_t>(tube)];
}

std::vector<int> RecipeBook::missing_tubes(const Parts& parts, Lab wanted) const {
    struct Lead {
        int tube;
        float gain;
    };
    std::vector<Lead> leads;
    const auto in_it = std::span(parts.tubes).first(static_cast<size_t>(parts.count));
    const Lab now = lab_of_parts(parts);
    for (int tube = 0; tube < static_cast<int>(palette_.tubes.size()); ++tube) {
        if (std::ranges::find(in_it, tube) != in_it.end())
            continue;
        Parts with = parts;
        add(with, tube);
        const Lab then = lab_of_parts(with);
        // How much of the error lies in the direction in which this tube leads.
        const float l = then.lightness - now.lightness, a = then.a - now.a, b = then.b - now.b;
        const float along =
            l * (wanted.lightness - now.lightness) + a * (wanted.a - now.a) + b * (wanted.b - now.b);
        if (along > 0.0f)
            leads.push_back({tube, along / std::sqrt(l * l + a * a + b * b + 1e-6f)});
    }
    std::ranges::stable_sort(leads, std::greater<>(), &Lead::gain);
    std::vector<int> tubes;
    for (size_t i = 0; i < std::min(leads.size(), kTried); ++i)
        tubes.push_back(leads[i].tube);
    return tubes;
}

RecipeBook::Parts RecipeBook::with_one_more(const Parts& parts, Lab wanted) const {
    constexpr float kWorthwhile = 0.8f;  // of the squared distance
    const float enough = kWorthwhile * squared_distance(lab_of_parts(parts), wanted);
    for (int tube : missing_tubes(parts, wanted)) {
        Parts more = parts;
        add(more, tube);
        more = refined(without_traces(refined(more, wanted)), wanted);
        if (squared_distance(lab_of_parts(more), wanted) < enough)
            return more;
    }
    return parts;
}

RecipeBook::Parts RecipeBook::matched(Parts parts, Lab wanted) const {
    constexpr float kMatch = 0.01f;  // squared distance
    parts = refined(parts, wanted);
    float left = squared_distance(lab_of_parts(parts), wanted);
    while (parts.count < kMostParts && left > kMatch) {
        parts = with_one_more(parts, wanted);
        const float now = squared_distance(lab_of_parts(parts), wanted);
        if (now >= left)
            break;
        left = now;
    }
    return parts;
}

RecipeBook::Parts RecipeBook::black_and_white() const {
    Parts parts;
    parts.tubes[0] = blackest_;
    parts.amounts[0] = 1.0f;
    parts.count = 1;
    if (whitest_ != blackest_)
        add(parts, whitest_);
    return parts;
}

float RecipeBook::undertone(Parts parts, Lab wanted) const {
    float look = 0.0f;
    for (size_t i = 0; i < static_cast<size_t>(parts.count); ++i)
        look += parts.amounts[i] * strengths_[static_cast<size_t>(parts.tubes[i])];
    const auto in_it = std::span(parts.tubes).first(static_cast<size_t>(parts.count));
    const auto white = static_cast<size_t>(std::ranges::find(in_it, whitest_) - in_it.begin());
    if (white == in_it.size()) {
        if (parts.count == kMostParts)
            return 0.0f;
        add(parts, whitest_);
    }
    parts.amounts[white] += kTint * look / strengths_[static_cast<size_t>(whitest_)];
    const Lab tint = lab_of_parts(parts);
    return std::max(0.0f, std::hypot(tint.a, tint.b) - std::hypot(wanted.a, wanted.b) - kTintedChroma);
}

Recipe RecipeBook::nearest(Rgb wanted) const {
    const Lab lab = lab_of_srgb(wanted);
    Recipe best;
    float least = 1e30f;
    auto weigh = [&](const Parts& parts) {
        const Recipe recipe = recipe_of(parts, lab);
        const float cost =
            recipe.miss + kFewerTubes * static_cast<float>(parts.count) + kUndertone * undertone(parts, lab);
        if (cost < least) {
            least = cost;
            best = recipe;
        }
    };
    for (const Sample* sample : nearest_samples(lab))
        weigh(matched(sample->parts, lab));
    if (std::hypot(lab.a, lab.b) < kNeutral)
        weigh(matched(black_and_white(), lab));
    return best;
}

Rgb RecipeBook::colour_of(const Shares& shares) const {
    return srgb_from_linear(
        exposure_.shown(seen_under(masstone(medium_of(palette_, shares)), Illuminant::D65)));
}

Rgb RecipeBook::shown(const Shares& shares) const {
    const Rgb colour = colour_of(shares);
    return {std::clamp(colour.r, 0.0f, 1.0f), std::clamp(colour.g, 0.0f, 1.0f),
            std::clamp(colour.b, 0.0f, 1.0f)};
}

}  // namespace allaprima
