// Manual pages for man(1), made from what each command declares, as its help is.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/declared_command.h"
#include "cli/help.h"
#include "cli/printing.h"
#include "engine/version.h"

namespace allaprima {
namespace {

/// Text in which troff finds nothing to obey, and no hyphen where a minus is typed.
std::string roff(const std::string& text) {
    std::string safe;
    bool line_begins = true;
    for (const char c : text) {
        if (line_begins && (c == '.' || c == '\''))
            safe += "\\&";
        safe += c == '\\' ? "\\e" : c == '-' ? "\\-" : std::string(1, c);
        line_begins = c == '\n';
    }
    return safe;
}

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

/// "Paint a photograph" as the line of a list: "paint a photograph".
std::string as_clause(std::string text) {
    if (!text.empty())
        text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
    return text;
}

std::string options_as_roff(const CLI::App& app, bool positional) {
    std::string text;
    for (const CLI::Option* option : app.get_options())
        if (static_cast<bool>(option->get_positional()) == positional)
            text += fmt::format(".TP\n.B {}\n{}.\n", roff(option_as_typed(*option)),
                                roff(option->get_description()));
    return text;
}

std::string section(const std::string& title, const std::string& text) {
    return text.empty() ? "" : fmt::format(".SH {}\n{}", title, text);
}

/// Explanations and examples as they stand in the help, line by line.
std::string as_it_stands(const std::string& text) {
    return text.empty() ? "" : ".nf\n" + roff(text) + "\n.fi\n";
}

std::string page_head(const std::string& name, const std::string& description) {
    return fmt::format(".TH {} 1 \"\" \"allaprima {}\" \"Alla Prima\"\n.SH NAME\n{} \\- {}\n.SH SYNOPSIS\n",
                       upper(roff(name)), version(), roff(name), roff(as_clause(description)));
}

/// The commands of the program, or the words of a command, each with its line.
std::string commands_as_roff(const CLI::App& app) {
    std::string text;
    for (const CLI::App* command : app.get_subcommands(nullptr))
        text += fmt::format(".TP\n.B {}\n{}.\n", roff(command->get_name()), roff(command->get_description()));
    return text;
}

std::string program_page(const CLI::App& program) {
    std::string see;
    for (const CLI::App* command : program.get_subcommands(nullptr))
        see += fmt::format("{}.BR allaprima\\-{} (1)", see.empty() ? "" : ",\n", roff(command->get_name()));
    return page_head("allaprima", "paint a photograph with strokes that a hand could make") +
           fmt::format(".B {}\n", roff(usage_of(program))) +
           section("DESCRIPTION", roff(program.get_description()) + ".\n") +
           section("COMMANDS", commands_as_roff(program)) +
           section("OPTIONS", options_as_roff(program, false)) +
           section(
               "EXIT STATUS",
               ".TP\n.B 0\nIt is done.\n.TP\n.B 1\nIt could not be done; a line on the standard error "
               "says why.\n.TP\n.B 2\nWhat was asked for is not possible; a line says what to change.\n") +
           section("EXAMPLES", as_it_stands(program.get_footer())) + section("SEE ALSO", see + "\n");
}

std::string word_section(const CLI::App& word) {
    return fmt::format(".SS {}\n.B {}\n.PP\n{}.\n", roff(word.get_name()), roff(usage_of(word)),
                       roff(word.get_description())) +
           options_as_roff(word, true) + options_as_roff(word, false);
}

std::string command_page(const CLI::App& command) {
    std::string words, explained = command.get_footer();
    for (const CLI::App* word : command.get_subcommands(nullptr)) {
        words += word_section(*word);
        explained = explained.empty() ? word->get_footer() : explained;
    }
    return page_head("allaprima-" + command.get_name(), command.get_description()) +
           fmt::format(".B {}\n", roff(usage_of(command))) +
           section("DESCRIPTION", roff(command.get_description()) + ".\n") +
           section("WHAT IT TAKES", options_as_roff(command, true)) + section("WORDS", words) +
           section("OPTIONS", options_as_roff(command, false)) +
           section("NOTES AND EXAMPLES", as_it_stands(explained)) +
           section("SEE ALSO", ".BR allaprima (1)\n");
}

Status print_page(const CLI::App& program, const std::string& name) {
    if (name.empty())
        return print(program_page(program));
    for (const CLI::App* command : program.get_subcommands(nullptr))
        if (command->get_name() == name)
            return print(command_page(*command));
    return no_command(program, name);
}

constexpr const char* kManualExplained =
    "Without a command it prints the page of the program.\n\n"
    "Example:\n"
    "  allaprima manual paint | man -l -";

}  // namespace

void add_manual_command(Command& program, Task& task) {
    auto name = std::make_shared<std::string>();
    Command& command =
        add_command(program, "manual", "Print a manual page, of a command or the program", kManualExplained);
    add_value(command, {.name = "COMMAND", .help = "The command whose page it is"}, *name);
    on_command(command, task, [&program, name] { return print_page(program, *name); });
}

}  // namespace allaprima
