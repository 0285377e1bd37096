#include "engine/tell_painting.h"

#include <nlohmann/json.hpp>

#include "engine/canvas_shape.h"
#include "engine/load_painting.h"
#include "engine/mixing.h"
#include "engine/tell_brief.h"
#include "painting_file/json_members.h"
#include "painting_file/kept_names.h"

namespace allaprima {
namespace {

using namespace painting_fields;
using Json = JsonMembers::Json;

Json size_json(Size size) {
    return {{"width", size.width}, {"height", size.height}};
}

template <typename T>
Json list_of(const std::vector<T>& values) {
    Json json = Json::array();
    for (const T& value : values)
        json.push_back(json_of(value));
    return json;
}

Json tubes_json(const Palette& palette) {
    Json json = Json::array();
    for (const Pigment& tube : palette.tubes)
        json.push_back({{"name", tube.name}, {"colour_index", tube.colour_index}, {"source", tube.source}});
    return json;
}

Json materials_json(const Materials& materials) {
    Json brushes = Json::array();
    for (const Brush& brush : materials.brushes)
        brushes.push_back(brush.name);
    return {{"palette", materials.palette.name},
            {"tubes", tubes_json(materials.palette)},
            {"brushes", brushes},
            {"canvas", kSupportWords[static_cast<size_t>(materials.support)]},
            {"wetness", materials.wetness}};
}

Json mixing_json(const Plan& plan) {
    const Mixing mixing = mixing_of(plan);
    return {{"mean_miss", mixing.mean_miss},
            {"worst_miss", mixing.worst_miss},
            {"missed_share", mixing.missed_share}};
}

Json canvas_json(const Plan& plan) {
    return {{"width_mm", plan.width_mm},
            {"height_mm", plan.height_mm},
            {"planned_pixel_mm", plan.planned_pixel_mm},
            {"transparent", plan.transparent}};
}

}  // namespace

Result<Painting> read_to_tell(const std::string& painting_file) {
    Result<Painting> painting = load_painting(painting_file);
    if (painting)
        painting->start.output = place_of_kept(painting_file, painting->start.output);
    return painting;
}

size_t strokes_of(const Painting& painting) {
    return painting.plan ? painting.plan->strokes.size() : painting.state.born.size();
}

double planning_seconds(const Painting& painting) {
    return painting.plan ? painting.planning_seconds : painting.state.seconds;
}

Json painting_as_json(const Painting& painting) {
    const PaintingStart& start = painting.start;
    const Json digest = painting.picture_digest.empty() ? Json() : Json(painting.picture_digest);
    Json photo = {{"name", start.photo_name}, {"sha256", start.photo_digest}};
    photo.update(size_json(start.photo_size));
    photo["colour_space"] = start.photo_colour_space.empty() ? Json() : Json(start.photo_colour_space);
    Json picture = {{"path", start.output}, {"sha256", digest}};
    if (painting.plan)
        picture.update(
            size_json(picture_size({painting.plan->width_mm, painting.plan->height_mm}, start.brief.output)));
    return {{"software", start.software},
            {"stage", kStageWords[static_cast<size_t>(painting.stage)]},
            {"brief", brief_as_json(start.brief)},
            {"commission", commission_as_json(start.brief)},
            {"photo", photo},
            {"faces", list_of(start.faces)},
            {"sightings", list_of(start.others)},
            {"materials", materials_json(start.materials)},
            {"reference", start.reference.colour.empty() ? Json() : size_json(start.reference.size())},
            {"strokes", strokes_of(painting)},
            {"passes", painting.plan ? list_of(painting.plan->passes) : Json::array()},
            {"mixing", painting.plan ? mixing_json(*painting.plan) : Json()},
            {"canvas", painting.plan ? canvas_json(*painting.plan) : Json()},
            {"journal", list_of(painting.journal)},
            {"seconds", {{"planning", planning_seconds(painting)}, {"painting", painting.painting_seconds}}},
            {"picture", picture}};
}

}  // namespace allaprima
