#include "robot/write_guide.h"

#include <fmt/format.h>

#include <numeric>
#include <optional>

#include "rendering/growing_picture.h"
#include "robot/contours.h"
#include "robot/guide_book.h"
#include "robot/hand_order.h"

namespace allaprima {
namespace {

constexpr double kMarginMm = 16.0;

PaperSheet sheet_of(Paper paper) {
    const PaperSize size = size_of(paper);
    return {size.width_mm, size.height_mm, kMarginMm * size.width_mm / size_of(Paper::A4).width_mm};
}

/// Puts the strokes of each pass in an order in which brushes and heaps change seldom: broad brushes first.
/// @return whether the observer let it come to an end.
bool arrange(GuideBook& book) {
    HandWork work{.tools = book.brushes.of, .pots = book.heaps.of, .ranks = {}, .looks = {}};
    work.ranks.resize(book.brushes.brushes.size());
    std::iota(work.ranks.begin(), work.ranks.end(), size_t{0});
    for (const Pot& heap : book.heaps.pots)
        work.looks.push_back(heap.paint.colour);
    const std::optional<std::vector<size_t>> order = order_for_hand(book.plan, work, book.job.observer);
    if (!order)
        return false;
    const std::vector<Stroke> strokes = book.plan.strokes;
    for (size_t i = 0; i < order->size(); ++i) {
        book.plan.strokes[i] = strokes[(*order)[i]];
        book.brushes.of[i] = work.tools[(*order)[i]];
        book.heap_of.push_back(work.pots[(*order)[i]]);
    }
    return true;
}

/// @return whether the observer let it come to an end.
bool set_steps(const GuideBook& book) {
    GrowingPicture growing(book.plan, book.job.settings, book.job.workers);
    const std::vector<GuideStep> steps = guide_steps(book.plan);
    Image<Rgb> before = on_white(growing.picture());
    for (size_t i = 0; i < steps.size(); ++i) {
        if (book.job.observer.stop_requested())
            return false;
        growing.lay_up_to(steps[i].end);
        Image<Rgb> after = on_white(growing.picture());
        set_step(book, i + 1, steps[i], before, after);
        before = std::move(after);
        book.job.observer.progress("painting",
                                   static_cast<double>(i + 1) / static_cast<double>(steps.size()));
    }
    return true;
}

Image<Rgb> contours_for(const GuideBook& book) {
    RenderSettings settings = book.job.settings;
    settings.finish = Finish::Flat;
    return contours_of(on_white(render_picture(book.plan, settings, book.job.workers)), book.job.workers);
}

ExportNotes notes_of(const GuideBook& book) {
    ExportNotes notes{fmt::format(
        "{} pages, {} heaps of paint, {} brushes; strokes change colour by {:.1f} CIEDE2000 on average",
        book.pages.count(), book.heaps.pots.size(), book.brushes.brushes.size(), book.heaps.mean_shift)};
    const size_t most = kStrokesOfAStep * kMostSteps;
    if (book.plan.strokes.size() > most)
        notes.push_back(
            fmt::format("{} strokes are many for a person: of a painting of {} or fewer each step has no "
                        "more than {}",
                        book.plan.strokes.size(), most, kStrokesOfAStep));
    return notes;
}

}  // namespace

Result<ExportNotes> write_guide(const ExportJob& job, const std::string& file) {
    const Result<const PagesModule*> module = pages_module();
    if (!module)
        return module.error();
    const PaperSheet sheet = sheet_of(job.asked.guide.paper);
    const std::unique_ptr<PrintedPages> pages = (*module)->printed_pages(
        {.file = file, .sheet = sheet, .title = title_of(job.painting), .footer = title_of(job.painting)});
    GuideBook book{.job = job,
                   .plan = job.plan,
                   .heaps = {},
                   .heap_of = {},
                   .brushes = {},
                   .sheet = sheet,
                   .pages = *pages};
    job.observer.progress("filling heaps", 0.0);
    book.heaps = fill_pots(book.plan, static_cast<size_t>(job.asked.guide.heaps), job.workers);
    book.brushes = choose_brushes(book.plan, static_cast<size_t>(job.asked.guide.brushes));
    if (!arrange(book))
        return stopped_export(job);
    job.observer.progress("drawing", 0.0);
    set_front(book, on_white(render_picture(book.plan, job.settings, job.workers)), contours_for(book));
    job.observer.progress("painting", 0.0);
    if (!set_steps(book))
        return stopped_export(job);
    set_end(book);
    if (const Status written = pages->finish(job.path); !written)
        return written.error();
    return notes_of(book);
}

}  // namespace allaprima
