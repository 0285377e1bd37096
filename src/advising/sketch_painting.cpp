#include "advising/sketch_painting.h"

#include <algorithm>
#include <utility>

#include "briefs/gather_materials.h"
#include "composing/adjust_photo.h"
#include "engine/paint_photo.h"
#include "model/brief_rules.h"

namespace allaprima {
namespace {

constexpr int kStrokes = 160;
constexpr int kPlanSize = 160;  // pixels

/// What matters of a brief for a first idea.
Brief sketch_of(const Brief& asked) {
    Brief brief;
    brief.strokes = asked.strokes > 0 ? std::min(asked.strokes, kStrokes) : kStrokes;
    brief.plan_size = asked.plan_size > 0 ? std::min(asked.plan_size, kPlanSize) : kPlanSize;
    brief.hand = asked.hand;
    brief.seed = asked.seed;
    brief.focus = Focus::None;
    brief.palette = "rgb";
    brief.ground = asked.ground;
    return brief;
}

Result<Job> job_of(const Photo& photo, const Brief& asked) {
    const Brief brief = sketch_of(asked);
    Result<Hand> hand = choose_hand(brief);
    if (!hand)
        return hand.error();
    Result<Materials> materials = gather_materials(*hand);
    if (!materials)
        return materials.error();
    const Brief settled_brief = settled(brief, *hand);
    Result<TouchInputs> touches = read_touch_inputs(settled_brief);
    if (!touches)
        return touches.error();
    Result<Photo> shown = adjusted(photo, asked.photograph);
    if (!shown)
        return shown.error();
    return Job{.hand = std::move(hand).value(),
               .materials = std::move(materials).value(),
               .inputs = {.photo = std::move(shown).value(), .motifs = {}, .hints = {}},
               .touches = std::move(touches).value(),
               .picture = {.brief = settled_brief, .destination = {}},
               .without_picture = true};
}

}  // namespace

Status sketch_painting(const Photo& photo, const Brief& brief, const ThreadPool& workers, Observer& observer,
                       const Growth& growth) {
    Result<Job> job = job_of(photo, brief);
    if (!job)
        return job.error();
    const Result<Painted> sketched = run(std::move(job).value(), workers, observer, growth);
    return sketched ? Status(Done{}) : Status(sketched.error());
}

}  // namespace allaprima
