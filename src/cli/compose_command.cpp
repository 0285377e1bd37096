#include <fmt/format.h>

#include "advising/forewarn.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/progress.h"
#include "engine/compose_photo.h"

namespace allaprima {
namespace {

struct ComposeOptions {
    Asked asked;
    MakingOptions making;
};

Status compose(const ComposeOptions& options) {
    const Result<BriefFile> asked = brief_of(options.asked);
    if (!asked)
        return asked.error();
    const CompositionOrder order{.photo = asked->photo,
                                 .brief = asked->brief,
                                 .picture = {options.making.output, options.making.force}};
    const ThreadPool workers(options.making.threads);
    const Result<Composition> composed = [&] {
        ProgressBar bar(options.making.quiet);
        return compose_to_file(order, workers, bar);
    }();
    if (!composed)
        return composed.error();
    for (const std::string& warning : composed->warnings)
        print_line_to_stderr("allaprima: " + warning);
    const Result<std::optional<Forewarning>> colours = [&] {
        ProgressBar bar(options.making.quiet);
        return forewarn_of_composition(*composed, order.brief, workers, bar);
    }();
    if (!colours)
        return colours.error();
    if (*colours)
        print_line_to_stderr("colours: " + in_words(**colours));
    return print(order.picture.path + "\n");
}

constexpr const char* kComposeExplained =
    "A motif's place is one of\n"
    "  across   over the whole background, like cloth\n"
    "  left     upright in the left third, on the lower edge\n"
    "  right    the same in the right third\n"
    "  behind   as the scene behind the subject\n"
    "and its veil, 0 to 1, how far it fades into the air. Motifs are laid in the order given, the farthest "
    "first.\n\n"
    "Examples:\n"
    "  allaprima compose brief.toml -o reference.png\n"
    "      What 'allaprima paint brief.toml' would paint from.\n"
    "  allaprima compose portrait.jpg --mask figure.png --motif flag.svg:across --motif "
    "obelisk.jpg:right:0.4 "
    "-o reference.png";

}  // namespace

void add_compose_command(Command& program, Task& task) {
    auto options = std::make_shared<ComposeOptions>();
    Command& command =
        add_command(program, "compose", "Put the subject of a photograph in front of another background",
                    kComposeExplained);
    add_asked(command, Offer::Scene, options->asked);
    add_making_options(command, options->making, true, false);
    on_command(command, task, [options] { return compose(*options); });
}

}  // namespace allaprima
