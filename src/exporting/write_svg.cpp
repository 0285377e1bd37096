#include "exporting/write_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "exporting/outline_lines.h"
#include "exporting/stroke_facts.h"
#include "exporting/svg_text.h"
#include "files/text_file.h"
#include "image/colour.h"

namespace allaprima {
namespace {

/// "0.5" as ".5", with at most three digits behind the point.
std::string short_share(float share) {
    std::string text = fmt::format("{:.3f}", share);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text.starts_with("0.") ? text.substr(1) : text;
}

/// Draws strokes one after the other; those of one colour that follow each other share a group.
class StrokeDrawing {
  public:
    StrokeDrawing(const Plan& plan, const SvgGrid& grid, TextFile& out)
        : plan_(plan), grid_(grid), out_(out) {}

    void add(const Stroke& stroke) {
        const std::string look = look_of(stroke);
        if (look != look_)
            end_group();
        look_ = look;
        const float flat_enough = 0.125f * planned_edge(stroke, plan_);
        const std::string path = grid_.path(outline_of(stroke, inset_of(stroke), flat_enough), true);
        const std::string opacity = short_share(opacity_of(stroke));
        strokes_.push_back(opacity == "1" ? fmt::format(" d=\"{}\"/>", path)
                                          : fmt::format(" opacity=\"{}\" d=\"{}\"/>", opacity, path));
    }

    /// Writes what has been gathered.
    void end_group() {
        if (strokes_.size() == 1)
            out_.write(fmt::format("<path{}{}\n", look_, strokes_.front()));
        if (strokes_.size() > 1)
            out_.write(fmt::format("<g{}><path{}</g>\n", look_, fmt::join(strokes_, "<path")));
        strokes_.clear();
    }

  private:
    float border_of(const Stroke& stroke) const { return planned_edge(stroke, plan_) + stroke.fade; }
    float inset_of(const Stroke& stroke) const { return 0.25f * border_of(stroke); }

    std::string look_of(const Stroke& stroke) const {
        std::string look = fmt::format(" fill=\"{0}\" stroke=\"{0}\"", hex_of_srgb(stroke.paint.colour));
        if (const float border = border_of(stroke); border != planned_edge(Stroke{}, plan_))
            look += fmt::format(" stroke-width=\"{}\"", std::max(1L, grid_.steps(border)));
        return look;
    }

    /// What is too thin for its ring covers less instead, so that as much paint lies there as was planned.
    float opacity_of(const Stroke& stroke) const {
        const float inset = inset_of(stroke);
        const float half = 0.25f * (stroke.width_start + stroke.width_end);
        const float half_length = 0.5f * PlannedWay(stroke.path).length();
        return stroke.opacity * std::min(1.0f, half / inset) * std::min(1.0f, half_length / inset);
    }

    const Plan& plan_;
    const SvgGrid& grid_;
    TextFile& out_;
    std::string look_;
    std::vector<std::string> strokes_;  ///< Of one look.
};

/// The line in which a cut-out is cut out.
std::string outline_path(const Plan& plan, const SvgGrid& grid) {
    const float pixel_mm = plan.width_mm / static_cast<float>(plan.outline.width());
    std::string path;
    for (const std::vector<Vec2>& line : lines_at_half(plan.outline))
        for (size_t i = 0; i < line.size(); ++i)
            path += fmt::format("{}{} {}{}", i == 0 ? "M" : "L", grid.steps(line[i].x * pixel_mm),
                                grid.steps(line[i].y * pixel_mm), i + 1 == line.size() ? "z" : "");
    return path;
}

/// @return whether all was drawn.
bool draw_strokes(const ExportJob& job, const SvgGrid& grid, std::string_view metadata, TextFile& out) {
    const Plan& plan = job.plan;
    StrokeDrawing drawing(plan, grid, out);
    out.write(grid.head(plan, "Alla Prima: the strokes as they were planned", metadata));
    if (!plan.outline.empty())
        out.write(
            fmt::format("<clipPath id=\"outline\"><path clip-rule=\"evenodd\" d=\"{}\"/></clipPath>\n"
                        "<g clip-path=\"url(#outline)\">\n",
                        outline_path(plan, grid)));
    if (plan.shows_ground())
        out.write(fmt::format("<path id=\"ground\" fill=\"{}\" d=\"M0 0h{}v{}H0z\"/>\n",
                              hex_of_srgb(plan.ground), grid.steps(plan.width_mm),
                              grid.steps(plan.height_mm)));
    out.write(fmt::format("<g stroke-opacity=\".5\" stroke-width=\"{}\">\n",
                          std::max(1L, grid.steps(planned_edge(Stroke{}, plan)))));
    size_t next = 0;
    for (size_t pass = 0; pass < plan.passes.size(); ++pass) {
        out.write(layer_tag(fmt::format("pass{}", pass + 1), plan.passes[pass].name) + "\n");
        for (int i = 0; i < plan.passes[pass].strokes; ++i, ++next) {
            if (!goes_on(job, next))
                return false;
            drawing.add(plan.strokes[next]);
        }
        drawing.end_group();
        out.write("</g>\n");
    }
    out.write(plan.outline.empty() ? "</g></svg>\n" : "</g></g></svg>\n");
    return true;
}

}  // namespace

Result<ExportNotes> write_svg(const ExportJob& job, const std::string& file) {
    if (job.observer.stop_requested())
        return stopped_export(job);
    const Result<std::string> packet = packet_of(job);
    if (!packet)
        return packet.error();
    const std::string metadata = packet->empty() ? "" : fmt::format("<metadata>{}</metadata>", *packet);
    const SvgGrid grid(job.plan);
    TextFile out(file);
    if (!draw_strokes(job, grid, metadata, out))
        return stopped_export(job);
    if (const Status written = out.close(job.path); !written)
        return written.error();
    return ExportNotes{};
}

}  // namespace allaprima
