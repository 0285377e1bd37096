#include "cli/painting_report.h"

#include <fmt/format.h>

#include "cli/brief_report.h"
#include "cli/outcome_in_words.h"
#include "cli/printing.h"
#include "engine/canvas_shape.h"
#include "engine/mixing.h"
#include "engine/tell_painting.h"

namespace allaprima {
namespace {

const char* word(Stage stage) {
    return kStageWords[static_cast<size_t>(stage)];
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
    std::string text = fmt::format(
        "Result\n  stage          {}\n  faces          {} found\n  strokes        {}\n", word(painting.stage),
        painting.start.faces.size(),
        painting.plan ? in_words(counts_of(*painting.plan)) : std::to_string(strokes_of(painting)));
    if (painting.plan) {
        const Plan& plan = *painting.plan;
        for (const Pass& pass : plan.passes)
            text += fmt::format("    {:<12} {}\n", printable(pass.name), pass.strokes);
        const Size size = picture_size({plan.width_mm, plan.height_mm}, painting.start.brief.output);
        text += fmt::format("  canvas         {:.0f} x {:.0f} mm\n  size           {} x {} px\n",
                            plan.width_mm, plan.height_mm, size.width, size.height);
    }
    if (painting.plan && !painting.plan->materials.palette.plain())
        text += fmt::format("  colours        {}\n", in_words(mixing_of(*painting.plan)));
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
        "Made by {}\n\nPhotograph\n  name           {}\n  size           {} x {} px\n{}  SHA-256        "
        "{}\n\n"
        "Asked\n{}  picture        {}\n\nPainted with\n{}\n{}",
        printable(start.software), printable(start.photo_name), start.photo_size.width,
        start.photo_size.height,
        start.photo_colour_space.empty()
            ? ""
            : fmt::format("  colours        {}\n", printable(start.photo_colour_space)),
        start.photo_digest, asked_as_text(start.brief), printable(start.output), materials_as_text(painting),
        came_of_it_as_text(painting));
}

}  // namespace allaprima
