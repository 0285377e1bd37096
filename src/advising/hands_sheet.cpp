#include "advising/hands_sheet.h"

#include <utility>

#include "advising/draw_sheets.h"
#include "base/part_observer.h"
#include "charts/contact_sheet.h"
#include "engine/canvas_shape.h"
#include "engine/stages.h"
#include "engine/take_brief.h"
#include "model/shipped_files.h"
#include "rendering/render.h"

namespace allaprima {
namespace {

/// Long side of each picture, pixels, and how many stand in a row.
constexpr int kHandLongSide = 560, kHandColumns = 3;

Error stopped() {
    return {"stopped; no sheet was written"};
}

Result<Image<Rgb>> painted_by(const std::string& hand, const HandsWish& wish, const ThreadPool& workers,
                              Observer& observer) {
    Wishes wishes = wish.wishes;
    wishes.push_back({"hand", hand});
    Result<BriefFile> asked = take_brief(wish.photo, wishes);
    if (!asked)
        return asked.error();
    asked->brief.output = {};
    asked->brief.icc.clear();
    Result<Job> job =
        prepare({.photo = asked->photo, .brief = asked->brief, .picture = wish.sheet, .painting_file = {}});
    if (!job)
        return job.error();
    Result<Composed> composed = compose(*job, workers, observer);
    if (!composed)
        return composed.error();
    const Result<Study> seen = study(*job, *composed);
    if (!seen)
        return seen.error();
    const Result<Planned> planned = plan(*job, *composed, *seen, workers, observer);
    if (!planned)
        return planned.error();
    if (planned->stopped)
        return stopped();
    const Size size =
        size_within({planned->plan.width_mm, planned->plan.height_mm}, {kHandLongSide, kHandLongSide});
    return render_picture(planned->plan, shown_as(composed->brief, size), workers).colour;
}

}  // namespace

Result<std::vector<std::string>> draw_hands_sheet(const HandsWish& wish, const ThreadPool& workers,
                                                  Observer& observer) {
    const std::vector<std::string> hands =
        wish.hands.empty() ? names_of(shipped_files(Shipped::Hands)) : wish.hands;
    std::vector<Panel> panels;
    panels.reserve(hands.size());
    for (size_t i = 0; i < hands.size(); ++i) {
        const auto count = static_cast<double>(hands.size());
        PartObserver part(observer, static_cast<double>(i) / count, static_cast<double>(i + 1) / count);
        Result<Image<Rgb>> picture = painted_by(hands[i], wish, workers, part);
        if (!picture)
            return picture.error();
        if (observer.stop_requested())
            return stopped();
        panels.push_back({hands[i], std::move(picture).value()});
    }
    return draw_contact_sheet(panels, kHandColumns, wish.sheet);
}

}  // namespace allaprima
