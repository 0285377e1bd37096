#include "pigment/whole_parts.h"

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

}  // namespace allaprima
