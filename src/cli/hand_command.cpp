#include <fmt/format.h>

#include "advising/describe_materials.h"
#include "advising/hands_sheet.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/progress.h"
#include "cli/stop_signal.h"
#include "engine/learn_from_paintings.h"
#include "model/setting_values.h"
#include "model/shipped_files.h"

namespace allaprima {
namespace {

struct HandsSheetOptions {
    Asked asked;
    std::string hands, strokes;
    MakingOptions making;
};

Status sheet_of_hands(const HandsSheetOptions& options) {
    HandsWish wish{
        .photo = options.asked.photo,
        .hands = options.hands.empty() ? std::vector<std::string>() : setting_values::parts_of(options.hands),
        .wishes = options.asked.wishes,
        .sheet = {options.making.output, options.making.force}};
    if (!options.strokes.empty())
        wish.wishes.push_back({"strokes", options.strokes});
    catch_first_stop_signal();
    const Result<std::vector<std::string>> drawn = [&] {
        ProgressBar bar(options.making.quiet);
        return draw_hands_sheet(wish, ThreadPool(options.making.threads), bar);
    }();
    if (const Status told = tell_warnings(drawn); !told)
        return told;
    return print(options.making.output + "\n");
}

struct HandOptions {
    std::string hand, picture, output;
    std::vector<std::string> paintings;
    bool force = false, quiet = false;
};

Status list_hands() {
    std::string text;
    for (const ShippedFile& hand : shipped_files(Shipped::Hands))
        text += fmt::format("{:<14}  {}\n", hand.name, about(hand));
    return print(text);
}

Status show_hand(const HandOptions& options) {
    const Result<DescribedHand> hand = describe_hand(options.hand);
    if (!hand)
        return hand.error();
    return print(hand->file);
}

Status measure(const HandOptions& options) {
    const Result<std::vector<HandMeasure>> measures = measure_hand(options.picture);
    if (!measures)
        return measures.error();
    std::string text;
    for (const HandMeasure& one : *measures)
        text += fmt::format("{:<14}  {:.5f}\n", one.name, one.value);
    return print(text);
}

Status learn(const HandOptions& options) {
    catch_first_stop_signal();
    const Status learned = [&] {
        ProgressBar bar(options.quiet);
        return learn_from_paintings(options.paintings, {options.output, options.force}, ThreadPool(), bar);
    }();
    if (!learned)
        return learned;
    return print(options.output + "\n");
}

constexpr const char* kHandExplained =
    "Examples:\n"
    "  allaprima hand list\n"
    "  allaprima hand show impressionist > mine.toml\n"
    "      A hand file to change; then: allaprima paint portrait.jpg -o painting.png --hand mine.toml\n"
    "  allaprima hand sheet portrait.jpg -o hands.png --strokes 600\n"
    "      The photograph by every hand, small and side by side, to choose one by.\n"
    "  allaprima hand learn painting.jpg -o learned.toml\n"
    "      A hand that paints as this painting is painted; tried out and corrected, which takes about a "
    "minute.\n"
    "      Ctrl-C ends the trying out and writes the best hand so far.";

Command& add_hand_word(Command& command, const char* word, const char* description, Task& task,
                       std::function<Status()> work) {
    Command& added = add_command(command, word, description, kHandExplained);
    on_command(added, task, std::move(work));
    return added;
}

void add_hands_sheet(Command& command, Task& task) {
    auto options = std::make_shared<HandsSheetOptions>();
    Command& sheet = add_hand_word(command, "sheet", "Paint a photograph by several hands, side by side",
                                   task, [options] { return sheet_of_hands(*options); });
    add_asked(sheet, Offer::Scene, options->asked);
    add_value(sheet,
              {.name = "--hands",
               .placeholder = "HAND[,HAND…]",
               .help = "Which hands, by name or by file; if left out, all that are shipped"},
              options->hands);
    add_value(sheet,
              {.name = "--strokes",
               .placeholder = "N",
               .help = "At most so many strokes in each; if left out, as in the brief, or the hand's"},
              options->strokes);
    add_making_options(sheet, options->making, true, false);
}

}  // namespace

void add_hand_command(Command& program, Task& task) {
    auto options = std::make_shared<HandOptions>();
    Command& command = add_command(
        program, "hand", "List hands, show their settings, learn one from paintings", kHandExplained);
    require_word(command);
    add_hand_word(command, "list", "List the hands that are shipped", task, list_hands);
    Command& show =
        add_hand_word(command, "show", "Print a hand file with every setting, its range and what it means",
                      task, [options] { return show_hand(*options); });
    add_input(show, {.name = "HAND", .help = "A hand by name, or a .toml file", .required = true},
              options->hand);
    Command& measuring = add_hand_word(command, "measure", "Measure the hand in a picture of a painting",
                                       task, [options] { return measure(*options); });
    add_input(measuring, {.name = "PHOTO", .help = "The picture of a painting", .required = true},
              options->picture);
    Command& learning =
        add_hand_word(command, "learn", "Write a hand that paints as these paintings are painted", task,
                      [options] { return learn(*options); });
    add_inputs(learning, {.name = "PHOTO", .help = "Pictures of paintings", .required = true},
               options->paintings);
    add_output(learning,
               {.name = "-o,--output",
                .placeholder = "FILE.toml",
                .help = "The hand file to write, NAME.toml",
                .required = true},
               options->output, ends_in({".toml"}));
    add_switch(learning, "--force", options->force, "Replace a file that exists already");
    add_switch(learning, "--quiet", options->quiet, "Show no progress");
    add_hands_sheet(command, task);
}

}  // namespace allaprima
