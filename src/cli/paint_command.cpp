#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/check.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/stop_signal.h"
#include "engine/paint_photo.h"
#include "engine/paint_to_export.h"

namespace allaprima {
namespace {

struct PaintOptions {
    Asked asked;
    std::string painting_file;
    MakingOptions making;
};

Result<Commission> commission_of(const PaintOptions& options) {
    const Result<BriefFile> asked = brief_of(options.asked);
    if (!asked)
        return asked.error();
    Commission commission{.photo = asked->photo,
                          .brief = asked->brief,
                          .picture = {options.making.output, options.making.force},
                          .painting_file = {}};
    if (!options.painting_file.empty())
        commission.painting_file = options.painting_file;
    return commission;
}

Status report_export(Result<PaintedExport> made, ProgressBar& bar) {
    if (!made)
        return made.error();
    for (const std::string& note : made->notes)
        bar.say(note);
    return report(std::move(made->painted), bar);
}

Status paint(const PaintOptions& options) {
    const Result<Commission> commission = commission_of(options);
    if (!commission)
        return commission.error();
    catch_first_stop_signal();
    name_painting_in_hand(options.painting_file);
    ProgressBar bar(options.making.quiet);
    if (asks_for_export(options.making.output))
        return report_export(paint_to_export(*commission, ThreadPool(options.making.threads), bar), bar);
    return report(paint_photo(*commission, ThreadPool(options.making.threads), bar), bar);
}

constexpr const char* kPaintExamples =
    "Examples:\n"
    "  allaprima paint portrait.jpg -o painting.png\n"
    "      A finished painting, 2048 pixels long.\n"
    "  allaprima paint portrait.jpg -o sketch.png --strokes 300 --long 1000\n"
    "      Few, bold strokes.\n"
    "  allaprima paint portrait.jpg -o print.tif --strokes 8000 --long 12000 --save portrait.alla\n"
    "      A close likeness at print size; portrait.alla keeps the strokes, for any other size later.\n"
    "  allaprima paint portrait.jpg -o evening.png --light 270,15\n"
    "      Low light from the left brings out the relief.\n"
    "  allaprima paint portrait.jpg -o layers.psd\n"
    "      Straight into what 'allaprima export' writes: layers, a film, a drawing, a program.\n"
    "  allaprima paint brief.toml -o painting.png --seed 7\n"
    "      What a brief asks for, but with another seed; 'allaprima brief --template' prints one.\n\n"
    "Ctrl-C ends the planning and paints what there is; a second Ctrl-C ends at once.";

std::vector<std::string> endings_to_paint() {
    std::vector<std::string> endings = endings_of_pictures(true);
    for (const ExportFormat& format : export_formats())
        endings.emplace_back(format.ending);
    return endings;
}

}  // namespace

void add_paint_command(Command& program, Task& task) {
    auto options = std::make_shared<PaintOptions>();
    Command& command = add_command(program, "paint", "Paint a photograph", kPaintExamples);
    add_asked(command, Offer::All, options->asked);
    add_output(command,
               {.name = "-o,--output",
                .placeholder = "OUT",
                .help = fmt::format(
                    "The picture to make; its ending tells the format: {}; .stl makes a solid of the "
                    "relief; and what 'allaprima formats' lists",
                    fmt::join(endings_of_pictures(false), ", ")),
                .required = true},
               options->making.output, ends_in(endings_to_paint()));
    add_making_switches(command, options->making);
    add_painting_file_to_keep(command, options->painting_file);
    on_command(command, task, [options] { return paint(*options); });
}

}  // namespace allaprima
