#include "plotting/plot_order.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace allaprima {
namespace {

constexpr size_t kLongestChain = 128;
constexpr int kMostSwapRounds = 12;
constexpr size_t kStepsBetweenLooks = 4096;

float distance(Vec2 a, Vec2 b) {
    return length(b - a);
}

void turn(PlotLine& line) {
    std::swap(line.start, line.end);
    line.reversed = !line.reversed;
}

/// The ends of the lines that are left, in square cells of about two ends each.
class Ends {
  public:
    explicit Ends(const std::vector<PlotLine>& lines) : lines_(lines), gone_(lines.size(), false) {
        low_ = high_ = lines.front().start;
        for (const PlotLine& line : lines)
            for (const Vec2 p : {line.start, line.end}) {
                low_ = {std::min(low_.x, p.x), std::min(low_.y, p.y)};
                high_ = {std::max(high_.x, p.x), std::max(high_.y, p.y)};
            }
        const float side = std::max({high_.x - low_.x, high_.y - low_.y, 1e-3f});
        cells_ = std::clamp(static_cast<int>(std::sqrt(static_cast<double>(lines.size()))), 1, 1000);
        cell_ = side / static_cast<float>(cells_) * 1.0001f;
        in_cell_.resize(static_cast<size_t>(cells_) * static_cast<size_t>(cells_));
        for (size_t i = 0; i < lines.size(); ++i) {
            cell(column(lines[i].start.x), row(lines[i].start.y)).push_back(i);
            cell(column(lines[i].end.x), row(lines[i].end.y)).push_back(i);
        }
    }

    /// The line with the end nearest to p; there is one left.
    size_t take_nearest(Vec2 p) {
        const int x = column(p.x), y = row(p.y);
        size_t best = lines_.size();
        float nearest = std::numeric_limits<float>::max();
        for (int ring = 0; ring <= cells_; ++ring) {
            // Nothing beyond the last ring is nearer than its inner border.
            if (best < lines_.size() && nearest <= static_cast<float>(ring - 1) * cell_)
                break;
            look_round(x, y, ring, p, best, nearest);
        }
        gone_[best] = true;
        return best;
    }

  private:
    int column(float x) const { return place(x - low_.x); }
    int row(float y) const { return place(y - low_.y); }
    int place(float offset) const { return std::clamp(static_cast<int>(offset / cell_), 0, cells_ - 1); }
    std::vector<size_t>& cell(int x, int y) {
        return in_cell_[static_cast<size_t>(y) * static_cast<size_t>(cells_) + static_cast<size_t>(x)];
    }

    void look_round(int x, int y, int ring, Vec2 p, size_t& best, float& nearest) {
        for (int row = std::max(y - ring, 0); row <= std::min(y + ring, cells_ - 1); ++row) {
            const bool whole = row == y - ring || row == y + ring;
            const int step = whole || ring == 0 ? 1 : 2 * ring;
            for (int column = x - ring; column <= x + ring; column += step)
                if (column >= 0 && column < cells_)
                    look_into(cell(column, row), p, best, nearest);
        }
    }
    void look_into(std::vector<size_t>& members, Vec2 p, size_t& best, float& nearest) {
        std::erase_if(members, [&](size_t i) { return gone_[i]; });
        for (const size_t i : members) {
            const float d = std::min(distance(p, lines_[i].start), distance(p, lines_[i].end));
            if (d < nearest || (d == nearest && i < best)) {
                nearest = d;
                best = i;
            }
        }
    }

    const std::vector<PlotLine>& lines_;
    std::vector<bool> gone_;
    Vec2 low_, high_;
    int cells_ = 1;
    float cell_ = 1.0f;
    std::vector<std::vector<size_t>> in_cell_;
};

std::vector<PlotLine> nearest_first(const std::vector<PlotLine>& lines, Observer& observer) {
    Ends left(lines);
    std::vector<PlotLine> order;
    Vec2 pen;
    for (size_t i = 0; i < lines.size(); ++i) {
        if (i % kStepsBetweenLooks == 0 && observer.stop_requested())
            return {};
        PlotLine next = lines[left.take_nearest(pen)];
        if (distance(pen, next.end) < distance(pen, next.start))
            turn(next);
        pen = next.end;
        order.push_back(next);
    }
    return order;
}

/// What is saved when the run first … last is drawn the other way round.
float saving(const std::vector<PlotLine>& lines, size_t first, size_t last) {
    const Vec2 before = first == 0 ? Vec2{} : lines[first - 1].end;
    float saved = distance(before, lines[first].start) - distance(before, lines[last].end);
    if (last + 1 < lines.size())
        saved += distance(lines[last].end, lines[last + 1].start) -
                 distance(lines[first].start, lines[last + 1].start);
    return saved;
}

/// @return whether anything was turned round.
bool turn_runs(std::vector<PlotLine>& lines) {
    constexpr float kWorthIt = 1e-3f;
    bool turned = false;
    for (size_t first = 0; first < lines.size(); ++first)
        for (size_t last = first; last < std::min(first + kLongestChain, lines.size()); ++last)
            if (saving(lines, first, last) > kWorthIt) {
                const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(first);
                const auto end = lines.begin() + static_cast<std::ptrdiff_t>(last) + 1;
                std::reverse(begin, end);
                std::for_each(begin, end, turn);
                turned = true;
            }
    return turned;
}

}  // namespace

double travel_of(const std::vector<PlotLine>& lines) {
    double travel = 0.0;
    Vec2 pen;
    for (const PlotLine& line : lines) {
        travel += static_cast<double>(distance(pen, line.start));
        pen = line.end;
    }
    return travel;
}

std::vector<PlotLine> in_plot_order(std::vector<PlotLine> lines, Observer& observer) {
    if (lines.empty())
        return lines;
    lines = nearest_first(lines, observer);
    for (int round = 0; round < kMostSwapRounds && !observer.stop_requested(); ++round)
        if (!turn_runs(lines))
            break;
    return observer.stop_requested() ? std::vector<PlotLine>{} : lines;
}

}  // namespace allaprima
