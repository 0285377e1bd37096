#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "briefs/read_hand.h"
#include "briefs/shipped_files.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/progress.h"
#include "cli/stop_signal.h"
#include "files/new_file.h"
#include "learning/learn_hand.h"

namespace allaprima {
namespace {

struct HandOptions {
    std::string hand, picture, output;
    std::vector<std::string> paintings;
    bool force = false, quiet = false;
};

Status list_hands() {
    std::string text;
    for (const ShippedFile& file : shipped_hands())
        text += fmt::format("{:<14}  {}\n", file.name, about(file));
    return print(text);
}

Status show_hand(const HandOptions& options) {
    const Result<Hand> hand = read_hand(options.hand);
    if (!hand)
        return hand.error();
    return print(hand_as_toml(*hand));
}

Status measure(const HandOptions& options) {
    const Result<PaintingMeasures> measures = measure_picture(options.picture);
    if (!measures)
        return measures.error();
    std::string text;
    for (const PaintingMeasure& one : kPaintingMeasures)
        text += fmt::format("{:<14}  {:.5f}\n", one.name, *measures.*one.member);
    return print(text);
}

Status learn(const HandOptions& options) {
    const std::string name = std::filesystem::path(options.output).stem().string();
    Result<NewFile> file = NewFile::create(options.output, options.force);
    if (!file)
        return file.error();
    catch_first_stop_signal();
    const Result<Hand> hand = [&] {
        ProgressBar bar(options.quiet);
        return learn_hand(options.paintings, name, Workers(), bar);
    }();
    if (!hand)
        return hand.error();
    std::ofstream text(file->temporary_path(), std::ios::binary);
    text << hand_as_toml(*hand);
    text.close();
    if (!text)
        return Error{fmt::format("cannot write {}", options.output)};
    if (const Status placed = file->finish(); !placed)
        return placed.error();
    return print(options.output + "\n");
}

constexpr const char* kHandExplained =
    "Examples:\n"
    "  allaprima hand list\n"
    "  allaprima hand show impressionist > mine.toml\n"
    "      A hand file to change; then: allaprima paint portrait.jpg -o painting.png --hand mine.toml\n"
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
}

}  // namespace allaprima
