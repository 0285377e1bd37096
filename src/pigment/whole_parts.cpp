#include "pigment/whole_parts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace allaprima {
namespace {

WholeParts rounded(const Shares& shares, int whole) {
    WholeParts parts{};
    for (size_t tube = 0; tube < parts.size(); ++tube)
        parts[tube] = static_cast<int>(std::lround(shares[tube] * static_cast<float>(whole)));
    return parts;
}

int sum_of(const WholeParts& parts) {
    return std::accumulate(parts.begin(), parts.end(), 0);
}

int count_of(const Shares& shares) {
    return static_cast<int>(std::ranges::count_if(shares, [](float share) { return share > 0.0f; }));
}

/// The mixture without the tube of which there is least in it.
Shares without_least(Shares shares) {
    float* least = nullptr;
    float whole = 0.0f;
    for (float& share : shares)
        if (share > 0.0f && (!least || share < *least))
            least = &share;
    *least = 0.0f;
    for (const float share : shares)
        whole += share;
    for (float& share : shares)
        share = whole > 0.0f ? share / whole : 0.0f;
    return shares;
}

/// How much trouble a heap is, in parts that are counted out: another tube is fetched as one counts five, and
/// a difference that is seen weighs heavier than any of that.
double trouble_of(const WholeParts& parts, double miss) {
    constexpr double kOfATube = 5.0, kOfADifference = 20.0;
    constexpr int kCounted = 24;  // beyond, most parts are of one tube, and one adds touches to a heap of it
    const auto tubes = std::ranges::count_if(parts, [](int part) { return part > 0; });
    return std::min(sum_of(parts), kCounted) + 0.2 * std::max(0, sum_of(parts) - kCounted) +
           kOfATube * static_cast<double>(tubes) +
           kOfADifference * std::max(0.0, miss - static_cast<double>(kHeapAlike));
}

}  // namespace

Shares shares_of(const WholeParts& parts) {
    Shares shares{};
    const auto whole = static_cast<float>(sum_of(parts));
    for (size_t tube = 0; tube < parts.size(); ++tube)
        shares[tube] = static_cast<float>(parts[tube]) / whole;
    return shares;
}

std::optional<WholeParts> whole_parts(const RecipeBook& book, const Recipe& recipe) {
    const Lab wanted = lab_of_srgb(recipe.colour);
    for (int whole = 1; whole <= kMostWholeParts; ++whole) {
        const WholeParts parts = rounded(recipe.shares, whole);
        if (sum_of(parts) == 0)
            continue;
        if (delta_e_2000(lab_of_srgb(book.shown(shares_of(parts))), wanted) <= static_cast<double>(kAlike))
            return parts;
    }
    return std::nullopt;
}

WholeParts heap_of(const RecipeBook& book, const Shares& shares) {
    const Lab wanted = lab_of_srgb(book.shown(shares));
    WholeParts best{};
    double least = 1e9;
    for (Shares kept = shares; count_of(kept) > 0; kept = without_least(kept))
        for (int whole = 1; whole <= kMostHeapParts; ++whole) {
            const WholeParts parts = rounded(kept, whole);
            if (sum_of(parts) == 0)
                continue;
            const double miss = delta_e_2000(lab_of_srgb(book.shown(shares_of(parts))), wanted);
            if (const double trouble = trouble_of(parts, miss); trouble < least) {
                least = trouble;
                best = parts;
            }
        }
    return best;
}

}  // namespace allaprima
