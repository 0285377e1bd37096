#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>

#include "advising/draw_sheets.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/progress.h"
#include "engine/study_photo.h"

namespace allaprima {
namespace {

using Json = nlohmann::ordered_json;

struct StudyOptions {
    Asked asked;
    SheetOptions sheet;
    std::string mask, cut_out;
    bool json = false;
};

Json box_json(const ShareRect& box) {
    return {{"x", box.x}, {"y", box.y}, {"width", box.width}, {"height", box.height}};
}

double share_of_figure(const Study& study) {
    double sum = 0.0;
    for (const float inside : study.figure.pixels())
        sum += inside;
    return study.figure.empty() ? 0.0 : sum / static_cast<double>(study.figure.size().area());
}

std::string as_json(const StudyOptions& options, const Studied& studied) {
    Json faces = Json::array();
    for (const Face& face : studied.study.faces) {
        Json found = box_json(face.box);
        found["angle"] = face.angle;
        found["eyes"] = Json::array();
        for (const ShareRect& eye : face.eyes)
            found["eyes"].push_back(box_json(eye));
        found["mouth"] = face.mouth ? box_json(*face.mouth) : Json();
        faces.push_back(std::move(found));
    }
    auto path_json = [](const std::string& path) { return path.empty() ? Json() : Json(path); };
    const Json study = {
        {"width", studied.reference.size().width},
        {"height", studied.reference.size().height},
        {"colour_space", studied.colour_space},
        {"faces", std::move(faces)},
        {"figure", studied.study.figure.empty() ? Json() : Json(share_of_figure(studied.study))},
        {"sheet", path_json(options.sheet.output)},
        {"cutout", path_json(options.mask)},
        {"figure_picture", path_json(options.cut_out)}};
    return study.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string as_text(const StudyOptions& options, const Studied& studied) {
    const size_t count = studied.study.faces.size();
    std::string text = count == 0   ? "faces   none found: nothing counts as a face\n"
                       : count == 1 ? "faces   1\n"
                                    : fmt::format("faces   {}: all count the same\n", count);
    for (size_t i = 0; i < count; ++i) {
        const Face& face = studied.study.faces[i];
        text += fmt::format(
            "        face {} at {:.0f} %, {:.0f} %, {:.0f} % of the width across, leaning {:.0f} degrees\n",
            i + 1, 100.0f * (face.box.x + 0.5f * face.box.width),
            100.0f * (face.box.y + 0.5f * face.box.height), 100.0f * face.box.width, face.angle);
    }
    text += studied.study.figure.empty()
                ? "figure  none found; mark it with --marks, or give it with --mask\n"
                : fmt::format("figure  {:.0f} % of the picture\n", 100.0 * share_of_figure(studied.study));
    text += fmt::format("colours {}\n", printable(studied.colour_space));
    for (const std::string& path : {options.sheet.output, options.mask, options.cut_out})
        text += path.empty() ? "" : path + "\n";
    return text;
}

Status check_sheets(const StudyOptions& options) {
    if (const Status sheet = check_sheet(options.sheet); !sheet)
        return sheet;
    if (const Status mask = check_sheet({options.mask, options.sheet.force}); !mask)
        return mask;
    if (options.cut_out.empty())
        return Done{};
    return check_destination({options.cut_out, options.sheet.force}, {.alpha = true});
}

Status study(const StudyOptions& options) {
    const Result<BriefFile> asked = brief_of(options.asked);
    if (!asked)
        return asked.error();
    if (const Status possible = check_sheets(options); !possible)
        return possible;
    const Result<Studied> studied = [&] {
        ProgressBar bar(false);
        return study_photo(asked->photo, asked->brief, ThreadPool(), bar);
    }();
    if (!studied)
        return studied.error();
    for (const std::string& warning : studied->warnings)
        print_line_to_stderr("allaprima: " + warning);
    const bool force = options.sheet.force;
    if (!options.mask.empty() || !options.cut_out.empty())
        if (const Status written = write_figure(
                asked->photo, *studied, {{options.mask, force}, {options.cut_out, force}}, ThreadPool());
            !written)
            return written;
    if (!options.sheet.output.empty()) {
        const Destination sheet{options.sheet.output, options.sheet.force};
        if (const Status drawn = tell_warnings(draw_study(*studied, sheet)); !drawn)
            return drawn;
    }
    return print(options.json ? as_json(options, *studied) : as_text(options, *studied));
}

constexpr const char* kStudyExplained =
    "The sheet shows faces, eyes, mouths and the figure's outline; which way the form runs; what counts "
    "more\n"
    "in planning; the figure cut out; the edges that are kept; and what stands out.\n"
    "--json prints one object:\n"
    "  width, height   of the picture that was studied, as it would be planned\n"
    "  colour_space    in which the photograph was read, and where its file says so\n"
    "  faces           x, y, width and height of each, in shares of the picture, the angle it leans by in\n"
    "                  degrees clockwise, and the boxes of its eyes and mouth\n"
    "  figure          its share of the picture; null where none was found\n"
    "  sheet, cutout, figure_picture\n"
    "                  the pictures that were made, or null\n\n"
    "Examples:\n"
    "  allaprima study portrait.jpg -o study.png\n"
    "      What the painter sees.\n"
    "  allaprima study brief.toml -o study.png\n"
    "      What is seen in the picture that the brief composes, with all that it marks.\n"
    "  allaprima study portrait.jpg --cutout figure.png\n"
    "      The figure as a mask, to correct by hand.\n"
    "  allaprima study portrait.jpg --figure figure.png\n"
    "      The figure cut out, of up to 24 megapixels.\n"
    "  allaprima study portrait.jpg -o study.png --marks marks.png\n"
    "      With strokes of green on the figure and of red beside it.";

}  // namespace

void add_study_command(Command& program, Task& task) {
    auto options = std::make_shared<StudyOptions>();
    Command& command =
        add_command(program, "study", "Show what the painter sees in a photograph", kStudyExplained);
    add_asked(command, Offer::Scene, options->asked);
    add_sheet_options(command, options->sheet, "Draw a sheet of what is seen");
    add_output(command,
               {.name = "--cutout",
                .placeholder = "FILE",
                .help = "Write the figure as a mask, white on black, at the photograph's own size"},
               options->mask, ends_in(endings_of_pictures(false)));
    add_output(command,
               {.name = "--figure",
                .placeholder = "FILE",
                .help = "Write the photograph with all but the figure transparent, likewise"},
               options->cut_out, ends_in(endings_of_pictures(false)));
    add_switch(command, "--json", options->json, "Print the same as JSON");
    on_command(command, task, [options] { return study(*options); });
}

}  // namespace allaprima
