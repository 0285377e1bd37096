#include <fmt/format.h>

#include <memory>

#include "cli/commands.h"
#include "cli/outcome_options.h"
#include "cli/progress.h"
#include "cli/stop_signal.h"
#include "retouching/places_meant.h"
#include "retouching/retouch_painting.h"

namespace allaprima {
namespace {

struct RetouchOptions {
    RetouchWish wish;
    int seed = 1;
    OutcomeOptions outcome;
};

Status take_place(const std::string& text, RetouchWish& wish) {
    const Result<Region> region = region_said(text);
    if (!region)
        return region.error();
    wish.places.push_back(*region);
    return Done{};
}

Result<RetouchWish> wish_of(const RetouchOptions& options) {
    RetouchWish wish = options.wish;
    if (wish.places.empty())
        return Error{"say what is to be worked over: --on face, --on 'eyes 2', --on 40%,10%,20%,20%", true};
    if (options.seed < 0)
        return Error{fmt::format("--seed must be 0 or more, not {}", options.seed), true};
    wish.seed = static_cast<uint64_t>(options.seed);
    Result<Destinations> outcome = outcome_of(options.outcome);
    if (!outcome)
        return outcome.error();
    wish.outcome = std::move(outcome).value();
    return wish;
}

Status retouch(const RetouchOptions& options) {
    const Result<RetouchWish> wish = wish_of(options);
    if (!wish)
        return wish.error();
    catch_first_stop_signal();
    name_painting_in_hand(wish->painting_file);
    ProgressBar bar(options.outcome.making.quiet);
    return report(retouch_painting(*wish, ThreadPool(options.outcome.making.threads), bar), wish->outcome,
                  bar);
}

constexpr const char* kRetouchExamples =
    "New strokes are laid over a finished painting where they bring it nearer to what it was painted from.\n"
    "All others stay, and so does every pixel that no new stroke reaches. The painting itself is not "
    "changed:\n"
    "a new one is made, or a picture.\n\n"
    "Examples:\n"
    "  allaprima retouch portrait.alla --on eyes -o portrait-2.alla\n"
    "  allaprima retouch portrait.alla --on 41%,22%,8%,5% --strokes 40 -o eye.png --save portrait-2.alla\n"
    "      A box: x, y, width and height from the top left.\n"
    "  allaprima retouch group.alla --on 'face 2' --on 'face 3' --strokes 200 -o group-2.alla";

}  // namespace

void add_retouch_command(Command& program, Task& task) {
    auto options = std::make_shared<RetouchOptions>();
    Command& command =
        add_command(program, "retouch", "Work over a part of a finished painting", kRetouchExamples);
    add_painting(command, options->wish.painting_file);
    add_checked_value(
        command,
        {.name = "--on",
         .placeholder = "PLACE",
         .help = "What is worked over: what was seen (face, eyes, 'mouth 2', hand, a name), everywhere, or a "
                 "box: x,y,width,height in shares, per cent or the photograph's pixels; may be repeated"},
        [options](const std::string& text) { return take_place(text, options->wish); }, {.repeats = true});
    add_number(command,
               {.name = "--strokes",
                .placeholder = "N",
                .help = fmt::format("New strokes, at most (1 to {}; if left out: {})", kMostRetouches,
                                    options->wish.strokes)},
               options->wish.strokes);
    add_number(
        command,
        {.name = "--seed", .placeholder = "N", .help = "Another seed lays other strokes (if left out: 1)"},
        options->seed);
    add_input(
        command,
        {.name = "--photo",
         .placeholder = "FILE",
         .help = "The photograph that it was painted from: for paintings of earlier versions, and those that "
                 "were to forget it"},
        options->wish.photo);
    add_outcome(command, options->outcome);
    on_command(command, task, [options] { return retouch(*options); });
}

}  // namespace allaprima
