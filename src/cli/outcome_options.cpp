#include "cli/outcome_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "cli/outcome_in_words.h"
#include "cli/printing.h"
#include "cli/progress.h"

namespace allaprima {
namespace {

bool is_painting(const std::string& path) {
    return ends_in({".alla"})(path).ok();
}

std::vector<std::string> endings_of_outcomes() {
    std::vector<std::string> endings = endings_of_pictures(true);
    endings.emplace_back(".alla");
    return endings;
}

}  // namespace

void add_outcome(Command& command, OutcomeOptions& options) {
    add_output(command,
               {.name = "-o,--output",
                .placeholder = "OUT",
                .help = fmt::format("The new painting (.alla), or a picture of it ({}, .stl)",
                                    fmt::join(endings_of_pictures(false), ", ")),
                .required = true},
               options.making.output, ends_in(endings_of_outcomes()));
    add_painting_to_write(command,
                          {.name = "--save",
                           .placeholder = "FILE.alla",
                           .help = "Keep the new painting in this file, where -o names a picture"},
                          options.save);
    add_making_switches(command, options.making);
}

Result<Destinations> outcome_of(const OutcomeOptions& options) {
    const Destination made{options.making.output, options.making.force};
    if (!is_painting(made.path)) {
        Destinations outcome{.picture = made};
        if (!options.save.empty())
            outcome.painting = Destination{options.save, options.making.force};
        return outcome;
    }
    if (!options.save.empty())
        return Error{"-o names a painting already: give --save, or a picture with -o", true};
    return Destinations{.painting = made};
}

Status report(const Result<Painted>& painted, const Destinations& outcome, ProgressBar& bar) {
    if (!painted || outcome.picture)
        return report(painted, bar);
    for (const std::string& warning : painted->warnings)
        bar.say(warning);
    bar.say(fmt::format("{}, {:.1f} s", in_words(painted->strokes), bar.seconds()));
    return print(painted->painting_file + "\n");
}

}  // namespace allaprima
