#include "robot/recipe_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace allaprima {
namespace {

constexpr int kTouch = 12;  // of more parts than that, one is a touch

}  // namespace

std::string recipe_in_words(const WholeParts& parts, const Palette& palette) {
    const int whole = std::accumulate(parts.begin(), parts.end(), 0);
    std::string body, touches;
    for (size_t tube = 0; tube < palette.tubes.size(); ++tube) {
        const std::string& name = palette.tubes[tube].name;
        if (parts[tube] == whole)
            return name;
        if (parts[tube] == 1 && whole > kTouch)
            touches += fmt::format(" and a touch of {} (1)", name);
        else if (parts[tube] > 0)
            body += fmt::format("{}{} {}", body.empty() ? "" : " + ", parts[tube], name);
    }
    return body + touches;
}

double millilitres_for(double area) {
    constexpr double kLayerMm = 0.15, kWaste = 4.0 / 3.0, kMm3 = 1000.0;
    return area * kLayerMm * kWaste / kMm3;
}

std::string in_millilitres(double ml) {
    if (ml < 0.75)
        return "0.5 ml";
    return ml < 10.0 ? fmt::format("{:.0f} ml", std::ceil(ml))
                     : fmt::format("{:.0f} ml", 5.0 * std::ceil(ml / 5.0));
}

}  // namespace allaprima
