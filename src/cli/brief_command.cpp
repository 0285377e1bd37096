#include <fmt/format.h>

#include <fstream>

#include "briefs/describe_brief.h"
#include "briefs/gather_materials.h"
#include "briefs/read_brief.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "files/new_file.h"
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
    if (const Result<Materials> there = gather_materials(*hand); !there)
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
    "spatter, a signature. Names of files are relative to its folder.\n\n"
    "Examples:\n"
    "  allaprima brief --template -o brief.toml\n"
    "      A brief with every setting, its range and what it means, to change.\n"
    "  allaprima brief --check brief.toml\n"
    "      Says what it will do, or where it is wrong.\n"
    "  allaprima paint brief.toml -o painting.png";

}  // namespace

void add_brief_command(Command& program, Task& task) {
    auto options = std::make_shared<BriefOptions>();
    Command& command = add_command(program, "brief", "Check a brief, or begin one", kBriefExplained);
    add_input(command,
              {.name = "--check",
               .placeholder = "FILE.toml",
               .help = "Say what this brief asks for, or where it is wrong"},
              options->brief);
    add_switch(command, "--template", options->template_file,
               "Print a brief with every setting, its range and what it means");
    add_switch(command, "--settings", options->settings, "Print all settings as tables in Markdown");
    add_output(command,
               {.name = "-o,--output",
                .placeholder = "FILE.toml",
                .help = "Write the template to this file instead"},
               options->output, ends_in({".toml"}));
    add_switch(command, "--force", options->force, "Replace a file that exists already");
    exclude(command, "--template", "--check");
    exclude(command, "--settings", "--check");
    exclude(command, "--settings", "--template");
    need(command, "--output", "--template");
    on_command(command, task, [options] { return tell_brief(*options); });
}

}  // namespace allaprima
