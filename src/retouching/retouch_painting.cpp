#include "retouching/retouch_painting.h"

#include <fmt/format.h>

#include <utility>

#include "base/rng.h"
#include "engine/bound_size.h"
#include "engine/checkpoints.h"
#include "engine/enclosed_files.h"
#include "engine/load_painting.h"
#include "engine/make_picture.h"
#include "painting_file/kept_names.h"
#include "pictures/write_picture.h"
#include "planning/retouch.h"
#include "rendering/detail.h"
#include "retouching/places_meant.h"
#include "retouching/reference_of_painting.h"

namespace allaprima {
namespace {

/// All of it that can be known before the work.
Status check(const RetouchWish& wish) {
    if (wish.strokes < 1 || wish.strokes > kMostRetouches)
        return Error{fmt::format("--strokes must be 1 to {}, not {}", kMostRetouches, wish.strokes), true};
    if (wish.painting)
        return check_painting_file(wish.painting->path, wish.painting->replace);
    return Done{};
}

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

/// The plan worked over in one place after the other.
Result<Plan> retouched(const Painting& painting, const Reference& reference, const std::vector<Boxes>& places,
                       const RetouchWish& wish, const ThreadPool& workers, Observer& observer) {
    const Plan& before = *painting.plan;
    Plan plan = before;
    const auto keep_going = [&] { return !observer.stop_requested(); };
    for (size_t i = 0; i < places.size(); ++i) {
        observer.progress("retouching", static_cast<double>(i) / static_cast<double>(places.size()));
        const auto count = static_cast<int>((static_cast<size_t>(wish.strokes) * (i + 1)) / places.size() -
                                            (static_cast<size_t>(wish.strokes) * i) / places.size());
        const Retouch order{places[i], count, scramble(wish.seed + i)};
        const std::vector<Stroke> strokes =
            retouch(plan, reference, painting.start.materials, order, workers, keep_going);
        plan = with_retouches(std::move(plan), strokes);
        if (!keep_going())
            return Error{"stopped; nothing was changed"};
    }
    if (plan.strokes.size() == before.strokes.size())
        return Error{fmt::format("no stroke would bring {} nearer to what it was painted from, there",
                                 wish.painting_file)};
    if (detail_of(plan) != detail_of(before))
        return Error{
            fmt::format("{} is covered with so much paint that no more can be laid without changing it",
                        wish.painting_file)};
    return plan;
}

/// The painting as it is kept under its new name: its picture is not made yet, and no record tells of it.
Painting as_new(Painting painting, const Plan& plan, const RetouchWish& wish) {
    move_names(wish.painting_file, wish.painting->path, painting.start);
    painting.plan = plan;
    painting.stage = Stage::Planned;
    painting.picture_digest.clear();
    painting.pixels_digest.clear();
    painting.record = {};
    painting.start.output =
        name_to_keep(wish.painting->path, wish.picture ? wish.picture->path : wish.painting->path + ".png");
    return painting;
}

Status keep(const Painting& painting, const Plan& plan, const RetouchWish& wish, Checkpoints& kept) {
    if (!wish.painting)
        return Done{};
    Result<PaintingFile> file =
        PaintingFile::create_like(wish.painting->path, as_new(painting, plan, wish), wish.painting->replace);
    if (!file)
        return file.error();
    kept = Checkpoints(std::move(file).value());
    return Done{};
}

Result<PictureOrder> picture_order(const Brief& kept, const Plan& plan, const RetouchWish& wish,
                                   std::vector<std::string>& warnings) {
    Brief brief = kept;
    if (!can_hold_depth(wish.picture->path, brief.depth))
        brief.depth = 0;
    if (std::optional<std::string> bound = bound_size(canvas_of(plan), brief.output))
        warnings.push_back(std::move(*bound));
    return order_picture(std::move(brief), *wish.picture, plan);
}

/// What was kept of the painting before, and what is not of the new one.
std::vector<std::string> warnings_for(const Painting& painting, const RetouchWish& wish) {
    if (!wish.painting || painting.record == Record{})
        return {};
    return {fmt::format("the record stays with {}, which it tells of; the new painting has none",
                        wish.painting_file)};
}

}  // namespace

Result<Painted> retouch_painting(const RetouchWish& wish, const ThreadPool& workers, Observer& observer) {
    if (const Status possible = check(wish); !possible)
        return possible.error();
    observer.progress("reading", 0.0);
    const Result<Painting> painting = load_planned(wish.painting_file);
    if (!painting)
        return painting.error();
    if (painting->stage == Stage::Stopped)
        return Error{fmt::format("{} is not planned to its end; finish it first: allaprima resume {}",
                                 wish.painting_file, wish.painting_file)};
    const Result<ReadableBrief> brief = ReadableBrief::of(wish.painting_file, painting->start);
    if (!brief)
        return brief.error();
    const Result<std::vector<Boxes>> places = all_places(wish.places, *painting);
    if (!places)
        return places.error();
    std::vector<std::string> warnings = warnings_for(*painting, wish);
    std::optional<PictureOrder> order;
    if (wish.picture) {
        Result<PictureOrder> possible = picture_order(brief->brief(), *painting->plan, wish, warnings);
        if (!possible)
            return possible.error();
        order.emplace(std::move(possible).value());
    }
    const Result<Reference> reference =
        reference_of(*painting, brief->brief(), wish.painting_file, wish.photo, workers, observer);
    if (!reference)
        return reference.error();
    const Result<Plan> plan = retouched(*painting, *reference, *places, wish, workers, observer);
    if (!plan)
        return plan.error();
    Checkpoints kept;
    if (const Status begun = keep(*painting, *plan, wish, kept); !begun)
        return begun.error();
    Painted painted{.strokes = counts_of(*plan),
                    .painting_file = kept.path(),
                    .mixing = mixing_of(*plan),
                    .warnings = warnings};
    if (!order)
        return painted;
    const Stopwatch watch;
    const Result<Made> made =
        make_picture(*plan, *order, workers, observer, [&](const CompletePicture& complete) {
            kept.keep_picture(complete, wish.picture->path, watch.seconds());
            kept.keep_stage(Stage::Painted);
            return kept.outcome();
        });
    if (!made)
        return made.error();
    painted.picture = wish.picture->path;
    painted.size = made->size;
    painted.gamut = made->gamut;
    return painted;
}

}  // namespace allaprima
