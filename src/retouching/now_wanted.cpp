#include "retouching/now_wanted.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/look_at.h"
#include "engine/read_masks.h"
#include "image/filters.h"
#include "retouching/asked_otherwise.h"
#include "retouching/reference_of_painting.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

/// Of each channel: what the reference shows otherwise by less is the same, by more wholly another one. What
/// paintings remember is known to 1/256.
constexpr float kSame = 0.02f, kOther = 0.08f;
/// Of a change's border, pixels.
constexpr float kSoft = 1.5f;

Result<std::vector<Image<float>>> masks_of(const Brief& brief, Size size) {
    std::vector<Image<float>> masks;
    for (const FocusMark& mark : brief.marks)
        if (mark.region.kind == Region::Kind::Mask) {
            Result<Image<float>> mask = read_mask(mark.region.mask);
            if (!mask)
                return mask.error();
            masks.push_back(resized(*mask, size));
        }
    return masks;
}

/// What was seen when it was planned, with what counted in it or counts now.
Result<Study> study_of(const PaintingStart& start, const Reference& reference, const Brief& brief) {
    Result<std::vector<Image<float>>> masks = masks_of(brief, reference.size());
    if (!masks)
        return masks.error();
    Image<float> figure = start.figure;
    if (!figure.empty() && figure.size() != reference.size())
        figure = resized(figure, reference.size());
    return study_reference(reference, {.faces = start.faces, .others = start.others},
                           focus_wishes(brief, std::move(masks).value()), std::move(figure));
}

/// How far one picture is another, 0 to 1.
Image<float> change_between(const Image<Rgb>& before, const Image<Rgb>& now) {
    Image<float> change(now.size());
    for (size_t i = 0; i < change.pixels().size(); ++i) {
        const Rgb e = now.pixels()[i] - before.pixels()[i];
        const float most = std::max({std::fabs(e.r), std::fabs(e.g), std::fabs(e.b)});
        change.pixels()[i] = std::clamp((most - kSame) / (kOther - kSame), 0.0f, 1.0f);
    }
    return blurred(change, kSoft);
}

}  // namespace

Result<NowWanted> now_wanted(const Finished& finished, const Brief& brief, const std::string& photo,
                             const ThreadPool& workers, Observer& observer) {
    const PaintingStart& start = finished.painting().start;
    Result<Reference> before =
        reference_of(finished.painting(), finished.brief(), finished.file(), photo, workers, observer);
    if (!before)
        return before.error();
    Result<Study> seen = study_of(start, *before, finished.brief());
    if (!seen)
        return seen.error();
    NowWanted now;
    now.changes.before = seen->focus;
    now.changes.more_strokes = std::max(0, brief.strokes - finished.brief().strokes);
    if (is_same_scene(brief, finished.brief())) {
        if (const Status found = check_found(brief, {.faces = start.faces, .others = start.others}); !found)
            return found.error();
        Result<Study> study = study_of(start, *before, brief);
        if (!study)
            return study.error();
        now.study = std::move(study).value();
        now.reference = std::move(before).value();
    } else {
        Result<SeenAgain> again =
            seen_again(finished.painting(), brief, finished.file(), photo, workers, observer);
        if (!again)
            return again.error();
        now.changes.reference = change_between(before->colour, again->reference.colour);
        now.reference = std::move(again->reference);
        now.study = std::move(again->study);
        now.warnings = std::move(again->warnings);
    }
    now.changes.now = now.study.focus;
    return now;
}

}  // namespace allaprima
