#include "cli/commands.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/stop_signal.h"
#include "engine/paint_photo.h"
#include "io/read_brief.h"
#include "model/brief_settings.h"

namespace allaprima {
namespace {

struct PaintOptions {
    std::string photo;
    std::string painting_file;
    MakingOptions making;
    Wishes wishes;
};

/// The photograph and the brief, as a file has them or the options alone; options go before the file.
Result<Commission> commission_of(const PaintOptions& options) {
    BriefFile asked{.photo = options.photo, .brief = {}};
    if (options.photo.ends_with(".toml")) {
        Result<BriefFile> file = read_brief(options.photo);
        if (!file)
            return file.error();
        asked = std::move(file).value();
    }
    for (const auto& wish : options.wishes)
        wish(asked.brief);
    if (const Status whole = check_whole(asked.brief); !whole)
        return whole.error();
    Commission commission{.photo = asked.photo,
                          .brief = asked.brief,
                          .picture = {options.making.output, options.making.force},
                          .painting_file = {}};
    if (!options.painting_file.empty())
        commission.painting_file = options.painting_file;
    return commission;
}

Status paint(const PaintOptions& options) {
    const Result<Commission> commission = commission_of(options);
    if (!commission)
        return commission.error();
    catch_first_stop_signal();
    ProgressBar bar(options.making.quiet);
    return report(paint_photo(*commission, Workers(options.making.threads), bar), bar);
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
    "      Low light from the left brings out the relief.\n"
    "  allaprima paint brief.toml -o painting.png --seed 7\n"
    "      What a brief asks for, but with another seed; 'allaprima brief --template' prints one.\n\n"
    "Ctrl-C ends the planning and paints what there is; a second Ctrl-C ends at once.";

}  // namespace

void add_paint_command(CLI::App& program, Task& task) {
    auto options = std::make_shared<PaintOptions>();
    CLI::App& command = add_command(program, "paint", "Paint a photograph", kExamples);
    add_file(command, "PHOTO", options->photo,
             "The photograph: JPEG, PNG, TIFF, WebP, HEIC, BMP, GIF or EXR; or a brief, a .toml file");
    add_making_options(command, options->making, true);
    add_painting_file_to_keep(command, options->painting_file);
    add_settings(command, false, options->wishes);
    on_command(command, task, [options] { return paint(*options); });
}

}  // namespace allaprima
