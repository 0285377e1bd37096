#include "exporting/outline_lines.h"

#include <array>
#include <map>
#include <tuple>

namespace allaprima {
namespace {

/// A side between two neighbouring pixel centres: the first one's place, and whether the other is below it or
/// to its right.
struct Crossing {
    int x = 0, y = 0;
    bool down = false;

    bool operator<(const Crossing& other) const {
        return std::tie(x, y, down) < std::tie(other.x, other.y, other.down);
    }
};

class Tracing {
  public:
    explicit Tracing(const Image<float>& map) : map_(map) {
        for (int y = -1; y < map.height(); ++y)
            for (int x = -1; x < map.width(); ++x)
                add_cell(x, y);
    }

    std::vector<std::vector<Vec2>> lines() {
        std::vector<std::vector<Vec2>> lines;
        while (!next_.empty()) {
            std::vector<Vec2> line;
            for (auto at = next_.begin(); at != next_.end(); at = next_.find(next_at_)) {
                line.push_back(place_of(at->first));
                next_at_ = at->second;
                next_.erase(at);
            }
            lines.push_back(std::move(line));
        }
        return lines;
    }

  private:
    float share(int x, int y) const {
        const bool inside = x >= 0 && y >= 0 && x < map_.width() && y < map_.height();
        return inside ? map_.at(x, y) : 0.0f;
    }
    bool high(int x, int y) const { return share(x, y) >= 0.5f; }

    Vec2 place_of(const Crossing& side) const {
        const float a = share(side.x, side.y), b = share(side.x + !side.down, side.y + side.down);
        const float along = (0.5f - a) / (b - a);
        const Vec2 first{static_cast<float>(side.x) + 0.5f, static_cast<float>(side.y) + 0.5f};
        return first + (side.down ? Vec2{0.0f, along} : Vec2{along, 0.0f});
    }

    /// Between the centres of four pixels, lines run from the side where the high ones begin, going round, to
    /// the one where they end.
    void add_cell(int x, int y) {
        const std::array<bool, 4> corners{high(x, y), high(x + 1, y), high(x + 1, y + 1), high(x, y + 1)};
        const std::array<Crossing, 4> sides{Crossing{x, y, false}, Crossing{x + 1, y, true},
                                            Crossing{x, y + 1, false}, Crossing{x, y, true}};
        for (size_t i = 0; i < 4; ++i) {
            // Side i lies between the corners i and i + 1; here the high corners end.
            if (!corners[i] || corners[(i + 1) % 4])
                continue;
            size_t begin = i;
            while (corners[begin])
                begin = (begin + 3) % 4;
            next_[sides[i]] = sides[begin];
        }
    }

    const Image<float>& map_;
    std::map<Crossing, Crossing> next_;
    Crossing next_at_;
};

}  // namespace

std::vector<std::vector<Vec2>> lines_at_half(const Image<float>& map) {
    return Tracing(map).lines();
}

}  // namespace allaprima
