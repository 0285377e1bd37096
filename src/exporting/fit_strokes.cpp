#include "exporting/fit_strokes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "exporting/stroke_facts.h"

namespace allaprima {
namespace {

constexpr float kInside = 0.01f;    // mm; no rounding leads out of what is cut so much too small
constexpr float kFlatness = 0.02f;  // mm; between a curve and the moves that stand for it
constexpr float kMostFitSteps = 64.0f;
constexpr size_t kMostPiecesPainted = 500'000;  // no machine paints so many strokes
constexpr float kShortest = 0.02f;    // of the path's parameter; what is left of a stroke is not shorter
constexpr float kWidthSlack = 1e-3f;  // mm

/// The part of a stroke between two shares of its path's parameter.
Stroke part_of(const Stroke& whole, float from, float to) {
    if (from <= 0.0f && to >= 1.0f)
        return whole;
    const auto& p = whole.path.points;
    Stroke part = whole;
    part.path.points = {whole.path.at(from),
                        p[0] * ((1.0f - from) * (1.0f - to)) +
                            p[1] * (from * (1.0f - to) + to * (1.0f - from)) + p[2] * (from * to),
                        whole.path.at(to)};
    const float wider = whole.width_end - whole.width_start;
    part.width_start = whole.width_start + wider * from;
    part.width_end = whole.width_start + wider * to;
    return part;
}

/// Adds where one coordinate of the path passes a border.
void add_crossings(float p0, float p1, float p2, float border, std::vector<float>& shares) {
    const double a = static_cast<double>(p0) - 2.0 * p1 + p2, b = 2.0 * (static_cast<double>(p1) - p0),
                 c = static_cast<double>(p0) - border;
    const auto add = [&](double u) {
        if (u > 0.0 && u < 1.0)
            shares.push_back(static_cast<float>(u));
    };
    if (std::abs(a) < 1e-9) {
        if (std::abs(b) > 1e-9)
            add(-c / b);
        return;
    }
    const double under = b * b - 4.0 * a * c;
    if (under < 0.0)
        return;
    add((-b + std::sqrt(under)) / (2.0 * a));
    add((-b - std::sqrt(under)) / (2.0 * a));
}

/// Whether what lies between two neighbouring crossings is inside.
bool inside(const Path& path, float from, float to, const PaintableArea& area) {
    return area.holds(path.at(0.5f * (from + to)));
}

/// The parts of a stroke that lie within an area.
std::vector<Stroke> parts_within(const Stroke& stroke, const PaintableArea& area) {
    const auto& p = stroke.path.points;
    if (std::ranges::all_of(p, [&](Vec2 q) { return area.holds(q); }))
        return {stroke};
    std::vector<float> shares{0.0f, 1.0f};
    for (const float border : {area.low.x, area.high.x})
        add_crossings(p[0].x, p[1].x, p[2].x, border, shares);
    for (const float border : {area.low.y, area.high.y})
        add_crossings(p[0].y, p[1].y, p[2].y, border, shares);
    std::ranges::sort(shares);
    std::vector<Stroke> parts;
    for (size_t i = 0; i + 1 < shares.size();) {
        size_t end = i;
        while (end + 1 < shares.size() && inside(stroke.path, shares[end], shares[end + 1], area))
            ++end;
        const bool whole = shares[i] <= 0.0f && shares[end] >= 1.0f;
        if (end > i && (whole || shares[end] - shares[i] > kShortest))
            parts.push_back(part_of(stroke, shares[i], shares[end]));
        i = std::max(end, i + 1);
    }
    return parts;
}

/// The stroke in pieces of which each lasts no longer than a load.
void add_pieces(const Stroke& stroke, float longest, std::vector<Stroke>& pieces) {
    if (way_of(stroke.path) <= longest) {
        pieces.push_back(stroke);
        return;
    }
    add_pieces(part_of(stroke, 0.0f, 0.5f), longest, pieces);
    add_pieces(part_of(stroke, 0.5f, 1.0f), longest, pieces);
}

/// By how much a width misses what a tool can paint, mm.
float missed(const RobotTool& tool, float width) {
    return std::max({tool.narrowest - width, width - tool.widest, 0.0f});
}

/// The tool that has to change a stroke least, of several the finest one.
std::optional<size_t> tool_for(const Stroke& stroke, const std::string& brush, const RobotHead& head) {
    std::optional<size_t> best;
    float least = 0.0f;
    for (size_t i = 0; i < head.tools.size(); ++i) {
        const RobotTool& tool = head.tools[i];
        if (!tool.brush.empty() && tool.brush != brush)
            continue;
        const float miss = missed(tool, stroke.width_start) + missed(tool, stroke.width_end);
        if (!best || miss < least || (miss == least && tool.widest < head.tools[*best].widest)) {
            best = i;
            least = miss;
        }
    }
    return best;
}

/// Fits strokes one by one.
class Fitter {
  public:
    Fitter(const Plan& plan, const RobotHead& head, Fit fit)
        : plan_(plan), head_(head), fit_(fit), area_(paintable_area(head, {plan.width_mm, plan.height_mm})) {
        fitted_.plan = plan;
        fitted_.plan.strokes.clear();
        if (fitted_.plan.passes.empty())
            fitted_.plan.passes = {{"strokes", static_cast<int>(plan.strokes.size()), Coat::Body}};
        for (Pass& pass : fitted_.plan.passes)
            pass.strokes = 0;
    }

    FittedPlan fitted() && {
        StrokeFacts facts(plan_);
        for (size_t i = 0; i < plan_.strokes.size() && fitted_.plan.strokes.size() <= kMostPiecesPainted;
             ++i) {
            const size_t before = fitted_.plan.strokes.size();
            fit(i);
            const size_t pass = plan_.passes.empty() ? 0 : facts.pass_of(i);
            fitted_.plan.passes[pass].strokes += static_cast<int>(fitted_.plan.strokes.size() - before);
        }
        return std::move(fitted_);
    }

  private:
    void fit(size_t number) {
        const Stroke& stroke = plan_.strokes[number];
        FitFigures& figures = fitted_.figures;
        const std::string& brush = plan_.materials.brushes[static_cast<size_t>(stroke.brush)].name;
        const std::optional<size_t> tool = tool_for(stroke, brush, head_);
        if (!tool) {
            ++figures.no_tool;
            return;
        }
        std::vector<Stroke> parts = parts_within(stroke, area_);
        const bool cut = parts.size() != 1 || !(parts[0] == stroke);
        const bool resize = missed(head_.tools[*tool], stroke.width_start) > kWidthSlack ||
                            missed(head_.tools[*tool], stroke.width_end) > kWidthSlack;
        if (fit_ == Fit::Omit && (cut || resize)) {
            ++figures.unfit;
            return;
        }
        figures.beyond += parts.empty() ? 1 : 0;
        figures.cut += cut && !parts.empty() ? 1 : 0;
        figures.resized += resize && !parts.empty() ? 1 : 0;
        for (const Stroke& part : parts)
            add(part, number, *tool);
    }

    void add(const Stroke& part, size_t number, size_t tool) {
        std::vector<Stroke> pieces;
        add_pieces(part, kShareOfLoad * head_.load_way, pieces);
        fitted_.figures.split += pieces.size() > 1 ? 1 : 0;
        for (Stroke& piece : pieces) {
            for (float* width : {&piece.width_start, &piece.width_end})
                *width = std::clamp(*width, head_.tools[tool].narrowest, head_.tools[tool].widest);
            fitted_.plan.strokes.push_back(piece);
            fitted_.tools.push_back(tool);
            fitted_.planned_as.push_back(number);
        }
    }

    const Plan& plan_;
    const RobotHead& head_;
    Fit fit_;
    PaintableArea area_;
    FittedPlan fitted_;
};

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : "; ") + word;
    return text;
}

bool is_within_reach(const RobotHead& head, Vec2 canvas) {
    const Vec2 far = head.canvas_at + canvas;
    return head.canvas_at.x >= head.reach_low.x && head.canvas_at.y >= head.reach_low.y &&
           far.x <= head.reach_high.x && far.y <= head.reach_high.y;
}

}  // namespace

PaintableArea paintable_area(const RobotHead& head, Vec2 canvas) {
    const float far = head.canvas_at.y + canvas.y;
    return {{std::max(-head.overrun, head.reach_low.x - head.canvas_at.x) + kInside,
             std::max(-head.overrun, far - head.reach_high.y) + kInside},
            {std::min(canvas.x + head.overrun, head.reach_high.x - head.canvas_at.x) - kInside,
             std::min(canvas.y + head.overrun, far - head.reach_low.y) - kInside}};
}

std::vector<Vec2> points_of(const Path& path) {
    const float bend = length(path.points[0] - path.points[1] * 2.0f + path.points[2]);
    const float pairs = std::ceil(0.5f * std::sqrt(bend / (4.0f * kFlatness)));
    const int steps = 2 * static_cast<int>(std::clamp(pairs, 1.0f, 0.5f * kMostFitSteps));
    std::vector<Vec2> points;
    for (int i = 0; i <= steps; ++i)
        points.push_back(path.at(static_cast<float>(i) / static_cast<float>(steps)));
    points.back() = path.points[2];
    return points;
}

float way_of(const Path& path) {
    const std::vector<Vec2> points = points_of(path);
    float way = 0.0f;
    for (size_t i = 1; i < points.size(); ++i)
        way += length(points[i] - points[i - 1]);
    return way;
}

Result<FittedPlan> fit_strokes(const Plan& plan, const RobotHead& head, Fit fit) {
    const Vec2 canvas{plan.width_mm, plan.height_mm};
    if (!is_within_reach(head, canvas))
        return Error{
            fmt::format("the canvas of {:.0f} x {:.0f} mm at {:g}, {:g} does not lie within the "
                        "head's reach, {:g}, {:g} to {:g}, {:g}: move it, or choose a smaller one",
                        canvas.x, canvas.y, head.canvas_at.x, head.canvas_at.y, head.reach_low.x,
                        head.reach_low.y, head.reach_high.x, head.reach_high.y)};
    FittedPlan fitted = Fitter(plan, head, fit).fitted();
    if (fitted.plan.strokes.size() > kMostPiecesPainted)
        return Error{
            fmt::format("the head would paint more than {} pieces of strokes: let it paint farther with a "
                        "load ('load_way'), or paint fewer strokes",
                        kMostPiecesPainted)};
    FitFigures limits = fitted.figures;
    limits.split = 0;
    if (fit == Fit::Refuse && !(limits == FitFigures{}))
        return Error{
            fmt::format("the head cannot paint the plan as it is: of {} strokes {}; --fit adapt or "
                        "--fit omit paints the rest",
                        plan.strokes.size(), joined(in_words(limits)))};
    if (fitted.plan.strokes.empty())
        return Error{fmt::format("nothing is left to paint: of {} strokes {}", plan.strokes.size(),
                                 joined(in_words(fitted.figures)))};
    return fitted;
}

std::vector<std::string> in_words(const FitFigures& figures) {
    std::vector<std::string> words;
    const auto add = [&](size_t count, const char* what) {
        if (count > 0)
            words.push_back(fmt::format("{} {}", count, what));
    };
    add(figures.beyond, "beyond the reach");
    add(figures.cut, "cut off where the reach ends");
    add(figures.resized, "too narrow or too broad for the tools, and brought to what they paint");
    add(figures.no_tool, "left out because no tool is for their brush");
    add(figures.unfit, "left out, beyond the reach or not of a tool's width");
    add(figures.split, "painted in pieces, with a load for each");
    return words;
}

}  // namespace allaprima
