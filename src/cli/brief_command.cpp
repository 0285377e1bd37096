#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "engine/gather_materials.h"
#include "io/describe_brief.h"
#include "io/new_file.h"
#include "io/read_brief.h"
#include "model/brief_settings.h"

namespace allaprima {
namespace {

struct BriefOptions {
    std::string brief;
    bool template_file = false;
    bool settings = false;
    std::string output;
    bool force = false;
};

std::string counted(size_t number, const char* one, const char* several) {
    return fmt::format("{} {}", number, number == 1 ? one : several);
}

/// What will be done, in a few lines.
std::string brief_as_text(const BriefFile& file, const Hand& hand) {
    const Brief brief = settled(file.brief, hand);
    std::string text = fmt::format(
        "Paints {}\n  strokes     at most {}, with the palette {}\n  in focus    {}\n  background  {}, {}\n"
        "  thrown      {}\n",
        printable(file.photo), brief.strokes, printable(hand.palette),
        counted(brief.marks.size(), "part that is marked", "parts that are marked"),
        kBackdropWords[static_cast<size_t>(brief.backdrop)], counted(brief.motifs.size(), "motif", "motifs"),
        counted(brief.spatters.size(), "spatter", "spatters"));
    if (!brief.signature.text.empty() || !brief.signature.file.empty())
        text += fmt::format(
            "  signed      {}\n",
            printable(brief.signature.text.empty() ? brief.signature.file : brief.signature.text));
    return text;
}

Status check_brief(const BriefOptions& options) {
    const Result<BriefFile> file = read_brief(options.brief);
    if (!file)
        return file.error();
    const auto in_the_brief = [&](const Error& error) {
        return Error{fmt::format("{}: {}", options.brief, error.message), true};
    };
    const Result<Hand> hand = choose_hand(file->brief);
    if (!hand)
        return in_the_brief(hand.error());
    if (const Result<Materials> there = gather_materials(*hand, nullptr); !there)
        return in_the_brief(there.error());
    return print(brief_as_text(*file, *hand));
}

Status write_template(const BriefOptions& options) {
    if (options.output.empty())
        return print(brief_template());
    Result<NewFile> file = NewFile::create(options.output, options.force);
    if (!file)
        return file.error();
    std::ofstream out(file->temporary_path(), std::ios::binary);
    out << brief_template();
    out.close();
    if (!out)
        return Error{fmt::format("cannot write {}", options.output)};
    if (const Status placed = file->finish(); !placed)
        return placed.error();
    return print(options.output + "\n");
}

Status tell_brief(const BriefOptions& options) {
    if (options.template_file)
        return write_template(options);
    if (options.settings)
        return print(brief_reference());
    if (options.brief.empty())
        return Error{"name a brief to --check, or ask for a --template; see 'allaprima brief --help'", true};
    return check_brief(options);
}

constexpr const char* kBriefExplained =
    "A brief is a TOML file that asks for a painting: the photograph, the canvas, what matters, motifs,\n"
    "spatter, a signature. Files are named as seen from its folder.\n\n"
    "Examples:\n"
    "  allaprima brief --template -o brief.toml\n"
    "      A brief with every setting, its range and what it means, to change.\n"
    "  allaprima brief --check brief.toml\n"
    "      Says what it will do, or where it is wrong.\n"
    "  allaprima paint brief.toml -o painting.png";

}  // namespace

void add_brief_command(CLI::App& program, Task& task) {
    auto options = std::make_shared<BriefOptions>();
    CLI::App& command = add_command(program, "brief", "Check a brief, or begin one", kBriefExplained);
    command.add_option("--check", options->brief, "Say what this brief asks for, or where it is wrong")
        ->type_name("FILE.toml")
        ->check(names_a_file());
    add_switch(command, "--template", options->template_file,
               "Print a brief with every setting, its range and what it means");
    add_switch(command, "--settings", options->settings, "Print all settings as tables in Markdown");
    command.add_option("-o,--output", options->output, "Write the template to this file instead")
        ->type_name("OUT")
        ->check(names_a_file());
    add_switch(command, "--force", options->force, "Replace a file that exists already");
    command.get_option("--template")->excludes(command.get_option("--check"));
    command.get_option("--settings")
        ->excludes(command.get_option("--check"))
        ->excludes(command.get_option("--template"));
    command.get_option("--output")->needs(command.get_option("--template"));
    on_command(command, task, [options] { return tell_brief(*options); });
}

}  // namespace allaprima
