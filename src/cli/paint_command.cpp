#include "cli/commands.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/stop_signal.h"
#include "engine/paint_photo.h"

namespace allaprima {
namespace {

struct PaintOptions {
    std::string photo;
    std::string painting_file;
    MakingOptions making;
    Wishes wishes;
};

Commission commission_of(const PaintOptions& options) {
    Commission commission{.photo = options.photo,
                          .brief = {},
                          .picture = {options.making.output, options.making.force},
                          .painting_file = {}};
    for (const auto& wish : options.wishes)
        wish(commission.brief);
    if (!options.painting_file.empty())
        commission.painting_file = options.painting_file;
    return commission;
}

Status paint(const PaintOptions& options) {
    catch_first_stop_signal();
    ProgressBar bar(options.making.quiet);
    return report(paint_photo(commission_of(options), Workers(options.making.threads), bar), bar);
}

constexpr const char* kExamples =
    "Examples:\n"
    "  allaprima paint portrait.jpg -o painting.png\n"
    "      A finished painting, 2048 pixels long.\n"
    "  allaprima paint portrait.jpg -o sketch.png --strokes 300 --long 1000\n"
    "      Few, bold strokes.\n"
    "  allaprima paint portrait.jpg -o print.tif --strokes 8000 --long 12000 --save portrait.alla\n"
    "      A close likeness at print size; portrait.alla keeps the strokes, for any other size later.\n"
    "  allaprima paint portrait.jpg -o evening.png --light 270,15\n"
    "      Low light from the left brings out the relief.\n\n"
    "Ctrl-C ends the planning and paints what there is; a second Ctrl-C ends at once.";

}  // namespace

void add_paint_command(CLI::App& program, Task& task) {
    auto options = std::make_shared<PaintOptions>();
    CLI::App& command = add_command(program, "paint", "Paint a photograph", kExamples);
    add_file(command, "PHOTO", options->photo,
             "The photograph: JPEG, PNG, TIFF, WebP, HEIC, BMP, GIF or EXR");
    add_making_options(command, options->making, true);
    add_painting_file_to_keep(command, options->painting_file);
    add_settings(command, false, options->wishes);
    on_command(command, task, [options] { return paint(*options); });
}

}  // namespace allaprima
