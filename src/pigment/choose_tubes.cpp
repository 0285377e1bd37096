#include "pigment/choose_tubes.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/check.h"
#include "pigment/recipe_book.h"

namespace allaprima {
namespace {

constexpr int kCells = 12;  // of each axis of the colour grid

/// The mean squared miss of the wanted colours. Squares, because one colour that is quite wrong is worse than
/// many that are a little off.
double miss_of(const std::vector<Pigment>& tubes, std::span<const ColourShare> wanted) {
    const RecipeBook book({.name = {}, .tubes = tubes});
    double sum = 0.0, weight = 0.0;
    for (const ColourShare& colour : wanted) {
        const double miss = book.nearest(colour.colour).miss;
        sum += static_cast<double>(colour.weight) * miss * miss;
        weight += colour.weight;
    }
    return sum / std::max(weight, 1e-9);
}

float lightness_of(const Pigment& pigment) {
    const Spectrum seen = masstone({pigment.absorption, pigment.scattering});
    return lab_of(seen_under(seen, Illuminant::D65), kWhiteD65).lightness;
}

bool holds(const std::vector<Pigment>& tubes, const Pigment& pigment) {
    return std::ranges::find(tubes, pigment.name, &Pigment::name) != tubes.end();
}

/// The candidate whose joining leaves the least miss.
const Pigment* best_addition(const std::vector<Pigment>& tubes, std::span<const Pigment> candidates,
                             std::span<const ColourShare> wanted) {
    const Pigment* best = nullptr;
    double least = 1e300;
    for (const Pigment& candidate : candidates) {
        if (holds(tubes, candidate))
            continue;
        std::vector<Pigment> more = tubes;
        more.push_back(candidate);
        if (const double miss = miss_of(more, wanted); miss < least) {
            least = miss;
            best = &candidate;
        }
    }
    return best;
}

/// Exchanges one tube for one that is not there, if that helps; the first two stay.
bool exchange(std::vector<Pigment>& tubes, std::span<const Pigment> candidates,
              std::span<const ColourShare> wanted) {
    constexpr double kWorthwhile = 0.98;
    const double now = miss_of(tubes, wanted);
    for (size_t out = 2; out < tubes.size(); ++out) {
        std::vector<Pigment> rest = tubes;
        rest.erase(rest.begin() + static_cast<long>(out));
        const Pigment* in = best_addition(rest, candidates, wanted);
        if (!in || in->name == tubes[out].name)
            continue;
        rest.push_back(*in);
        if (miss_of(rest, wanted) < kWorthwhile * now) {
            tubes = std::move(rest);
            return true;
        }
    }
    return false;
}

}  // namespace

std::vector<ColourShare> main_colours(const Image<Rgb>& picture, int most) {
    struct Cell {
        Rgb sum;
        float count = 0.0f;
    };
    std::vector<Cell> cells(static_cast<size_t>(kCells) * kCells * kCells);
    auto step = [](float v) { return std::clamp(static_cast<int>(v * kCells), 0, kCells - 1); };
    for (const Rgb& pixel : picture.pixels()) {
        const int index = (step(pixel.r) * kCells + step(pixel.g)) * kCells + step(pixel.b);
        Cell& cell = cells[static_cast<size_t>(index)];
        cell.sum = cell.sum + pixel;
        cell.count += 1.0f;
    }
    std::vector<ColourShare> colours;
    for (const Cell& cell : cells)
        if (cell.count > 0.0f) {
            const Rgb mean = cell.sum * (1.0f / cell.count);
            const Lab lab = lab_of_srgb(mean);
            const float strong = 1.0f + std::hypot(lab.a, lab.b) / 40.0f;
            colours.push_back({mean, std::sqrt(cell.count) * strong});
        }
    std::ranges::stable_sort(colours, std::greater<>(), &ColourShare::weight);
    if (colours.size() > static_cast<size_t>(most))
        colours.resize(static_cast<size_t>(most));
    return colours;
}

std::vector<Pigment> choose_tubes(std::span<const Pigment> candidates, std::span<const ColourShare> wanted,
                                  int count) {
    ALLAPRIMA_CHECK(!candidates.empty() && !wanted.empty() && count >= 1);
    constexpr int kMostExchanges = 6;
    const auto [darkest, lightest] = std::ranges::minmax_element(candidates, {}, lightness_of);
    std::vector<Pigment> tubes{*lightest};
    if (count > 1 && darkest != lightest)
        tubes.push_back(*darkest);
    while (static_cast<int>(tubes.size()) < count) {
        const Pigment* next = best_addition(tubes, candidates, wanted);
        if (!next)
            break;
        tubes.push_back(*next);
    }
    for (int i = 0; i < kMostExchanges && exchange(tubes, candidates, wanted); ++i) {
    }
    return tubes;
}

}  // namespace allaprima
