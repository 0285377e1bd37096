#include "cli/commands.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/stop_signal.h"
#include "engine/render_painting.h"
#include "model/brief_settings.h"

namespace allaprima {
namespace {

struct RenderOptions {
    std::string painting_file;
    MakingOptions making;
    Wishes wishes;
};

Status render_again(const RenderOptions& options) {
    Brief asked;
    for (const auto& wish : options.wishes)
        wish(asked);
    if (const Status whole = check_whole(asked); !whole)
        return whole;
    catch_first_stop_signal();
    ProgressBar bar(options.making.quiet);
    const auto choose = [&](Brief& brief) {
        for (const auto& wish : options.wishes)
            wish(brief);
    };
    return report(
        render_painting(options.painting_file, choose, {options.making.output, options.making.force},
                        Workers(options.making.threads), bar),
        bar);
}

constexpr const char* kExamples =
    "What is left out is as it was asked for when the painting was made.\n\n"
    "Examples:\n"
    "  allaprima render portrait.alla -o poster.tif --long 20000\n"
    "  allaprima render portrait.alla -o colours.png --unlit";

}  // namespace

void add_render_command(CLI::App& program, Task& task) {
    auto options = std::make_shared<RenderOptions>();
    CLI::App& command =
        add_command(program, "render", "Make a picture of any size from a painting file", kExamples);
    add_file(command, "FILE.alla", options->painting_file, "The painting, made with 'paint --save'");
    add_making_options(command, options->making, true);
    add_settings(command, Offer::Rendering, options->wishes);
    on_command(command, task, [options] { return render_again(*options); });
}

}  // namespace allaprima
