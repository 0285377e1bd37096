#include "plotting/pen_drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "image/colour.h"
#include "plotting/plot_order.h"

namespace allaprima {
namespace {

/// The pens that are asked for, by their number or by their names.
Result<std::vector<Pen>> pens_for(const std::string& asked, const SeenStrokes& seen) {
    int count = 0;
    const char* end = asked.data() + asked.size();
    const auto [read, fault] = std::from_chars(asked.data(), end, count);
    if (fault != std::errc{} || read != end)
        return pens_named(asked);
    if (count < 1 || count > kMostPens)
        return Error{fmt::format("ask for 1 to {} pens, or for their names", kMostPens), true};
    std::vector<DrawnColour> colours{{seen.ground, seen.ground_area}};
    for (size_t i = 0; i < seen.colours.size(); ++i)
        colours.push_back({seen.colours[i], seen.areas[i]});
    return best_pens(colours, static_cast<size_t>(count));
}

float lightness(const Pen& pen) {
    return luma(pen.colour);
}

/// Draws strokes one after the other.
class Hatcher {
  public:
    Hatcher(const PlotSheet& sheet, const SeenStrokes& seen, const std::vector<Pen>& pens, float pen_mm)
        : sheet_(sheet), seen_(seen), pens_(pens), pen_mm_(pen_mm) {
        for (const Pen& pen : pens)
            layers_.push_back({.pen = pen, .lines = {}});
    }

    void draw_ground() {
        const std::vector<Tint> tints = tints_for(seen_.ground, pens_);
        for (size_t i = 0; seen_.ground_area > 0.0f && i < tints.size(); ++i)
            hatch_ground(tints, i, pen_mm_, sheet_, seen_, layers_[tints[i].pen].lines);
    }

    /// @return whether anything of it is seen.
    bool draw(const Stroke& stroke, size_t number) {
        if (seen_.areas[number] <= 0.0f)
            return false;
        const std::vector<Tint> tints = tints_for(seen_.colours[number], pens_);
        for (size_t i = 0; i < tints.size(); ++i)
            hatch_stroke(stroke, static_cast<int32_t>(number), tints, i, pen_mm_, seen_,
                         layers_[tints[i].pen].lines);
        return !tints.empty();
    }

    std::vector<PenLayer> layers() && { return std::move(layers_); }

  private:
    const PlotSheet& sheet_;
    const SeenStrokes& seen_;
    const std::vector<Pen>& pens_;
    float pen_mm_;
    std::vector<PenLayer> layers_;
};

double length_of(const PenStroke& line) {
    double way = 0.0;
    for (size_t i = 1; i < line.size(); ++i)
        way += static_cast<double>(length(line[i] - line[i - 1]));
    return way;
}

/// Draws in one what ends no farther than `gap` from where the next begins.
std::vector<PenStroke> joined(const std::vector<PlotLine>& order, const std::vector<PenStroke>& lines,
                              float gap) {
    std::vector<PenStroke> whole;
    for (const PlotLine& next : order) {
        PenStroke line = lines[next.stroke];
        if (next.reversed)
            std::ranges::reverse(line);
        if (!whole.empty() && length(line.front() - whole.back().back()) <= gap)
            whole.back().insert(whole.back().end(), line.begin(), line.end());
        else
            whole.push_back(std::move(line));
    }
    return whole;
}

/// @return whether the observer let it come to an end.
bool put_in_order(PenLayer& layer, float gap, Observer& observer) {
    std::vector<PlotLine> order;
    for (size_t i = 0; i < layer.lines.size(); ++i)
        order.push_back({layer.lines[i].front(), layer.lines[i].back(), i});
    order = in_plot_order(std::move(order), observer);
    if (order.size() != layer.lines.size())
        return false;
    layer.lines = joined(order, layer.lines, gap);
    Vec2 pen;
    for (const PenStroke& line : layer.lines) {
        layer.lifted_mm += static_cast<double>(length(line.front() - pen));
        layer.drawn_mm += length_of(line);
        pen = line.back();
    }
    return true;
}

}  // namespace

Result<std::optional<PenDrawing>> draw_with_pens(const Plan& plan, const PlotSettings& asked,
                                                 const ThreadPool& workers, Observer& observer) {
    const Result<PlotSheet> sheet = sheet_for({plan.width_mm, plan.height_mm}, asked.sheet, asked.margin_mm);
    if (!sheet)
        return sheet.error();
    const Plan laid = laid_on(plan, *sheet);
    const auto pen_mm = static_cast<float>(asked.pen_mm);
    observer.progress("looking", 0.0);
    const SeenStrokes seen = see_strokes(laid, plan, *sheet, 0.5f * pen_mm, workers);
    Result<std::vector<Pen>> pens = pens_for(asked.pens, seen);
    if (!pens)
        return pens.error();
    std::ranges::stable_sort(*pens, std::greater{}, lightness);
    Hatcher hatcher(*sheet, seen, *pens, pen_mm);
    PenDrawing drawing{.sheet = *sheet, .layers = {}};
    if (!plan.transparent)
        hatcher.draw_ground();
    const auto count = static_cast<double>(laid.strokes.size());
    for (size_t i = 0; i < laid.strokes.size(); ++i) {
        if (observer.stop_requested())
            return std::optional<PenDrawing>();
        observer.progress("hatching", static_cast<double>(i) / count);
        drawing.strokes += hatcher.draw(laid.strokes[i], i) ? 1 : 0;
    }
    drawing.layers = std::move(hatcher).layers();
    std::erase_if(drawing.layers, [](const PenLayer& layer) { return layer.lines.empty(); });
    for (PenLayer& layer : drawing.layers)
        if (!put_in_order(layer, 1.5f * pen_mm, observer))
            return std::optional<PenDrawing>();
    return std::optional(std::move(drawing));
}

}  // namespace allaprima
