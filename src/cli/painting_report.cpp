#include "cli/painting_report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/printing.h"
#include "engine/canvas_shape.h"

namespace allaprima {
namespace {

using Json = nlohmann::ordered_json;

const char* word(Stage stage) {
    return kStageWords[static_cast<size_t>(stage)];
}

const char* word(Finish finish) {
    return kFinishWords[static_cast<size_t>(finish)];
}

const char* word(HandName hand) {
    return kHandWords[static_cast<size_t>(hand)];
}

const char* word(Focus focus) {
    return kFocusWords[static_cast<size_t>(focus)];
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

template <typename T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json();
}

Json brief_json(const Brief& brief) {
    return {{"strokes", brief.strokes},
            {"seed", brief.seed},
            {"hand", word(brief.hand)},
            {"focus", word(brief.focus)},
            {"transparent", brief.transparency == Transparency::Transparent},
            {"palette", brief.palette},
            {"brush", brief.brush},
            {"wetness", brief.wetness},
            {"canvas", kSupportWords[static_cast<size_t>(brief.support)]},
            {"plan_size", brief.plan_size > 0 ? Json(brief.plan_size) : Json()},
            {"target_psnr", or_null(brief.target_psnr)},
            {"time", or_null(brief.seconds)},
            {"size", brief.output.size ? size_json(*brief.output.size) : Json()},
            {"long", or_null(brief.output.long_side)},
            {"depth", brief.depth > 0 ? Json(brief.depth) : Json()},
            {"finish", word(brief.finish)},
            {"light", {{"azimuth", brief.light.azimuth}, {"elevation", brief.light.elevation}}}};
}

Json faces_json(const std::vector<Face>& faces) {
    Json json = Json::array();
    for (const Face& face : faces)
        json.push_back(
            {{"x", face.box.x}, {"y", face.box.y}, {"width", face.box.width}, {"height", face.box.height}});
    return json;
}

Json passes_json(const Plan& plan) {
    Json json = Json::array();
    for (const Pass& pass : plan.passes)
        json.push_back({{"name", pass.name}, {"strokes", pass.strokes}});
    return json;
}

Json journal_json(const std::vector<JournalLine>& journal) {
    Json json = Json::array();
    for (const JournalLine& line : journal)
        json.push_back({{"round", line.round}, {"strokes", line.strokes}, {"seconds", line.seconds}});
    return json;
}

Json canvas_json(const Plan& plan) {
    return {{"width_mm", plan.width_mm},
            {"height_mm", plan.height_mm},
            {"planned_pixel_mm", plan.planned_pixel_mm},
            {"transparent", plan.transparent}};
}

std::string optional_lines(const Painting& painting) {
    const Brief& brief = painting.start.brief;
    std::string text;
    if (brief.plan_size > 0)
        text += fmt::format("  plan size      {} px\n", brief.plan_size);
    if (brief.target_psnr)
        text += fmt::format("  target         {} dB\n", *brief.target_psnr);
    if (brief.seconds)
        text += fmt::format("  time limit     {} s\n", *brief.seconds);
    return text;
}

std::string asked_as_text(const Painting& painting) {
    const PaintingStart& start = painting.start;
    const Brief& brief = start.brief;
    return fmt::format(
        "Asked\n  strokes        at most {}\n  seed           {}\n  hand           {}\n  focus          {}, "
        "{} found\n"
        "{}  finish         {}, light from {:g} degrees at {:g}\n  picture        {}\n",
        brief.strokes, brief.seed, word(brief.hand), word(brief.focus),
        start.faces.size() == 1 ? "1 face" : fmt::format("{} faces", start.faces.size()),
        optional_lines(painting), word(brief.finish), brief.light.azimuth, brief.light.elevation,
        printable(start.output));
}

std::string came_of_it_as_text(const Painting& painting) {
    std::string text = fmt::format("Came of it\n  stage          {}\n  strokes        {}\n",
                                   word(painting.stage), strokes_of(painting));
    if (painting.plan) {
        const Plan& plan = *painting.plan;
        for (const Pass& pass : plan.passes)
            text += fmt::format("    {:<12} {}\n", printable(pass.name), pass.strokes);
        const Size size = picture_size({plan.width_mm, plan.height_mm}, painting.start.brief.output);
        text += fmt::format("  canvas         {:.0f} x {:.0f} mm\n  size           {} x {} px\n",
                            plan.width_mm, plan.height_mm, size.width, size.height);
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
        "{}\n{}",
        printable(start.software), printable(start.photo_name), start.photo_size.width,
        start.photo_size.height, start.photo_digest, asked_as_text(painting), came_of_it_as_text(painting));
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
        {"brief", brief_json(start.brief)},
        {"photo", photo},
        {"faces", faces_json(start.faces)},
        {"reference", start.reference.colour.empty() ? Json() : size_json(start.reference.size())},
        {"strokes", strokes_of(painting)},
        {"passes", painting.plan ? passes_json(*painting.plan) : Json::array()},
        {"canvas", painting.plan ? canvas_json(*painting.plan) : Json()},
        {"journal", journal_json(painting.journal)},
        {"seconds", {{"planning", planning_seconds(painting)}, {"painting", painting.painting_seconds}}},
        {"picture", picture}};
    // Names may hold bytes that are no UTF-8.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace allaprima
