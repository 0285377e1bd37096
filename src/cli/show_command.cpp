#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/painting_report.h"
#include "cli/printing.h"
#include "engine/tell_brief.h"
#include "engine/tell_painting.h"

namespace allaprima {
namespace {

struct ShowOptions {
    std::string painting_file;
    bool json = false;
};

Status show(const ShowOptions& options) {
    const Result<Painting> painting = read_to_tell(options.painting_file);
    if (!painting)
        return painting.error();
    if (!options.json)
        return print(painting_as_text(*painting));
    const auto replace = nlohmann::ordered_json::error_handler_t::replace;
    return print(painting_as_json(*painting).dump(2, ' ', false, replace) + "\n");
}

/// The names of what a brief tells, in lines of an explanation.
std::string names_in_brief() {
    constexpr size_t kLongestLine = 90;
    const nlohmann::ordered_json brief = brief_as_json(Brief{});
    std::string text, line = "  brief       what was asked, null where nothing was:";
    for (const auto& [name, value] : brief.items()) {
        if (line.size() + name.size() > kLongestLine)
            text += std::exchange(line, std::string(13, ' ')) + "\n";
        line += " " + name + ",";
    }
    line.back() = '\n';
    return text + line;
}

constexpr const char* kBeforeBrief =
    "--json prints one object:\n"
    "  software    who made it, and which version\n"
    "  stage       planning, stopped, planned or painted\n";
constexpr const char* kAfterBrief =
    "  commission  what was asked of the picture: focus_on, subject, background, motifs, spatter,\n"
    "              signature; as in a brief file\n"
    "  photo       name, sha256, width and height of the photograph\n"
    "  faces       x, y, width and height of each, in shares of the picture\n"
    "  reference   width and height of what is planned from; null once the planning has ended\n"
    "  strokes     how many there are\n"
    "  passes      name, strokes and coat (body, scumble or glaze) of each\n"
    "  materials   palette, tubes (name, colour_index, source), brushes, canvas and wetness\n"
    "  mixing      how far the tubes miss what was wanted, CIEDE2000: mean_miss, worst_miss, and\n"
    "              missed_share of the strokes by more than 2; null before there is a plan\n"
    "  canvas      width_mm, height_mm, planned_pixel_mm, transparent; null before there is a plan\n"
    "  journal     round, strokes and seconds of each round of planning\n"
    "  seconds     of planning and of painting\n"
    "  picture     path, sha256 (null before it was made), width and height\n\n"
    "Example:\n"
    "  allaprima show portrait.alla --json";

}  // namespace

void add_show_command(Command& program, Task& task) {
    auto options = std::make_shared<ShowOptions>();
    Command& command = add_command(program, "show", "Show what a painting file holds",
                                   (kBeforeBrief + names_in_brief() + kAfterBrief).c_str());
    add_painting(command, options->painting_file);
    add_switch(command, "--json", options->json, "Print the same as JSON");
    on_command(command, task, [options] { return show(*options); });
}

}  // namespace allaprima
