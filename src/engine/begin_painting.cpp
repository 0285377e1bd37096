#include "engine/begin_painting.h"

#include <algorithm>
#include <utility>

#include "briefs/gather_materials.h"
#include "engine/canvas_shape.h"
#include "engine/enclosed_files.h"
#include "engine/version.h"
#include "model/brief_settings.h"
#include "painting_file/kept_names.h"
#include "pictures/write_picture.h"
#include "pictures/write_relief.h"

namespace allaprima {
namespace {

Result<PaintingStart> start_of(const Commission& commission, const StudiedScene& scene, Materials materials) {
    const std::string& kept_in = *commission.painting_file;
    materials.hand = hand_to_keep(kept_in, materials.hand);
    const Brief brief = brief_to_keep(kept_in, commission.brief);
    Result<std::vector<EnclosedFile>> enclosed = read_files_to_enclose(kept_in, brief);
    if (!enclosed)
        return enclosed.error();
    return PaintingStart{.brief = brief,
                         .software = "Alla Prima " + std::string(version()),
                         .photo_name = scene.photo.name,
                         .photo_digest = scene.photo.digest,
                         .photo_size = scene.photo.original_size,
                         .output = name_to_keep(kept_in, commission.picture.path),
                         .reference = scene.reference,
                         .faces = scene.study.faces,
                         .focus = scene.study.focus,
                         .figure = scene.study.figure,
                         .materials = std::move(materials),
                         .enclosed = std::move(enclosed).value()};
}

/// A profile that cannot be printed with is better found now than after an hour.
Status check_print(const Commission& commission) {
    const Brief& brief = commission.brief;
    if (brief.icc.empty() || is_measure(brief.finish) || is_relief_model(commission.picture.path))
        return Done{};
    const Result<OutputProfile> profile = OutputProfile::open(brief.icc, brief.intent);
    if (!profile)
        return profile.error();
    return check_profile(commission.picture.path, profile->channels(),
                         brief.transparency == Transparency::Transparent);
}

}  // namespace

Status check_commission(const Commission& commission) {
    const Result<Hand> hand = choose_hand(commission.brief);
    if (!hand)
        return hand.error();
    if (const Result<Materials> there = gather_materials(*hand, nullptr); !there)
        return there.error();
    if (const Status print = check_print(commission); !print)
        return print.error();
    if (Status picture = check_destination(commission.picture, {.depth = commission.brief.depth}); !picture)
        return picture;
    if (commission.painting_file)
        return check_painting_file(*commission.painting_file, commission.picture.replace);
    return Done{};
}

int reading_long_side(const Brief& brief) {
    return std::max(kLargestAutomaticPlan, brief.plan_size);
}

Result<Safekeeping> begin_painting(const Commission& commission, const StudiedScene& scene,
                                   const Materials& materials) {
    const Vec2 canvas = scene.reference.canvas_mm();
    const Brief& brief = commission.brief;
    if (Status shape = check_shape(canvas, brief.output); !shape)
        return shape.error();
    const PictureKind kind{.size = picture_size(canvas, brief.output),
                           .alpha = scene.reference.transparent_ground,
                           .depth = brief.depth};
    if (Status possible = check_destination(commission.picture, kind); !possible)
        return possible.error();
    if (!commission.painting_file)
        return Safekeeping();
    const Result<PaintingStart> start = start_of(commission, scene, materials);
    if (!start)
        return start.error();
    Result<PaintingFile> file =
        PaintingFile::create(*commission.painting_file, *start, commission.picture.replace);
    if (!file)
        return file.error();
    return Safekeeping(std::move(file).value());
}

}  // namespace allaprima
