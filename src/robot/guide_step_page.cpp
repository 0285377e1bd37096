#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "image/filters.h"
#include "robot/guide_book.h"

namespace allaprima {
namespace {

constexpr double kGapMm = 5.0, kSwatchMm = 4.0, kRowMm = 4.6;
constexpr double kListMm = 66.0;  ///< Of height, for the list beside the picture of what is there afterwards.

/// Pictures of steps are small on paper, and there are many: so many pixels, in steps of a 64th, keep the
/// file small.
constexpr int kBeforePixels = 420, kAfterPixels = 320;
constexpr float kPale = 0.35f;  ///< How strong what is there shows under the strokes.

Image<Rgb> for_paper(const Image<Rgb>& picture, int long_side, float strength) {
    Image<Rgb> small = resized(picture, no_longer_than(long_side, picture.size()));
    const auto stepped = [&](float v) { return std::round(64.0f * (1.0f + (v - 1.0f) * strength)) / 64.0f; };
    for (Rgb& pixel : small.pixels())
        pixel = {stepped(pixel.r), stepped(pixel.g), stepped(pixel.b)};
    return small;
}

/// Each stroke as broad as it is, in its colour, with its number where it begins.
void draw_strokes(const GuideBook& book, const GuideStep& step, bool numbered, const PageBox& picture) {
    CurveDrawing drawing{.x_mm = picture.x,
                         .y_mm = picture.y,
                         .width_mm = picture.width,
                         .canvas_width = book.plan.width_mm,
                         .canvas_height = book.plan.height_mm,
                         .curves = {}};
    for (size_t i = step.begin; i < step.end; ++i) {
        const Stroke& stroke = book.plan.strokes[i];
        drawing.curves.push_back({.points = stroke.path.points,
                                  .width = (stroke.width_start + stroke.width_end) / 2.0,
                                  .colour = stroke.paint.colour,
                                  .label = numbered ? std::to_string(i - step.begin + 1) : ""});
    }
    book.pages.draw(drawing);
}

std::string advice(const GuideBook& book, const GuideStep& step, bool numbered) {
    const std::string dry = kind_of(book.plan.materials.palette) == PaintKind::Acrylic
                                ? "Let everything dry first, half an hour or so. "
                                : "Let everything dry first, until it no longer sticks. ";
    switch (step.coat) {
        case Coat::Body:
            return numbered ? "Paint the strokes in the order of their numbers: each begins at its dot, "
                              "follows its "
                              "thin line, and is as broad as it is drawn."
                            : "Throw the paint from a stiff brush, or write it, as the picture shows.";
        case Coat::Scumble:
            return dry +
                   "Drag little, stiff paint over the top, so that it breaks; in the order of the numbers.";
        case Coat::Glaze:
            return dry +
                   "Thin the paint with medium until what lies beneath shows through; in the order of the "
                   "numbers.";
    }
    return "";
}

std::string strokes_in_words(const GuideRun& run, size_t begin) {
    const size_t first = run.begin - begin + 1, last = run.end - begin;
    return first == last ? fmt::format("{}", first) : fmt::format("{}–{}", first, last);
}

/// What to take for which strokes, in two columns.
void list_runs(const GuideBook& book, const GuideStep& step, const PageBox& room) {
    const std::vector<GuideRun> runs = runs_of(step, book.heap_of, book.brushes.of);
    const auto rows = static_cast<size_t>(room.height / kRowMm);
    const size_t columns = std::max<size_t>(1, (runs.size() + rows - 1) / rows);
    const double width = room.width / static_cast<double>(columns);
    for (size_t i = 0; i < runs.size(); ++i) {
        const GuideRun& run = runs[i];
        const size_t column = i / rows;
        const double x = room.x + width * static_cast<double>(column),
                     y = room.y + kRowMm * static_cast<double>(i % rows);
        book.pages.swatch_at({x, y, kSwatchMm, kRowMm - 1.0}, book.heaps.pots[run.heap].paint.colour);
        book.pages.text_at(x + kSwatchMm + 1.2, y, width - kSwatchMm - 1.5,
                           {columns > 2 ? "DejaVu Sans 5.5" : "DejaVu Sans 7"},
                           fmt::format("{}: heap {}, {} mm", strokes_in_words(run, step.begin), run.heap + 1,
                                       book.brushes.brushes[run.brush].width_mm));
    }
}

}  // namespace

void set_step(const GuideBook& book, size_t number, const GuideStep& step, const Image<Rgb>& before,
              const Image<Rgb>& after) {
    PrintedPages& pages = book.pages;
    const bool numbered = !is_whole({.name = step.pass});
    pages.turn();
    pages.paragraph(kGuideHeading,
                    fmt::format("{}. {}{}", number, step.pass,
                                step.parts > 1 ? fmt::format(", {} of {}", step.part, step.parts) : ""));
    pages.paragraph(kGuideBody, fmt::format("{} {}. {}", step.end - step.begin,
                                            step.end - step.begin == 1 ? "stroke" : "strokes",
                                            advice(book, step, numbered)));
    const double shape = static_cast<double>(book.plan.height_mm) / static_cast<double>(book.plan.width_mm);
    pages.take_room(2.0);
    const double room = pages.room_left_mm() - kListMm - kGapMm;
    const double width = std::min(book.text_width(), room / shape), height = width * shape;
    const PageBox large{(book.sheet.width_mm - width) / 2.0, pages.take_room(height), width, height};
    pages.picture_at(large.x, large.y, large.width, for_paper(before, kBeforePixels, kPale));
    draw_strokes(book, step, numbered, large);
    draw_grid(book, large, false);
    const double list_top = pages.take_room(kGapMm) + kGapMm, left_over = pages.room_left_mm();
    const double small_height = std::min(left_over, 0.45 * book.text_width() * shape),
                 small_width = small_height / shape;
    const PageBox small{book.sheet.width_mm - book.sheet.margin_mm - small_width, list_top, small_width,
                        small_height};
    pages.picture_at(small.x, small.y, small.width, for_paper(after, kAfterPixels, 1.0f));
    draw_grid(book, small, false);
    list_runs(book, step,
              {book.sheet.margin_mm, list_top, book.text_width() - small_width - kGapMm, left_over});
    pages.take_room(left_over - 1.0);
}

void set_end(const GuideBook& book) {
    book.pages.turn();
    book.pages.paragraph(kGuideHeading, "At the end");
    switch (kind_of(book.plan.materials.palette)) {
        case PaintKind::Oil:
            book.pages.paragraph(
                kGuideBody,
                "Let it dry flat and out of the dust: touch-dry in days to weeks where paint is thick, "
                "dry through in six to twelve months. Varnish it then, not before.");
            break;
        case PaintKind::Acrylic:
            book.pages.paragraph(
                kGuideBody,
                "Acrylics are dry to the touch within hours and dry through within days where paint is "
                "thick. Varnish it after that.");
            break;
        case PaintKind::Any:
            book.pages.paragraph(kGuideBody,
                                 "Let it dry flat and out of the dust, for as long as your paint needs, and "
                                 "varnish it after that.");
            break;
    }
    book.pages.paragraph(kGuideBody, "Sign it: you have painted it.");
    book.pages.line_to_sign("Painted by, place and date");
}

PaintKind kind_of(const Palette& palette) {
    const auto all = [&](std::string_view source) {
        return !palette.plain() && std::ranges::all_of(palette.tubes, [&](const Pigment& tube) {
            return tube.source.find(source) != std::string::npos;
        });
    };
    return all("oil") ? PaintKind::Oil : all("acrylic") ? PaintKind::Acrylic : PaintKind::Any;
}

}  // namespace allaprima
