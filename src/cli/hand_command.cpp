#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/progress.h"
#include "cli/stop_signal.h"
#include "engine/learn_hand.h"
#include "io/new_file.h"
#include "io/read_hand.h"
#include "io/shipped_files.h"

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
    if (!options.output.ends_with(".toml"))
        return Error{fmt::format("{}: a hand is written to a file that ends in .toml", options.output), true};
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

CLI::App& add_hand_word(CLI::App& command, const char* word, const char* description, Task& task,
                        std::function<Status()> work) {
    CLI::App& added = add_command(command, word, description, kHandExplained);
    on_command(added, task, std::move(work));
    return added;
}

}  // namespace

void add_hand_command(CLI::App& program, Task& task) {
    auto options = std::make_shared<HandOptions>();
    CLI::App& command = add_command(
        program, "hand", "List hands, tell their settings, learn one from paintings", kHandExplained);
    command.require_subcommand(1);
    add_hand_word(command, "list", "List the hands that are shipped", task, list_hands);
    CLI::App& show =
        add_hand_word(command, "show", "Print a hand file with every setting, its range and what it means",
                      task, [options] { return show_hand(*options); });
    add_file(show, "HAND", options->hand, "A hand by name, or a .toml file");
    CLI::App& measuring = add_hand_word(command, "measure", "Measure the hand in a picture of a painting",
                                        task, [options] { return measure(*options); });
    add_file(measuring, "PHOTO", options->picture, "The picture of a painting");
    CLI::App& learning =
        add_hand_word(command, "learn", "Write a hand that paints as these paintings are painted", task,
                      [options] { return learn(*options); });
    learning.add_option("PHOTO", options->paintings, "Pictures of paintings")
        ->check(names_a_file())
        ->required();
    learning.add_option("-o,--output", options->output, "The hand file to write, NAME.toml")
        ->type_name("FILE.toml")
        ->check(names_a_file())
        ->required();
    add_switch(learning, "--force", options->force, "Replace a file that exists already");
    add_switch(learning, "--quiet", options->quiet, "Show no progress");
}

}  // namespace allaprima
