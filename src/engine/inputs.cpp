#include "engine/inputs.h"

#include <algorithm>
#include <utility>

#include "briefs/read_brush.h"
#include "briefs/read_pen_path.h"
#include "composing/adjust_photo.h"
#include "composing/compose.h"
#include "composing/make_reference.h"
#include "composing/place_subject.h"
#include "engine/fill_canvas.h"
#include "engine/read_masks.h"
#include "image/filters.h"
#include "model/brief_settings.h"
#include "model/region_words.h"
#include "pictures/read_motif.h"
#include "pictures/read_photo.h"

namespace allaprima {
namespace {

Status read_motifs(const Brief& brief, Inputs& inputs) {
    for (const Motif& motif : brief.motifs) {
        Result<Photo> picture = read_motif(motif.file, ReadLimits{}, inputs.photo.size().long_side());
        if (!picture)
            return picture.error();
        inputs.motifs.push_back(std::move(picture).value());
    }
    return Done{};
}

/// The figure's mask, or the marks that help to find it.
Status read_subject(const Brief& brief, Inputs& inputs) {
    const Photo& photo = inputs.photo;
    const bool composed = asks_for_composing(brief);
    const Size seen = reference_size(photo.size(), brief);
    if (const std::string& file = brief.subject.mask; !file.empty()) {
        Result<Image<float>> mask = read_mask(file, photo, composed ? photo.size() : seen);
        if (!mask)
            return mask.error();
        inputs.hints.subject = std::move(mask).value();
    }
    if (const std::string& file = brief.subject.marks; !file.empty()) {
        Result<Marks> marks = read_marks(file, photo, composed ? size_to_look_at(photo.size()) : seen);
        if (!marks)
            return marks.error();
        inputs.hints.marks = std::move(marks).value();
    }
    return Done{};
}

Status read_focus_masks(const Brief& brief, Inputs& inputs) {
    for (const FocusMark& mark : brief.marks)
        if (mark.region.kind == Region::Kind::Mask) {
            Result<Image<float>> mask =
                read_mask(mark.region.mask, inputs.photo, reference_size(inputs.photo.size(), brief));
            if (!mask)
                return mask.error();
            inputs.hints.masks.push_back(std::move(mask).value());
        }
    return Done{};
}

Result<std::vector<Image<float>>> spatter_masks(const Brief& brief) {
    std::vector<Image<float>> masks;
    for (const Spatter& spatter : brief.spatters) {
        masks.emplace_back();
        if (spatter.region.kind != Region::Kind::Mask)
            continue;
        Result<Image<float>> mask = read_mask(spatter.region.mask);
        if (!mask)
            return mask.error();
        masks.back() = std::move(mask).value();
    }
    return masks;
}

}  // namespace

int reading_long_side(const Brief& brief) {
    return std::max(kLargestAutomaticPlan, brief.plan_size);
}

Size reference_size(Size photo, const Brief& brief) {
    const Size shaped = asks_for_composing(brief) ? composed_size(photo, brief.output) : photo;
    return with_long_side(shaped, planning_long_side(shaped, brief));
}

Size size_to_look_at(Size photo) {
    constexpr int kLongSide = 1024;
    return photo.long_side() > kLongSide ? with_long_side(photo, kLongSide) : photo;
}

Result<Photo> read_adjusted(const std::string& photo, const Adjustment& asked, int long_side) {
    Result<Photo> read = read_photo(photo, ReadLimits{}, long_side_to_crop(long_side, asked));
    return read ? adjusted(std::move(read).value(), asked) : read;
}

Result<Inputs> read_inputs(const std::string& photo, const Brief& brief) {
    Result<Photo> read = read_adjusted(photo, brief.photograph, reading_long_side(brief));
    if (read)
        read = filling_its_canvas(std::move(read).value(), brief);
    if (!read)
        return read.error();
    Inputs inputs{.photo = std::move(read).value(), .motifs = {}, .hints = {}};
    for (const auto reader : {read_motifs, read_subject, read_focus_masks})
        if (const Status done = reader(brief, inputs); !done)
            return done.error();
    return inputs;
}

Result<Brief> with_boxes_in_shares(Brief brief, const Photo& photo) {
    std::vector<Region*> regions;
    regions.reserve(brief.marks.size() + brief.spatters.size());
    for (FocusMark& mark : brief.marks)
        regions.push_back(&mark.region);
    for (Spatter& spatter : brief.spatters)
        regions.push_back(&spatter.region);
    for (Region* region : regions) {
        if (region->in_pixels && asks_for_composing(brief))
            return Error{
                "a box in pixels of the photograph means nothing in a picture that is composed of it: give "
                "it in shares or in per cent of the picture",
                true};
        Result<Region> placed = in_shares(*region, photo.original_size, photo.part);
        if (!placed)
            return placed.error();
        *region = std::move(placed).value();
    }
    return brief;
}

Result<TouchInputs> read_signature_inputs(const Brief& brief) {
    Result<Brush> rigger = read_brush("rigger");
    if (!rigger)
        return rigger.error();
    TouchInputs inputs{.drop = {}, .rigger = std::move(rigger).value()};
    if (brief.signature.text.empty() && !brief.signature.file.empty()) {
        Result<std::vector<PenPath>> drawn = read_pen_paths(brief.signature.file);
        if (!drawn)
            return drawn.error();
        inputs.drawn = std::move(drawn).value();
    }
    return inputs;
}

Result<TouchInputs> read_touch_inputs(const Brief& brief) {
    Result<TouchInputs> inputs = read_signature_inputs(brief);
    if (!inputs)
        return inputs;
    Result<Brush> drop = read_brush("drop");
    if (!drop)
        return drop.error();
    Result<std::vector<Image<float>>> masks = spatter_masks(brief);
    if (!masks)
        return masks.error();
    inputs->masks = std::move(masks).value();
    inputs->drop = std::move(drop).value();
    return inputs;
}

}  // namespace allaprima
