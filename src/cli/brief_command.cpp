#include <fmt/format.h>

#include "advising/forewarn.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/progress.h"
#include "engine/take_brief.h"
#include "engine/written_files.h"

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
std::string brief_as_text(const CheckedBrief& checked) {
    const Brief& brief = checked.brief;
    std::string text = fmt::format(
        "Paints {}\n  strokes     at most {}, with the palette {}\n  in focus    {}\n  background  {}, {}\n"
        "  thrown      {}\n",
        printable(checked.photo), brief.strokes, printable(checked.hand.palette),
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
    const Result<CheckedBrief> checked = check_brief_file(options.brief);
    if (!checked)
        return checked.error();
    const Result<std::optional<Forewarning>> colours = [&] {
        ProgressBar bar(false);
        return forewarn_of_brief(checked->photo, checked->brief, ThreadPool(), bar);
    }();
    const std::string told = !colours   ? "not looked at: " + colours.error().message
                             : *colours ? in_words(**colours)
                                        : "";
    return print(brief_as_text(*checked) +
                 (told.empty() ? "" : fmt::format("  colours     {}\n", printable(told))));
}

Status begin_brief(const BriefOptions& options) {
    if (options.output.empty())
        return print(template_of(WrittenKind::Brief));
    if (const Status written = write_template(WrittenKind::Brief, {options.output, options.force}); !written)
        return written;
    return print(options.output + "\n");
}

Status tell_brief(const BriefOptions& options) {
    if (options.template_file)
        return begin_brief(options);
    if (options.settings)
        return print(settings_of(WrittenKind::Brief));
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
