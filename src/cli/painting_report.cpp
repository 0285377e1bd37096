#include "cli/painting_report.h"

#include <fmt/format.h>

#include "cli/brief_report.h"
#include "cli/printing.h"
#include "engine/canvas_shape.h"
#include "engine/mixing.h"
#include "painting_file/json_members.h"

namespace allaprima {
namespace {

using painting_fields::json_of;
using Json = painting_fields::JsonMembers::Json;

const char* word(Stage stage) {
    return kStageWords[static_cast<size_t>(stage)];
}

/// Of the plan, or of the round that was saved last.
size_t strokes_of(const Painting& painting) {
    return painting.plan ? painting.plan->strokes.size() : painting.state.born.size();
}

double planning_seconds(const Painting& painting) {
    return painting.plan ? painting.planning_seconds : painting.state.seconds;
}

Json size_json(Size size) {
    return {{"width", size.width}, {"height", size.height}};
}

Json faces_json(const std::vector<Face>& faces) {
    Json json = Json::array();
    for (const Face& face : faces)
        json.push_back(
            {{"x", face.box.x}, {"y", face.box.y}, {"width", face.box.width}, {"height", face.box.height}});
    return json;
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

std::string materials_as_text(const Painting& painting) {
    const Materials& materials = painting.start.materials;
    std::string text = fmt::format("  hand           {}\n  palette        {}", printable(materials.hand.name),
                                   printable(materials.palette.name));
    for (const Pigment& tube : materials.palette.tubes)
        text += fmt::format("\n    {:<28} {}", printable(tube.name), printable(tube.colour_index));
    text += "\n  brushes        ";
    for (const Brush& brush : materials.brushes)
        text += fmt::format("{}{}", &brush == &materials.brushes.front() ? "" : ", ", printable(brush.name));
    return text + fmt::format("\n  canvas         {}, wetness {:g}\n",
                              kSupportWords[static_cast<size_t>(materials.support)], materials.wetness);
}

std::string came_of_it_as_text(const Painting& painting) {
    std::string text =
        fmt::format("Result\n  stage          {}\n  faces          {} found\n  strokes        {}\n",
                    word(painting.stage), painting.start.faces.size(), strokes_of(painting));
    if (painting.plan) {
        const Plan& plan = *painting.plan;
        for (const Pass& pass : plan.passes)
            text += fmt::format("    {:<12} {}\n", printable(pass.name), pass.strokes);
        const Size size = picture_size({plan.width_mm, plan.height_mm}, painting.start.brief.output);
        text += fmt::format("  canvas         {:.0f} x {:.0f} mm\n  size           {} x {} px\n",
                            plan.width_mm, plan.height_mm, size.width, size.height);
    }
    if (painting.plan && !painting.plan->materials.palette.plain()) {
        const Mixing mixing = mixing_of(*painting.plan);
        text += fmt::format(
            "  colours        off by {:.2f} CIEDE2000 on average, {:.1f} at worst; {:.1f} % of the "
            "strokes by more than 2\n",
            mixing.mean_miss, mixing.worst_miss, 100.0 * mixing.missed_share);
    }
    text += fmt::format("  rounds         {}\n  planning       {:.1f} s\n", painting.journal.size(),
                        planning_seconds(painting));
    if (!painting.picture_digest.empty())
        text += fmt::format("  painting       {:.1f} s\n  SHA-256        {}\n", painting.painting_seconds,
                            painting.picture_digest);
    return text;
}

}  // namespace

std::string painting_as_text(const Painting& painting) {
    const PaintingStart& start = painting.start;
    return fmt::format(
        "Made by {}\n\nPhotograph\n  name           {}\n  size           {} x {} px\n  SHA-256        {}\n\n"
        "Asked\n{}  picture        {}\n\nPainted with\n{}\n{}",
        printable(start.software), printable(start.photo_name), start.photo_size.width,
        start.photo_size.height, start.photo_digest, asked_as_text(start.brief), printable(start.output),
        materials_as_text(painting), came_of_it_as_text(painting));
}

std::string painting_as_json(const Painting& painting) {
    const PaintingStart& start = painting.start;
    const Json digest = painting.picture_digest.empty() ? Json() : Json(painting.picture_digest);
    Json photo = {{"name", start.photo_name}, {"sha256", start.photo_digest}};
    photo.update(size_json(start.photo_size));
    Json picture = {{"path", start.output}, {"sha256", digest}};
    if (painting.plan)
        picture.update(
            size_json(picture_size({painting.plan->width_mm, painting.plan->height_mm}, start.brief.output)));
    const Json json = {
        {"software", start.software},
        {"stage", word(painting.stage)},
        {"brief", brief_as_json(start.brief)},
        {"commission", commission_as_json(start.brief)},
        {"photo", photo},
        {"faces", faces_json(start.faces)},
        {"materials", materials_json(start.materials)},
        {"reference", start.reference.colour.empty() ? Json() : size_json(start.reference.size())},
        {"strokes", strokes_of(painting)},
        {"passes", painting.plan ? list_of(painting.plan->passes) : Json::array()},
        {"mixing", painting.plan ? mixing_json(*painting.plan) : Json()},
        {"canvas", painting.plan ? canvas_json(*painting.plan) : Json()},
        {"journal", list_of(painting.journal)},
        {"seconds", {{"planning", planning_seconds(painting)}, {"painting", painting.painting_seconds}}},
        {"picture", picture}};
    // Names may hold bytes that are no UTF-8.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace allaprima
