#include "retouching/repaint_painting.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "engine/changed_plan.h"
#include "engine/inputs.h"
#include "last_touches/last_touches.h"
#include "model/brief_files.h"
#include "model/brief_rules.h"
#include "retouching/asked_otherwise.h"
#include "retouching/now_wanted.h"
#include "retouching/repaint.h"

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

/// All that is known before the first stroke.
struct Prepared {
    Finished finished;
    Brief kept;   ///< What is asked for now, with files where they are kept,
    Brief brief;  ///< and with files that can be read.
    NowWanted now;
};

/// The brief that is asked for from now on. @return an error of usage where it cannot be asked or says
/// nothing new.
Result<Brief> brief_from_now(const RepaintWish& wish, const Finished& finished) {
    const Brief kept = finished.kept();
    Result<Brief> now = wish.now(kept);
    if (!now)
        return now;
    // Where a plain backdrop was asked for, the painting keeps the ground that it has.
    if (!now->ground && now->backdrop == kept.backdrop)
        now->ground = kept.ground;
    now = with_boxes_in_shares(std::move(now).value(), finished.painting().start);
    if (now && *now == kept)
        return Error{
            "nothing is asked of it that it has not already: say what is to be otherwise, such as "
            "--focus-on face",
            true};
    return now;
}

Error only_anew(const Finished& finished, const std::string& why) {
    return {fmt::format("{} cannot go on from what is painted: {}; paint its photograph again",
                        finished.file(), why),
            true};
}

/// @param anew takes why it has to be painted anew, which is an error then.
Result<Prepared> prepare(const RepaintWish& wish, const ThreadPool& workers, Observer& observer,
                         std::string& anew) {
    observer.progress("reading", 0.0);
    Result<Finished> finished = Finished::read(wish.painting_file, wish.outcome);
    if (!finished)
        return finished.error();
    Result<Brief> kept = brief_from_now(wish, *finished);
    if (!kept)
        return kept.error();
    anew = why_painted_anew(finished->kept(), *kept);
    if (!anew.empty())
        return only_anew(*finished, anew);
    Brief brief = finished->readable(*kept);
    Result<NowWanted> now = now_wanted(*finished, brief, wish.photo, workers, observer);
    if (!now)
        return now.error();
    if (is_another_picture(*now)) {
        anew = "most of the picture shows something else now";
        return only_anew(*finished, anew);
    }
    return Prepared{std::move(finished).value(), std::move(kept).value(), std::move(brief),
                    std::move(now).value()};
}

}  // namespace

std::function<Result<Brief>(const Brief&)> asked_besides(Wishes wishes) {
    return [wishes = std::move(wishes)](const Brief& kept) -> Result<Brief> {
        Brief brief = kept;
        if (const Status asked = ask(wishes, brief); !asked)
            return asked.error();
        const std::vector<std::string> known = files_named_in(kept);
        visit_files(brief, [&](std::string& name) {
            if (std::ranges::find(known, name) == known.end())
                name = std::filesystem::absolute(name).lexically_normal().string();
        });
        if (const Status whole = check_whole(brief); !whole)
            return whole.error();
        return brief;
    };
}

Result<RepaintCost> cost_of_repaint(const RepaintWish& wish, const ThreadPool& workers, Observer& observer) {
    RepaintWish nowhere = wish;
    nowhere.outcome = {};
    std::string anew;
    const Result<Prepared> prepared = prepare(nowhere, workers, observer, anew);
    if (!prepared)
        return anew.empty() ? Result<RepaintCost>(prepared.error()) : RepaintCost{.anew = std::move(anew)};
    const std::vector<Retouch> orders =
        orders_of(prepared->now, prepared->finished.plan(), prepared->brief.seed);
    const int strokes = strokes_of(orders);
    return RepaintCost{.strokes = strokes,
                       .share = share_of_picture(orders, prepared->now.reference.size()),
                       .seconds = kSecondsBefore + kSecondsForStroke * strokes};
}

Result<Painted> repaint_painting(const RepaintWish& wish, const ThreadPool& workers, Observer& observer,
                                 const Growth& growth) {
    std::string anew;
    const Result<Prepared> prepared = prepare(wish, workers, observer, anew);
    if (!prepared)
        return prepared.error();
    const auto& [finished, kept, brief, now] = *prepared;
    Result<WorkedOver> work = WorkedOver::prepare(finished, brief, wish.outcome);
    if (!work)
        return work.error();
    work->ask(kept);
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
    return work->finish(*plan, workers, observer);
}

}  // namespace allaprima
