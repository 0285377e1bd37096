#include "retouching/retouch_painting.h"

#include <fmt/format.h>

#include <utility>

#include "base/rng.h"
#include "retouching/places_meant.h"
#include "retouching/reference_of_painting.h"
#include "retouching/repaint.h"

namespace allaprima {
namespace {

Result<std::vector<Boxes>> all_places(const std::vector<Region>& regions, const Painting& painting) {
    std::vector<Boxes> all;
    for (const Region& region : regions) {
        Result<std::vector<Boxes>> places = places_meant(region, painting);
        if (!places)
            return places.error();
        all.insert(all.end(), places->begin(), places->end());
    }
    return all;
}

/// An order for each place, with its share of the strokes.
std::vector<Retouch> orders_of(const RetouchWish& wish, const std::vector<Boxes>& places) {
    std::vector<Retouch> orders;
    orders.reserve(places.size());
    const auto strokes = static_cast<size_t>(wish.strokes);
    for (size_t i = 0; i < places.size(); ++i)
        orders.push_back(
            {.boxes = places[i],
             .strokes = static_cast<int>((strokes * (i + 1)) / places.size() - (strokes * i) / places.size()),
             .seed = scramble(wish.seed + i)});
    return orders;
}

/// The plan worked over in one place after the other.
Result<Plan> retouched(const Finished& finished, const Reference& reference,
                       const std::vector<Retouch>& orders, const ThreadPool& workers, Observer& observer,
                       const Growth& growth) {
    const auto keep_going = [&] { return !observer.stop_requested(); };
    const auto done = [&](size_t count) {
        observer.progress("retouching", static_cast<double>(count) / static_cast<double>(orders.size()));
    };
    done(0);
    const std::vector<Stroke> strokes =
        repaint(orders, finished.plan(), reference, finished.painting().start.materials, workers, keep_going,
                growing_over(finished.plan(), growth), done);
    if (!keep_going())
        return Error{"stopped; nothing was changed"};
    if (strokes.empty())
        return Error{fmt::format("no stroke would bring {} nearer to what it was painted from, there",
                                 finished.file())};
    return laid_over(finished.plan(), strokes, finished.file());
}

}  // namespace

Result<Painted> retouch_painting(const RetouchWish& wish, const ThreadPool& workers, Observer& observer,
                                 const Growth& growth) {
    if (wish.strokes < 1 || wish.strokes > kMostRetouches)
        return Error{fmt::format("--strokes must be 1 to {}, not {}", kMostRetouches, wish.strokes), true};
    observer.progress("reading", 0.0);
    const Result<Finished> finished = Finished::read(wish.painting_file, wish.outcome);
    if (!finished)
        return finished.error();
    const Result<std::vector<Boxes>> places = all_places(wish.places, finished->painting());
    if (!places)
        return places.error();
    Result<WorkedOver> work = WorkedOver::prepare(*finished, finished->brief(), wish.outcome);
    if (!work)
        return work.error();
    const Result<Reference> reference = reference_of(finished->painting(), finished->brief(),
                                                     wish.painting_file, wish.photo, workers, observer);
    if (!reference)
        return reference.error();
    const Result<Plan> plan =
        retouched(*finished, *reference, orders_of(wish, *places), workers, observer, growth);
    return plan ? work->finish(*plan, workers, observer) : Result<Painted>(plan.error());
}

}  // namespace allaprima
