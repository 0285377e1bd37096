#include "robot/write_guide.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "image/colour.h"
#include "pages/pages_module.h"
#include "rendering/growing_picture.h"
#include "robot/guide_steps.h"
#include "robot/hand_pots.h"

namespace allaprima {
namespace {

constexpr PaperSheet kPaper{210.0, 297.0, 18.0};
constexpr double kTextWidthMm = kPaper.width_mm - 2.0 * kPaper.margin_mm;
constexpr double kGapMm = 6.0;  ///< Between two pictures side by side.
constexpr int kGridCells = 6;   ///< Along the shorter side.

constexpr ParagraphStyle kTitle{"DejaVu Serif Bold 22", 0.0};
constexpr ParagraphStyle kHeading{"DejaVu Serif Bold 14", 4.0};
constexpr ParagraphStyle kBody{"DejaVu Serif 10", 1.2};
constexpr ParagraphStyle kSmall{"DejaVu Serif 8", 0.8, 0.0, 0.3};
constexpr ParagraphStyle kNumber{"DejaVu Sans Bold 8", 0.0, 0.0, 0.0, true};
constexpr ParagraphStyle kPaleNumber{"DejaVu Sans Bold 8", 0.0, 0.0, 1.0, true};
constexpr ParagraphStyle kGridLabel{"DejaVu Sans 6.5", 0.0, 0.0, 0.35, true};

struct Guide {
    const ExportJob& job;
    Plan plan;  ///< Dipped into the pots.
    Pots pots;
    PrintedPages& pages;
};

double height_for(Size size, double width_mm) {
    return width_mm * size.height / size.width;
}

/// Squares to find one's way by, with letters across and numbers down, as the canvas is squared up.
void draw_grid(PrintedPages& pages, const Plan& plan, double x, double y, double width, bool labels) {
    const double mm = width / plan.width_mm, cell = std::min(plan.width_mm, plan.height_mm) / kGridCells;
    std::vector<PageLine> lines;
    for (int i = 1; i * cell < plan.width_mm - 0.01; ++i)
        lines.push_back({x + i * cell * mm, y, x + i * cell * mm, y + plan.height_mm * mm});
    for (int i = 1; i * cell < plan.height_mm - 0.01; ++i)
        lines.push_back({x, y + i * cell * mm, x + plan.width_mm * mm, y + i * cell * mm});
    pages.guide_lines(lines);
    if (!labels)
        return;
    for (int i = 0; i * cell < plan.width_mm - 0.01; ++i)
        pages.text_at(x + i * cell * mm, y - 3.4, std::min<double>(cell, plan.width_mm - i * cell) * mm,
                      kGridLabel, std::string(1, static_cast<char>('A' + i % 26)));
    for (int i = 0; i * cell < plan.height_mm - 0.01; ++i)
        pages.text_at(x - 6.0, y + (i + 0.5) * cell * mm - 1.2, 6.0, kGridLabel, std::to_string(i + 1));
}

Image<Rgb> paled(Image<Rgb> picture) {
    for (Rgb& pixel : picture.pixels())
        pixel = lerp(Rgb{1.0f, 1.0f, 1.0f}, pixel, 0.35f);
    return picture;
}

/// Each stroke as the way of its brush, in its colour, with a point where it begins.
void draw_strokes(const Guide& guide, const GuideStep& step, double x, double y, double width) {
    CurveDrawing drawing{.x_mm = x,
                         .y_mm = y,
                         .width_mm = width,
                         .canvas_width = guide.plan.width_mm,
                         .canvas_height = guide.plan.height_mm,
                         .curves = {}};
    for (size_t i = step.begin; i < step.end; ++i) {
        const Stroke& stroke = guide.plan.strokes[i];
        drawing.curves.push_back({.points = stroke.path.points,
                                  .width = 0.3 * (stroke.width_start + stroke.width_end) / 2.0,
                                  .colour = stroke.paint.colour});
    }
    guide.pages.draw(drawing);
}

std::string recipe(const Pot& pot, const Palette& palette) {
    std::string text;
    if (!pot.parts) {
        // No heap that one counts looks like it: what there is more than a trace of, and then the eye.
        for (size_t tube = 0; tube < palette.tubes.size(); ++tube)
            if (const double percent = 100.0 * pot.paint.shares[tube]; percent >= 1.0)
                text += fmt::format("{}{:.0f} % {}", text.empty() ? "about " : " + ", percent,
                                    palette.tubes[tube].name);
        return text + ", until it looks like this";
    }
    for (size_t tube = 0; tube < palette.tubes.size(); ++tube)
        if ((*pot.parts)[tube] > 0)
            text += fmt::format("{}{} {}", text.empty() ? "" : " + ", (*pot.parts)[tube],
                                palette.tubes[tube].name);
    return text;
}

void set_first_page(const Guide& guide, const Image<Rgb>& finished) {
    PrintedPages& pages = guide.pages;
    const Plan& plan = guide.plan;
    pages.paragraph(kTitle, title_of(guide.job.painting));
    pages.paragraph(kBody,
                    fmt::format("A canvas of {:.0f} x {:.0f} mm, {} strokes in {} passes, {} heaps of paint.",
                                plan.width_mm, plan.height_mm, plan.strokes.size(), plan.passes.size(),
                                guide.pots.pots.size()));
    const double indent = 6.0, most_height = 165.0;
    const double width = std::min(kTextWidthMm - indent, most_height * plan.width_mm / plan.height_mm);
    const double height = height_for(finished.size(), width);
    pages.take_room(6.0);
    const double top = pages.take_room(height + 2.0), left = kPaper.margin_mm + indent;
    pages.picture_at(left, top, width, finished);
    draw_grid(pages, plan, left, top, width, true);
    const double cell = std::min(plan.width_mm, plan.height_mm) / kGridCells;
    pages.paragraph(kSmall,
                    fmt::format("Square the canvas up thinly, in squares of {:.1f} mm. The squares of every "
                                "picture here are the same.",
                                cell));
    pages.paragraph(kHeading, "The ground");
    const double row = pages.take_room(12.0);
    pages.swatch_at({kPaper.margin_mm, row + 1.0, 18.0, 9.0}, plan.ground);
    pages.text_at(kPaper.margin_mm + 22.0, row + 2.5, kTextWidthMm - 22.0, kBody,
                  plan.transparent ? "Leave the canvas bare; this is the colour that was assumed for it."
                                   : fmt::format("Prime the canvas in this colour ({}) and let it dry.",
                                                 hex_of_srgb(plan.ground)));
}

void set_heaps(const Guide& guide) {
    PrintedPages& pages = guide.pages;
    const Palette& palette = guide.plan.materials.palette;
    pages.turn();
    pages.paragraph(kHeading, "Heaps of paint");
    pages.paragraph(
        kBody,
        palette.plain()
            ? std::string("Mix each heap until it looks as it does here. The steps use these numbers.")
            : fmt::format(
                  "The palette is called {}. Parts are by volume: a part is as much as you like, the same "
                  "for all of a heap. The steps use these numbers.",
                  palette.name));
    constexpr double kRow = 9.4;
    for (size_t i = 0; i < guide.pots.pots.size(); ++i) {
        const Pot& pot = guide.pots.pots[i];
        const double top = pages.take_room(kRow);
        pages.swatch_at({kPaper.margin_mm, top + 0.5, 18.0, kRow - 1.6}, pot.paint.colour);
        pages.text_at(kPaper.margin_mm, top + 2.6, 18.0,
                      luma(pot.paint.colour) > 0.5f ? kNumber : kPaleNumber, std::to_string(i + 1));
        pages.text_at(kPaper.margin_mm + 22.0, top + 0.8, kTextWidthMm - 60.0, kSmall,
                      palette.plain() ? hex_of_srgb(pot.paint.colour) : recipe(pot, palette));
        pages.text_at(kPaper.margin_mm + kTextWidthMm - 36.0, top + 0.8, 36.0, kSmall,
                      fmt::format("{} {}", pot.strokes, pot.strokes == 1 ? "stroke" : "strokes"));
    }
    if (pages.room_left_mm() < 60.0)
        pages.turn();
    pages.paragraph(kHeading, "Brushes");
    for (const GuideBrush& brush : guide_brushes(guide.plan, 0, guide.plan.strokes.size()))
        pages.paragraph(kBody, fmt::format("{}, {} mm: {} {}", brush.name, brush.width_mm, brush.strokes,
                                           brush.strokes == 1 ? "stroke" : "strokes"));
}

const char* advice(Coat coat) {
    switch (coat) {
        case Coat::Body:
            return "Wet into what is wet. Each line is a stroke: it begins at its dot and goes to its end, "
                   "and the width of the line is that of the stroke.";
        case Coat::Scumble:
            return "Let everything dry first. Drag little, stiff paint over the top, so that it breaks.";
        case Coat::Glaze:
            return "Let everything dry first. Thin the paint with medium until what lies beneath shows "
                   "through.";
    }
    return "";
}

std::string heaps_of(const Guide& guide, const GuideStep& step) {
    std::map<size_t, int> strokes;
    for (size_t i = step.begin; i < step.end; ++i)
        ++strokes[guide.pots.of[i]];
    std::string text;
    for (const auto& [pot, count] : strokes)
        text += fmt::format("{}{} ({}x)", text.empty() ? "" : ", ", pot + 1, count);
    return text;
}

void set_step(const Guide& guide, size_t number, const GuideStep& step, const Image<Rgb>& before,
              const Image<Rgb>& after) {
    PrintedPages& pages = guide.pages;
    const double width = (kTextWidthMm - kGapMm) / 2.0, height = height_for(before.size(), width);
    if (pages.room_left_mm() < height + 38.0)
        pages.turn();
    pages.paragraph(kHeading,
                    fmt::format("{}. {}{}", number, step.pass,
                                step.parts > 1 ? fmt::format(", {} of {}", step.part, step.parts) : ""));
    pages.paragraph(kBody, fmt::format("{} {}. {}", step.end - step.begin,
                                       step.end - step.begin == 1 ? "stroke" : "strokes", advice(step.coat)));
    pages.take_room(2.0);
    const double top = pages.take_room(height + 2.0), left = kPaper.margin_mm, right = left + width + kGapMm;
    pages.picture_at(left, top, width, paled(before));
    draw_strokes(guide, step, left, top, width);
    draw_grid(pages, guide.plan, left, top, width, false);
    pages.picture_at(right, top, width, after);
    draw_grid(pages, guide.plan, right, top, width, false);
    std::string brushes;
    for (const GuideBrush& brush : guide_brushes(guide.plan, step.begin, step.end))
        brushes += fmt::format("{}{} {} mm", brushes.empty() ? "" : ", ", brush.name, brush.width_mm);
    pages.paragraph(kSmall, "Brushes: " + brushes);
    pages.paragraph(kSmall, "Heaps: " + heaps_of(guide, step));
}

/// @return whether the observer let it come to an end.
bool set_steps(const Guide& guide) {
    GrowingPicture growing(guide.plan, guide.job.settings, guide.job.workers);
    const std::vector<GuideStep> steps = guide_steps(guide.plan);
    guide.pages.turn();
    Image<Rgb> before = on_white(growing.picture());
    for (size_t i = 0; i < steps.size(); ++i) {
        if (guide.job.observer.stop_requested())
            return false;
        growing.lay_up_to(steps[i].end);
        Image<Rgb> after = on_white(growing.picture());
        set_step(guide, i + 1, steps[i], before, after);
        before = std::move(after);
        guide.job.observer.progress("painting",
                                    static_cast<double>(i + 1) / static_cast<double>(steps.size()));
    }
    return true;
}

void set_last_page(const Guide& guide) {
    if (guide.pages.room_left_mm() < 60.0)
        guide.pages.turn();
    guide.pages.paragraph(kHeading, "At the end");
    guide.pages.paragraph(
        kBody,
        "Let it dry flat and out of the dust: touch-dry in days to weeks where paint is thick, dry "
        "through in six to twelve months. Varnish it then, not before. Sign it: you have "
        "painted it.");
    guide.pages.line_to_sign("Painted by, place and date");
}

}  // namespace

Result<ExportNotes> write_guide(const ExportJob& job, const std::string& file) {
    const Result<const PagesModule*> module = pages_module();
    if (!module)
        return module.error();
    const std::unique_ptr<PrintedPages> pages =
        (*module)->printed_pages({.file = file, .sheet = kPaper, .title = title_of(job.painting)});
    Guide guide{.job = job, .plan = job.plan, .pots = {}, .pages = *pages};
    guide.pots = fill_pots(guide.plan, static_cast<size_t>(job.asked.guide.heaps), job.workers);
    const Picture finished = render_picture(guide.plan, job.settings, job.workers);
    set_first_page(guide, on_white(finished));
    set_heaps(guide);
    if (!set_steps(guide))
        return stopped_export(job);
    set_last_page(guide);
    if (const Status written = pages->finish(job.path); !written)
        return written.error();
    return ExportNotes{
        fmt::format("{} pages, {} heaps of paint; strokes change colour by {:.1f} CIEDE2000 on average",
                    pages->count(), guide.pots.pots.size(), guide.pots.mean_shift)};
}

}  // namespace allaprima
