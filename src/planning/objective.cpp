#include "planning/objective.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "base/check.h"

namespace allaprima {
namespace {

float squared_distance_to_segment(Vec2 p, Vec2 a, Vec2 b) {
    const Vec2 along = b - a, to = p - a;
    const float u = std::clamp(dot(to, along) / (dot(along, along) + 1e-12f), 0.0f, 1.0f);
    const Vec2 away = to - along * u;
    return dot(away, away);
}

/// The tiles that a stroke may touch: those whose circle around the middle meets the stroke's outline.
void find_tiles(const PreparedStroke& stroke, int across, int down, std::vector<uint32_t>& tiles) {
    constexpr float kTileRadius = 0.5f * kTile * 1.41422f;
    tiles.clear();
    const float reach = stroke.reach;
    Vec2 low{1e30f, 1e30f}, high{-1e30f, -1e30f};
    const auto points = static_cast<size_t>(stroke.line.segments) + 1;
    for (size_t k = 0; k < points; ++k) {
        const Vec2 p = stroke.line.points[k];
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    auto tile_of = [](float position, int count) {
        return static_cast<int>(std::clamp(std::floor(position / kTile), -1.0f, static_cast<float>(count)));
    };
    const int x0 = std::max(0, tile_of(low.x - reach, across)),
              x1 = std::min(across - 1, tile_of(high.x + reach, across));
    const int y0 = std::max(0, tile_of(low.y - reach, down)),
              y1 = std::min(down - 1, tile_of(high.y + reach, down));
    const float limit = (reach + kTileRadius) * (reach + kTileRadius);
    for (int ty = y0; ty <= y1; ++ty)
        for (int tx = x0; tx <= x1; ++tx) {
            const Vec2 middle{(static_cast<float>(tx) + 0.5f) * kTile,
                              (static_cast<float>(ty) + 0.5f) * kTile};
            for (size_t k = 0; k + 1 < points; ++k)
                if (squared_distance_to_segment(middle, stroke.line.points[k], stroke.line.points[k + 1]) <
                    limit) {
                    tiles.push_back(static_cast<uint32_t>(ty * across + tx));
                    break;
                }
        }
}

/// The tile that is worked on, of a painting whose rounds are kept: going on with it begins with this round.
class TileInHand final : public WorkInHand {
  public:
    TileInHand(int x, int y, Size reference) : x_(x), y_(y), reference_(reference) {}

    std::string told() const override {
        return "planning, the tile at " + std::to_string(x_) + "," + std::to_string(y_) + " of " +
               std::to_string(reference_.width) + "x" + std::to_string(reference_.height) +
               "; again, from this round on: allaprima resume PAINTING";
    }

  private:
    int x_, y_;
    Size reference_;
};

void add(StrokeShare& sum, const StrokeShare& share) {
    Parameters total = parameters(sum.gradient);
    const Parameters part = parameters(share.gradient);
    for (size_t k = 0; k < kParameters; ++k)
        total[k] += part[k];
    sum.gradient = stroke_of(total);
    sum.removal_cost += share.removal_cost;
}

}  // namespace

Objective::Objective(const Image<Rgb>& target, const Image<float>& weight, Rgb ground,
                     const ThreadPool& workers)
    : size_(target.size()),
      tiles_across_((target.width() + kTile - 1) / kTile),
      tiles_down_((target.height() + kTile - 1) / kTile),
      ground_(ground),
      workers_(&workers),
      targets_(static_cast<size_t>(tiles_across_) * static_cast<size_t>(tiles_down_)),
      scratch_(static_cast<size_t>(tiles_down_)) {
    ALLAPRIMA_CHECK(weight.size() == target.size());
    for (int ty = 0; ty < tiles_down_; ++ty)
        for (int tx = 0; tx < tiles_across_; ++tx) {
            TileTarget& tile = targets_[static_cast<size_t>(ty * tiles_across_ + tx)];
            for (int i = 0; i < kTilePixels; ++i) {
                const int x = tx * kTile + i % kTile, y = ty * kTile + i / kTile;
                const bool inside = x < size_.width && y < size_.height;
                const Rgb colour = inside ? target.at(x, y) : ground;
                const size_t at = place_in_tile(i % kTile, i / kTile);
                tile.colour.plane[0][at] = colour.r;
                tile.colour.plane[1][at] = colour.g;
                tile.colour.plane[2][at] = colour.b;
                tile.weight[at] = inside ? weight.at(x, y) : 0.0f;
                tile.inside[at] = inside ? 1.0f : 0.0f;
            }
        }
}

Objective::Objective(const Image<Rgb>& target, const Image<float>& weight, const Image<Rgb>& beneath,
                     const ThreadPool& workers)
    : Objective(target, weight, Rgb{}, workers) {
    ALLAPRIMA_CHECK(beneath.size() == target.size());
    beneath_.resize(targets_.size(), bare(0));
    for (int y = 0; y < size_.height; ++y)
        for (int x = 0; x < size_.width; ++x) {
            TileColour& tile = beneath_[static_cast<size_t>(y / kTile * tiles_across_ + x / kTile)];
            const size_t at = place_in_tile(x % kTile, y % kTile);
            const Rgb colour = beneath.at(x, y);
            tile.plane[0][at] = colour.r;
            tile.plane[1][at] = colour.g;
            tile.plane[2][at] = colour.b;
        }
}

/// What a tile shows before any stroke.
TileColour Objective::bare(size_t tile) const {
    if (!beneath_.empty())
        return beneath_[tile];
    TileColour colour;
    colour.plane[0].fill(ground_.r);
    colour.plane[1].fill(ground_.g);
    colour.plane[2].fill(ground_.b);
    return colour;
}

void Objective::sort_into_tiles(std::span<const DraftStroke> strokes) {
    prepared_.resize(strokes.size());
    if (tiles_of_.size() < strokes.size())
        tiles_of_.resize(strokes.size());
    workers_->parallel_for_ranges(strokes.size(), [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i) {
            prepared_[i] = prepared(strokes[i]);
            find_tiles(prepared_[i], tiles_across_, tiles_down_, tiles_of_[i]);
        }
    });

    size_t places = 0;
    for (size_t i = 0; i < strokes.size(); ++i)
        places += tiles_of_[i].size();
    ALLAPRIMA_CHECK(places < std::numeric_limits<uint32_t>::max());
    first_of_tile_.assign(targets_.size() + 1, 0);
    for (size_t i = 0; i < strokes.size(); ++i)
        for (uint32_t tile : tiles_of_[i])
            ++first_of_tile_[tile + 1];
    for (size_t tile = 0; tile < targets_.size(); ++tile)
        first_of_tile_[tile + 1] += first_of_tile_[tile];
    order_.resize(first_of_tile_.back());
    slot_of_.clear();
    first_slot_.clear();
    std::vector<uint32_t> next(first_of_tile_.begin(), first_of_tile_.end() - 1);
    for (size_t i = 0; i < strokes.size(); ++i) {
        first_slot_.push_back(slot_of_.size());
        for (uint32_t tile : tiles_of_[i]) {
            order_[next[tile]] = static_cast<uint32_t>(i);
            slot_of_.push_back(next[tile]++);
        }
    }
}

void Objective::choose_tiles(std::span<const char> looked_at) {
    left_out_.assign(targets_.size(), looked_at.empty() ? 0 : 1);
    for (size_t i = 0; i < looked_at.size(); ++i)
        if (looked_at[i])
            for (uint32_t tile : tiles_of_[i])
                left_out_[tile] = 0;
}

Evaluation Objective::evaluate(std::span<const DraftStroke> strokes, TileWork work, Image<Rgb>* canvas,
                               std::span<const char> looked_at) {
    ALLAPRIMA_CHECK(looked_at.empty() || looked_at.size() == strokes.size());
    sort_into_tiles(strokes);
    choose_tiles(looked_at);
    tile_shares_.resize(order_.size());
    tile_results_.resize(targets_.size());
    if (canvas)
        *canvas = Image<Rgb>(size_);

    workers_->parallel_for(static_cast<size_t>(tiles_down_), [&](size_t ty) {
        for (int tx = 0; tx < tiles_across_; ++tx) {
            const size_t tile = ty * static_cast<size_t>(tiles_across_) + static_cast<size_t>(tx);
            const uint32_t first = first_of_tile_[tile], count = first_of_tile_[tile + 1] - first;
            if (left_out_[tile]) {
                std::fill_n(tile_shares_.begin() + first, count, StrokeShare{});
                tile_results_[tile] = {};
                continue;
            }
            const int ox = tx * kTile, oy = static_cast<int>(ty) * kTile;
            const TileInHand in_hand(ox, oy, size_);
            TileColour colour = bare(tile);
            tile_results_[tile] =
                work_on_tile(work, ox, oy, prepared_, std::span(order_).subspan(first, count), targets_[tile],
                             colour, std::span(tile_shares_).subspan(first, count), scratch_[ty]);
            if (!canvas)
                continue;
            for (int y = oy; y < std::min(oy + kTile, size_.height); ++y)
                for (int x = ox; x < std::min(ox + kTile, size_.width); ++x) {
                    const size_t i = place_in_tile(x - ox, y - oy);
                    canvas->at(x, y) = {colour.plane[0][i], colour.plane[1][i], colour.plane[2][i]};
                }
        }
    });

    Evaluation result;
    for (const TileResult& tile : tile_results_) {
        result.loss += tile.loss;
        result.squared_error += tile.squared_error;
        result.cells += tile.cells;
    }
    if (work == TileWork::Composite)
        return result;
    result.shares.resize(strokes.size());
    workers_->parallel_for_ranges(strokes.size(), [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            for (size_t k = 0; k < tiles_of_[i].size(); ++k)
                add(result.shares[i], tile_shares_[slot_of_[first_slot_[i] + k]]);
    });
    return result;
}

double Objective::psnr(const Evaluation& evaluation) const {
    return -10.0 *
           std::log10(std::max(1e-12, evaluation.squared_error / (3.0 * static_cast<double>(size_.area()))));
}

}  // namespace allaprima
