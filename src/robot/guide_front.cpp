#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "image/colour.h"
#include "robot/guide_book.h"
#include "robot/recipe_words.h"

namespace allaprima {
namespace {

constexpr ParagraphStyle kNumber{"DejaVu Sans Bold 8", 0.0, 0.0, 0.0, true};
constexpr ParagraphStyle kPaleNumber{"DejaVu Sans Bold 8", 0.0, 0.0, 1.0, true};
constexpr ParagraphStyle kGridLabel{"DejaVu Sans 6.5", 0.0, 0.0, 0.35, true};
constexpr double kLabelRoomMm = 6.0;

double height_for(Size size, double width_mm) {
    return width_mm * size.height / size.width;
}

/// A picture as large as there is room for, in the middle, under its grid with labels.
void set_picture(const GuideBook& book, const Image<Rgb>& picture, double most_height) {
    const Plan& plan = book.plan;
    const double shape = static_cast<double>(plan.width_mm) / static_cast<double>(plan.height_mm);
    const double width = std::min(book.text_width() - kLabelRoomMm, most_height * shape);
    const double height = height_for(picture.size(), width);
    book.pages.take_room(5.0);
    const double top = book.pages.take_room(height + 1.0);
    const double left = (book.sheet.width_mm - width + kLabelRoomMm) / 2.0;
    book.pages.picture_at(left, top, width, picture);
    draw_grid(book, {left, top, width, height}, true);
}

void set_ground(const GuideBook& book) {
    const Plan& plan = book.plan;
    book.pages.paragraph(kGuideHeading, "The ground");
    const Pot ground = heap_like(plan.materials.palette, plan.ground);
    const double row = book.pages.take_room(12.0);
    book.pages.swatch_at({book.sheet.margin_mm, row + 1.0, 18.0, 9.0}, ground.paint.colour);
    const std::string colour =
        ground.parts
            ? fmt::format(
                  "{}, {}", recipe_in_words(*ground.parts, plan.materials.palette),
                  in_millilitres(millilitres_for(static_cast<double>(plan.width_mm) * plan.height_mm)))
            : hex_of_srgb(plan.ground);
    book.pages.text_at(book.sheet.margin_mm + 22.0, row + 1.0, book.text_width() - 22.0, kGuideBody,
                       plan.transparent
                           ? "Leave the canvas bare; this is the colour that was assumed for it."
                           : fmt::format("Prime the canvas in this colour and let it dry: {}.", colour));
}

/// How much of each tube all heaps take, ml.
std::vector<double> tube_ml(const GuideBook& book) {
    std::vector<double> amounts(book.plan.materials.palette.tubes.size(), 0.0);
    for (const Pot& heap : book.heaps.pots)
        for (size_t tube = 0; tube < amounts.size(); ++tube)
            amounts[tube] += millilitres_for(heap.area) * heap.paint.shares[tube];
    return amounts;
}

void set_materials(const GuideBook& book) {
    PrintedPages& pages = book.pages;
    const Palette& palette = book.plan.materials.palette;
    if (!palette.plain()) {
        pages.paragraph(kGuideHeading, "Tubes");
        const std::vector<double> amounts = tube_ml(book);
        std::string text;
        for (size_t tube = 0; tube < amounts.size(); ++tube)
            if (amounts[tube] > 0.0)
                text += fmt::format("{}{} {}", text.empty() ? "" : ", ", palette.tubes[tube].name,
                                    in_millilitres(amounts[tube]));
        pages.paragraph(kGuideBody, text + ".");
    }
    pages.paragraph(kGuideHeading, "Brushes");
    std::string text;
    for (const GuideBrush& brush : book.brushes.brushes) {
        text += fmt::format("{}{} {} mm ({} {})", text.empty() ? "" : ", ", brush.name, brush.width_mm,
                            brush.strokes, brush.strokes == 1 ? "stroke" : "strokes");
    }
    pages.paragraph(kGuideBody, text + ".");
}

void set_heap(const GuideBook& book, size_t number, double row_mm) {
    PrintedPages& pages = book.pages;
    const Pot& heap = book.heaps.pots[number];
    const double left = book.sheet.margin_mm, top = pages.take_room(row_mm);
    pages.swatch_at({left, top + 0.5, 18.0, row_mm - 1.4}, heap.paint.colour);
    pages.text_at(left, top + row_mm / 2.0 - 2.0, 18.0,
                  luma(heap.paint.colour) > 0.5f ? kNumber : kPaleNumber, std::to_string(number + 1));
    pages.text_at(left + 22.0, top + 0.8, book.text_width() - 66.0, kGuideSmall,
                  heap.parts ? recipe_in_words(*heap.parts, book.plan.materials.palette)
                             : hex_of_srgb(heap.paint.colour));
    pages.text_at(left + book.text_width() - 42.0, top + 0.8, 42.0, kGuideSmall,
                  fmt::format("{}, {} {}", in_millilitres(millilitres_for(heap.area)), heap.strokes,
                              heap.strokes == 1 ? "stroke" : "strokes"));
}

void set_heaps(const GuideBook& book) {
    const Palette& palette = book.plan.materials.palette;
    book.pages.paragraph(kGuideHeading, "Heaps of paint");
    book.pages.paragraph(kGuideBody,
                         palette.plain()
                             ? "Mix each heap until it looks as it does here. The steps use these numbers."
                             : "Parts are by volume: a part is as much as you like, the same for all of "
                               "a heap. A touch is what the tip of the knife takes. The steps use these "
                               "numbers.");
    constexpr double kTallest = 15.0, kLowest = 7.4;
    const double room = book.pages.room_left_mm() - 4.0;
    const double row = std::clamp(room / static_cast<double>(std::max<size_t>(book.heaps.pots.size(), 1)),
                                  kLowest, kTallest);
    for (size_t i = 0; i < book.heaps.pots.size(); ++i)
        set_heap(book, i, row);
}

}  // namespace

double grid_mm(const Plan& plan) {
    constexpr std::array kSquares{500.0, 250.0, 200.0, 100.0, 50.0, 25.0, 20.0, 10.0, 5.0, 2.0, 1.0};
    const double shorter = std::min(plan.width_mm, plan.height_mm);
    for (const double square : kSquares)
        if (shorter / square >= 5.0)
            return square;
    return shorter / 5.0;
}

void draw_grid(const GuideBook& book, const PageBox& picture, bool labels) {
    const Plan& plan = book.plan;
    const double mm = picture.width / plan.width_mm, cell = grid_mm(plan);
    std::vector<PageLine> lines;
    for (int i = 1; i * cell < plan.width_mm - 0.01; ++i)
        lines.push_back(
            {picture.x + i * cell * mm, picture.y, picture.x + i * cell * mm, picture.y + picture.height});
    for (int i = 1; i * cell < plan.height_mm - 0.01; ++i)
        lines.push_back(
            {picture.x, picture.y + i * cell * mm, picture.x + picture.width, picture.y + i * cell * mm});
    book.pages.guide_lines(lines);
    if (!labels)
        return;
    for (int i = 0; i * cell < plan.width_mm - 0.01; ++i)
        book.pages.text_at(picture.x + i * cell * mm, picture.y - 3.4,
                           std::min<double>(cell, plan.width_mm - i * cell) * mm, kGridLabel,
                           std::string(1, static_cast<char>('A' + i % 26)));
    for (int i = 0; i * cell < plan.height_mm - 0.01; ++i)
        book.pages.text_at(picture.x - kLabelRoomMm, picture.y + (i + 0.5) * cell * mm - 1.2, kLabelRoomMm,
                           kGridLabel, std::to_string(i + 1));
}

void set_front(const GuideBook& book, const Image<Rgb>& finished, const Image<Rgb>& contours) {
    const Plan& plan = book.plan;
    book.pages.paragraph(kGuideTitle, title_of(book.job.painting));
    book.pages.paragraph(
        kGuideBody, fmt::format("A canvas of {:.0f} x {:.0f} mm, {} strokes, {} heaps of paint, {} brushes.",
                                plan.width_mm, plan.height_mm, plan.strokes.size(), book.heaps.pots.size(),
                                book.brushes.brushes.size()));
    set_picture(book, finished, book.pages.room_left_mm() - 36.0);
    set_ground(book);
    book.pages.turn();
    set_materials(book);
    set_heaps(book);
    book.pages.turn();
    book.pages.paragraph(kGuideHeading, "Contours");
    book.pages.paragraph(
        kGuideBody,
        fmt::format("Square the canvas up thinly, in squares of {:g} mm, and draw what stands in each "
                    "square here; or have this page enlarged to the canvas and trace it. All pictures "
                    "have the same squares.",
                    grid_mm(plan)));
    set_picture(book, contours, book.pages.room_left_mm() - 8.0);
}

}  // namespace allaprima
