#include "plotting/hatching.h"

#include <algorithm>
#include <cmath>

#include "rendering/footprint.h"

namespace allaprima {
namespace {

constexpr float kSlant = 0.70710678f;

/// Where lines of one tint lie across what is hatched: `first` from the border, then every `step`. The lines
/// of all tints share the room, each as much as it inks.
struct Comb {
    float first, step;
};
Comb comb_of(const std::vector<Tint>& tints, size_t tint, float pen_mm) {
    const float step = pen_mm / tints[tint].share;
    // Two tints of one step would lie on each other; half a step apart they do not.
    return {step * (0.5f + 0.5f * static_cast<float>(tint)), step};
}

/// Square to the path, to its right.
Vec2 across(const Path& path, float share) {
    const auto& p = path.points;
    Vec2 heading = (p[1] - p[0]) * (1.0f - share) + (p[2] - p[1]) * share;
    if (length(heading) < 1e-6f)
        heading = p[2] - p[0];
    const float way = length(heading);
    return way < 1e-6f ? Vec2{0.0f, 1.0f} : Vec2{-heading.y / way, heading.x / way};
}

/// A place along a stroke where the lines are looked at, those of them that may be seen there.
struct Rung {
    int number;
    Vec2 middle, across;
    float half_width;  ///< Of the stroke.
    float low, high;   ///< How far across what is seen of the stroke begins and ends; mm.
};

/// Narrows low to high to where middle + direction times them lies between two limits along one axis.
void narrow(float middle, float direction, float least, float most, float& low, float& high) {
    if (std::abs(direction) < 1e-6f) {
        if (middle < least || middle > most)
            high = low - 1.0f;
        return;
    }
    const float a = (least - middle) / direction, b = (most - middle) / direction;
    low = std::max(low, std::min(a, b));
    high = std::min(high, std::max(a, b));
}

/// Places along the stroke, a cell apart, from which what is seen of it lies across. However far it reaches
/// beyond the sheet, there are no more than a path of kLongestMm has.
/// @param seen around what is seen of it.
std::vector<Rung> rungs_of(const Stroke& stroke, const Footprint& footprint, const BoundingBox& seen,
                           float cell_mm) {
    constexpr float kLongestMm = 4000.0f;
    const float way = std::min(footprint.length(), kLongestMm);
    const auto steps = static_cast<int>(std::ceil(way / cell_mm)) + 1;
    const float widest = footprint.widest_half();
    std::vector<Rung> rungs;
    for (int i = 0; i <= steps; ++i) {
        const float share = static_cast<float>(i) / static_cast<float>(steps);
        Rung rung{.number = i,
                  .middle = stroke.path.at(share),
                  .across = across(stroke.path, share),
                  .half_width = footprint.half_width(share),
                  .low = -widest,
                  .high = widest};
        narrow(rung.middle.x, rung.across.x, seen.low.x - cell_mm, seen.high.x + cell_mm, rung.low,
               rung.high);
        narrow(rung.middle.y, rung.across.y, seen.low.y - cell_mm, seen.high.y + cell_mm, rung.low,
               rung.high);
        if (rung.low <= rung.high)
            rungs.push_back(rung);
    }
    return rungs;
}

/// Leaves out points between which a straight line is as good, within `off` mm (Ramer 1972; Douglas and
/// Peucker 1973).
void keep_corners(const PenStroke& line, size_t first, size_t last, float off, PenStroke& kept) {
    const Vec2 way = line[last] - line[first];
    const float way_length = std::max(length(way), 1e-6f);
    size_t farthest = first;
    float most = off;
    for (size_t i = first + 1; i < last; ++i) {
        const float beside = std::abs(cross(way, line[i] - line[first])) / way_length;
        if (beside > most) {
            most = beside;
            farthest = i;
        }
    }
    if (farthest == first) {
        kept.push_back(line[last]);
        return;
    }
    keep_corners(line, first, farthest, off, kept);
    keep_corners(line, farthest, last, off, kept);
}

/// Takes points one after the other, and keeps the runs of them that are seen.
class Runs {
  public:
    Runs(const SeenStrokes& seen, int32_t owner, float pen_mm, std::vector<PenStroke>& lines)
        : seen_(seen), owner_(owner), pen_mm_(pen_mm), lines_(lines) {}

    void add(Vec2 p, bool drawn) {
        if (drawn && seen_.at(p) == owner_)
            run_.push_back(p);
        else
            end();
    }

    void end() {
        if (run_.size() >= 2 && length(run_.back() - run_.front()) >= pen_mm_) {
            PenStroke line{run_.front()};
            keep_corners(run_, 0, run_.size() - 1, 0.1f * pen_mm_, line);
            lines_.push_back(std::move(line));
        }
        run_.clear();
    }

  private:
    const SeenStrokes& seen_;
    int32_t owner_;
    float pen_mm_;
    std::vector<PenStroke>& lines_;
    PenStroke run_;
};

}  // namespace

void hatch_stroke(const Stroke& stroke, int32_t number, const std::vector<Tint>& tints, size_t tint,
                  float pen_mm, const SeenStrokes& seen, std::vector<PenStroke>& lines) {
    const Footprint footprint(stroke, 0.1f * pen_mm);
    const Comb comb = comb_of(tints, tint, pen_mm);
    const float widest = footprint.widest_half(), step = seen.grid.cell_mm;
    const std::vector<Rung> rungs =
        rungs_of(stroke, footprint, seen.boxes[static_cast<size_t>(number)], step);
    if (rungs.empty())
        return;
    const float least = std::ranges::min_element(rungs, {}, &Rung::low)->low,
                most = std::ranges::max_element(rungs, {}, &Rung::high)->high;
    Runs runs(seen, number, pen_mm, lines);
    for (float aside = comb.first - widest; aside < std::min(widest, most); aside += comb.step) {
        if (aside < least)
            continue;
        for (size_t i = 0; i < rungs.size(); ++i) {
            const Rung& rung = rungs[i];
            if (i > 0 && rung.number != rungs[i - 1].number + 1)
                runs.end();
            const Vec2 p = rung.middle + rung.across * aside;
            // On the inner side of a bend a line would turn back on itself.
            runs.add(p, aside >= rung.low && aside <= rung.high && std::abs(aside) <= rung.half_width &&
                            std::abs(footprint.locate(p, footprint.all()).across) >= std::abs(aside) - step);
        }
        runs.end();
    }
}

void hatch_ground(const std::vector<Tint>& tints, size_t tint, float pen_mm, const PlotSheet& sheet,
                  const SeenStrokes& seen, std::vector<PenStroke>& lines) {
    const Comb comb = comb_of(tints, tint, pen_mm);
    const Vec2 along{kSlant, kSlant}, beside{-kSlant, kSlant}, size = sheet.high - sheet.low;
    const float step = seen.grid.cell_mm, reach = (size.x + size.y) * kSlant;
    Runs runs(seen, SeenStrokes::kGround, pen_mm, lines);
    for (float aside = comb.first - size.x * kSlant; aside < size.y * kSlant; aside += comb.step) {
        for (float way = 0.0f; way <= reach; way += step)
            runs.add(sheet.low + along * way + beside * aside, true);
        runs.end();
    }
}

}  // namespace allaprima
