#include "retouching/repaint_painting.h"

#include <utility>

#include "engine/changed_plan.h"
#include "last_touches/last_touches.h"
#include "planning/repaint.h"
#include "retouching/now_wanted.h"

namespace allaprima {
namespace {

/// More of the picture than this is sooner and better painted anew where it shows something else.
constexpr float kMostOfAnother = 0.6f;

/// Seconds for all of it, and for each new stroke, measured with portraits of 2,000 strokes on two cores.
constexpr double kSecondsBefore = 0.5, kSecondsForStroke = 0.012;

/// The paint that is thrown besides.
Result<Plan> thrown(const Finished& finished, const Brief& brief, const NowWanted& now,
                    std::vector<std::string>& warnings) {
    Brief besides = brief;
    besides.signature = {};
    besides.spatters.erase(
        besides.spatters.begin(),
        besides.spatters.begin() + static_cast<std::ptrdiff_t>(finished.brief().spatters.size()));
    const Result<TouchInputs> inputs = read_touch_inputs(besides);
    if (!inputs)
        return inputs.error();
    return make_last_touches(besides, now.study, now.reference, finished.painting().start.materials, *inputs,
                             warnings);
}

std::vector<Retouch> orders_of(const NowWanted& now, const Plan& plan, uint64_t seed) {
    return orders_for(now.changes, plan, now.reference, seed);
}

/// Whether the reference is another one on so much of the picture that little of the painting would stay.
bool is_another_picture(const NowWanted& now) {
    if (now.changes.reference.empty())
        return false;
    double sum = 0.0;
    for (const float change : now.changes.reference.pixels())
        sum += change;
    return sum > kMostOfAnother * static_cast<double>(now.reference.size().area());
}
constexpr const char* kAnotherPicture = "most of the picture shows something else now";

/// All that is known before the first stroke.
struct Prepared {
    Finished finished;
    Brief brief;  ///< What is asked for now.
    NowWanted now;
};

Result<Prepared> prepare(const RepaintWish& wish, const ThreadPool& workers, Observer& observer) {
    observer.progress("reading", 0.0);
    Result<Finished> finished = Finished::read(wish.painting_file, wish.outcome);
    if (!finished)
        return finished.error();
    Result<Brief> brief = brief_otherwise(*finished, wish.asked);
    if (!brief)
        return brief.error();
    Result<NowWanted> now = now_wanted(*finished, *brief, wish.photo, workers, observer);
    if (!now)
        return now.error();
    return Prepared{std::move(finished).value(), std::move(brief).value(), std::move(now).value()};
}

}  // namespace

Result<RepaintCost> cost_of_repaint(const RepaintWish& wish, const ThreadPool& workers, Observer& observer) {
    const Result<Finished> finished = Finished::read(wish.painting_file, {});
    if (!finished)
        return finished.error();
    if (std::string anew = why_painted_anew(wish.asked.wishes, finished->brief()); !anew.empty())
        return RepaintCost{.anew = std::move(anew)};
    const Result<Prepared> prepared = prepare(wish, workers, observer);
    if (!prepared)
        return prepared.error();
    if (is_another_picture(prepared->now))
        return RepaintCost{.anew = kAnotherPicture};
    const std::vector<Retouch> orders =
        orders_of(prepared->now, prepared->finished.plan(), prepared->brief.seed);
    const int strokes = strokes_of(orders);
    return RepaintCost{.strokes = strokes,
                       .share = share_of_picture(orders, prepared->now.reference.size()),
                       .seconds = kSecondsBefore + kSecondsForStroke * strokes};
}

Result<Painted> repaint_painting(const RepaintWish& wish, const ThreadPool& workers, Observer& observer,
                                 const Growth& growth) {
    const Result<Prepared> prepared = prepare(wish, workers, observer);
    if (!prepared)
        return prepared.error();
    const auto& [finished, brief, now] = *prepared;
    if (is_another_picture(now))
        return Error{finished.file() + " cannot go on from what is painted: " + kAnotherPicture +
                         "; paint its photograph again",
                     true};
    Result<WorkedOver> work = WorkedOver::prepare(finished, brief, wish.outcome);
    if (!work)
        return work.error();
    work->warn(now.warnings);
    std::vector<std::string> warnings;
    const Result<Plan> signed_plan =
        changed_plan(finished.plan(), finished.brief(), brief, workers, warnings);
    if (!signed_plan)
        return signed_plan.error();
    const Result<Plan> touches = thrown(finished, brief, now, warnings);
    if (!touches)
        return touches.error();
    work->warn(warnings);
    const Plan& before = *signed_plan;
    const std::vector<Retouch> orders = orders_of(now, before, brief.seed);
    const auto keep_going = [&] { return !observer.stop_requested(); };
    const auto done = [&](size_t count) {
        observer.progress("retouching", static_cast<double>(count) /
                                            static_cast<double>(std::max<size_t>(1, orders.size())));
    };
    done(0);
    const std::vector<Stroke> strokes =
        repaint(orders, before, now.reference, finished.painting().start.materials, workers, keep_going,
                growing_over(before, growth), done);
    if (!keep_going())
        return Error{"stopped; nothing was changed"};
    Result<Plan> plan = laid_over(before, strokes, finished.file());
    if (!plan)
        return plan.error();
    lay_last_touches(*plan, *touches);
    return work->finish(
        *plan,
        [&](PaintingStart& start) { return keep_asked(wish.asked, wish.outcome.painting->path, start); },
        workers, observer);
}

}  // namespace allaprima
