#include "engine/begin_painting.h"

#include <algorithm>

#include "engine/canvas_shape.h"
#include "engine/version.h"
#include "model/brief_settings.h"

namespace allaprima {
namespace {

/// The largest plan that is chosen without being asked for has half the side of the largest allowed.
constexpr int kLeastReadingSide = kLargestPlanSize / 2;

PaintingStart start_of(const Commission& commission, const Photo& photo, const Reference& reference,
                       const std::vector<Face>& faces) {
    return {.brief = settled(commission.brief),
            .software = "Alla Prima " + std::string(version()),
            .photo_name = photo.name,
            .photo_digest = photo.digest,
            .photo_size = photo.size(),
            .output = commission.picture.path,
            .replace = commission.picture.replace,
            .reference = reference,
            .faces = faces};
}

}  // namespace

Status check_commission(const Commission& commission) {
    std::vector<std::string> paths = {commission.photo, commission.picture.path};
    if (commission.painting_file)
        paths.push_back(*commission.painting_file);
    if (Status apart = check_apart(paths); !apart)
        return apart;
    if (Status picture = check_destination(commission.picture); !picture)
        return picture;
    if (commission.painting_file)
        return check_painting_file(*commission.painting_file, commission.picture.replace);
    return Done{};
}

int reading_long_side(const Brief& brief) {
    return std::max(kLeastReadingSide, brief.plan_size);
}

Result<Safekeeping> begin_painting(const Commission& commission, const Photo& photo,
                                   const Reference& reference, const std::vector<Face>& faces) {
    const Vec2 canvas{static_cast<float>(reference.size().width),
                      static_cast<float>(reference.size().height)};
    const Size size = picture_size(canvas, commission.brief.output);
    if (Status possible = check_destination(commission.picture, size, reference.transparent_ground);
        !possible)
        return possible.error();
    if (!commission.painting_file)
        return Safekeeping();
    Result<PaintingFile> file = PaintingFile::create(
        *commission.painting_file, start_of(commission, photo, reference, faces), commission.picture.replace);
    if (!file)
        return file.error();
    return Safekeeping(std::move(file).value());
}

}  // namespace allaprima
