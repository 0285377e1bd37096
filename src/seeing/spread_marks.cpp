#include "seeing/spread_marks.h"

#include <array>
#include <cmath>
#include <vector>

#include "base/check.h"

namespace allaprima {
namespace {

/// Distances in CIE L*a*b*, of which lightness counts half: a stripe has folds.
constexpr float kStep = 3.0f, kPatch = 12.0f;
constexpr float kLightness = 0.5f;

float apart(const Lab& one, const Lab& other) {
    return std::hypot(kLightness * (one.lightness - other.lightness),
                      std::hypot(one.a - other.a, one.b - other.b));
}

/// A pixel that was reached, and the marked one that it was reached from.
struct Reached {
    int x, y;
    size_t mark;
};

}  // namespace

void spread_marks(const Image<Lab>& picture, const Image<Certain>& marks, Image<Certain>& certain) {
    ALLAPRIMA_CHECK(picture.size() == marks.size() && picture.size() == certain.size());
    const Size size = picture.size();
    const auto index = [&](int x, int y) {
        return static_cast<size_t>(y) * static_cast<size_t>(size.width) + static_cast<size_t>(x);
    };
    std::vector<Reached> reached;
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            if (marks.at(x, y) != Certain::No)
                reached.push_back({x, y, index(x, y)});
    // It grows while it is walked through: breadth first.
    for (size_t i = 0; i < reached.size(); ++i) {
        const Reached from = reached[i];
        for (const auto& [dx, dy] : {std::array{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
            const int x = from.x + dx, y = from.y + dy;
            if (x < 0 || y < 0 || x >= size.width || y >= size.height || certain.at(x, y) != Certain::No)
                continue;
            const Lab& here = picture.at(x, y);
            if (apart(here, picture.at(from.x, from.y)) > kStep ||
                apart(here, picture.pixels()[from.mark]) > kPatch)
                continue;
            certain.at(x, y) = marks.pixels()[from.mark];
            reached.push_back({x, y, from.mark});
        }
    }
}

}  // namespace allaprima
