#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "advising/draw_sheets.h"
#include "advising/study_photo.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/progress.h"

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

Json sides_json(const ShareRect& box) {
    return Json::array({box.x, box.y, box.width, box.height});
}

double share_of_figure(const Study& study) {
    double sum = 0.0;
    for (const float inside : study.figure.pixels())
        sum += inside;
    return study.figure.empty() ? 0.0 : sum / static_cast<double>(study.figure.size().area());
}

Json boxes_json(const std::vector<ShareRect>& boxes) {
    Json list = Json::array();
    for (const ShareRect& box : boxes)
        list.push_back(box_json(box));
    return list;
}

Json faces_json(const std::vector<Face>& faces) {
    Json list = Json::array();
    for (size_t i = 0; i < faces.size(); ++i) {
        const Face& face = faces[i];
        Json found = box_json(face.box);
        found["box"] = sides_json(face.box);
        found["name"] = name_of(face, i);
        found["certainty"] = face.certainty;
        found["importance"] = face.importance;
        found["angle"] = face.angle;
        found["turn"] = face.turn;
        found["eyes"] = boxes_json(face.eyes);
        found["irises"] = boxes_json(face.irises);
        found["mouth"] = face.mouth ? box_json(*face.mouth) : Json();
        list.push_back(std::move(found));
    }
    return list;
}

Json sightings_json(const std::vector<Sighting>& sightings, Sighting::Kind kind) {
    Json list = Json::array();
    for (const Sighting& sighting : sightings)
        if (sighting.kind == kind) {
            Json outline = Json::array();
            for (const Vec2& corner : sighting.outline)
                outline.push_back({corner.x, corner.y});
            list.push_back({{"box", sides_json(sighting.box)},
                            {"name", name_of(sighting)},
                            {"certainty", sighting.certainty},
                            {"outline", std::move(outline)}});
        }
    return list;
}

Json doubt_json(const std::optional<FigureDoubt>& doubt) {
    if (!doubt)
        return {};
    const auto place = [](Vec2 p) { return Json::array({p.x, p.y}); };
    return {{"why", doubt->why}, {"green", place(doubt->figure)}, {"red", place(doubt->background)}};
}

std::string as_json(const StudyOptions& options, const Studied& studied) {
    const Study& seen = studied.study;
    auto path_json = [](const std::string& path) { return path.empty() ? Json() : Json(path); };
    const Json study = {
        {"width", studied.reference.size().width},
        {"height", studied.reference.size().height},
        {"colour_space", studied.colour_space},
        {"faces", faces_json(seen.faces)},
        {"hands", sightings_json(seen.others, Sighting::Kind::Hand)},
        {"held", sightings_json(seen.others, Sighting::Kind::Held)},
        {"persons", sightings_json(seen.others, Sighting::Kind::Person)},
        {"animals", sightings_json(seen.others, Sighting::Kind::Animal)},
        {"figure", seen.figure.empty() ? Json() : Json(share_of_figure(seen))},
        {"doubt", doubt_json(seen.doubt)},
        {"not_looked_for", studied.not_looked_for.empty() ? Json() : Json(studied.not_looked_for)},
        {"sheet", path_json(options.sheet.output)},
        {"cutout", path_json(options.mask)},
        {"figure_picture", path_json(options.cut_out)}};
    return study.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// "40 %, 62 %, 12 % of the width across": the middle of a box, and its width.
std::string place_in_words(const ShareRect& box) {
    return fmt::format("{:.0f} %, {:.0f} %, {:.0f} % of the width across",
                       100.0f * (box.x + 0.5f * box.width), 100.0f * (box.y + 0.5f * box.height),
                       100.0f * box.width);
}

std::string faces_as_text(const std::vector<Face>& faces) {
    if (faces.empty())
        return "faces   none found: nothing counts as a face\n";
    std::string text =
        fmt::format("faces   {}{}\n", faces.size(), faces.size() > 1 ? ", the most important first" : "");
    for (size_t i = 0; i < faces.size(); ++i)
        text += fmt::format("        {} at {}, leaning {:.0f} degrees, {:.0f} % certain\n",
                            printable(name_of(faces[i], i)), place_in_words(faces[i].box), faces[i].angle,
                            100.0f * faces[i].certainty);
    return text;
}

std::string others_as_text(const std::vector<Sighting>& others) {
    std::string text;
    for (const Sighting& sighting : others)
        text += fmt::format("{}{} at {}, {:.0f} % certain\n", text.empty() ? "others  " : "        ",
                            printable(name_of(sighting)), place_in_words(sighting.box),
                            100.0f * sighting.certainty);
    return text;
}

std::string figure_as_text(const Study& study) {
    if (study.figure.empty())
        return "figure  none found; mark it with --marks, or give it with --mask\n";
    std::string text = fmt::format("figure  {:.0f} % of the picture\n", 100.0 * share_of_figure(study));
    if (study.doubt)
        text += fmt::format(
            "        doubtful: {}; look at it, and mark it with --marks: green at {:.0f} %, {:.0f} % if that "
            "is "
            "figure, red at {:.0f} %, {:.0f} % if that is not\n",
            study.doubt->why, 100.0f * study.doubt->figure.x, 100.0f * study.doubt->figure.y,
            100.0f * study.doubt->background.x, 100.0f * study.doubt->background.y);
    return text;
}

std::string as_text(const StudyOptions& options, const Studied& studied) {
    std::string text = faces_as_text(studied.study.faces) + others_as_text(studied.study.others) +
                       figure_as_text(studied.study);
    if (!studied.not_looked_for.empty())
        text += fmt::format("unseen  {}\n", studied.not_looked_for);
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
    "The sheet shows faces, eyes, mouths, hands, what they hold, people and the figure's outline; which way "
    "the form runs; what counts "
    "more\n"
    "in planning; the figure cut out; the edges that are kept; and what stands out.\n"
    "--json prints one object:\n"
    "  width, height   of the picture that was studied, as it would be planned\n"
    "  colour_space    in which the photograph was read, and where its file says so\n"
    "  faces           of each its box: x, y, width and height in shares of the picture (as members of "
    "their\n"
    "                  own, too); its name, its certainty and its importance, 0 to 1; the angle it leans by "
    "in\n"
    "                  degrees clockwise, its turn, -1 in profile to the left and 1 to the right; and the "
    "boxes\n"
    "                  of its eyes, irises and mouth\n"
    "  hands, held, persons, animals\n"
    "                  box, name, certainty and outline of each\n"
    "  figure          its share of the picture; null where none was found\n"
    "  doubt           why the figure may be wrong, and where a stroke of green and one of red would settle\n"
    "                  it; or null\n"
    "  not_looked_for  what could not be looked for, and how to have that; or null\n"
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
