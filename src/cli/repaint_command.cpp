#include <memory>

#include "cli/commands.h"
#include "cli/outcome_options.h"
#include "cli/progress.h"
#include "cli/stop_signal.h"
#include "retouching/repaint_painting.h"

namespace allaprima {
namespace {

struct RepaintOptions {
    RepaintWish wish;
    Wishes wishes;
    OutcomeOptions outcome;
};

Status repaint(const RepaintOptions& options) {
    RepaintWish wish = options.wish;
    wish.now = asked_besides(options.wishes);
    Result<Destinations> outcome = outcome_of(options.outcome);
    if (!outcome)
        return outcome.error();
    wish.outcome = std::move(outcome).value();
    catch_first_stop_signal();
    name_painting_in_hand(wish.painting_file);
    ProgressBar bar(options.outcome.making.quiet);
    return report(repaint_painting(wish, ThreadPool(options.outcome.making.threads), bar), wish.outcome, bar);
}

constexpr const char* kRepaintExamples =
    "It goes on from what is painted: only where something is asked otherwise than it was are new strokes\n"
    "laid, over those there are. The painting itself is not changed: a new one is made, or a picture. What\n"
    "changes every stroke (another hand, other tubes) is refused: paint the photograph again for that.\n\n"
    "Examples:\n"
    "  allaprima repaint portrait.alla --focus-on hands:3 -o portrait-2.alla\n"
    "      The hands count three times what they did, and are worked out further.\n"
    "  allaprima repaint portrait.alla --focus-on background:0.3 -o calm.png --save calm.alla\n"
    "      A calmer background, of few broad strokes.\n"
    "  allaprima repaint portrait.alla --strokes 4000 -o portrait-2.alla\n"
    "  allaprima repaint portrait.alla --motif flag.svg --photo portrait.jpg -o with-flag.alla";

}  // namespace

void add_repaint_command(Command& program, Task& task) {
    auto options = std::make_shared<RepaintOptions>();
    Command& command =
        add_command(program, "repaint", "Go on with a finished painting, asked otherwise", kRepaintExamples);
    add_painting(command, options->wish.painting_file);
    add_settings(command, Offer::GoingOn, options->wishes);
    add_input(command,
              {.name = "--photo",
               .placeholder = "FILE",
               .help = "The photograph that it was painted from: where another scene is asked for, and for "
                       "paintings that do not remember it"},
              options->wish.photo);
    add_outcome(command, options->outcome);
    on_command(command, task, [options] { return repaint(*options); });
}

}  // namespace allaprima
