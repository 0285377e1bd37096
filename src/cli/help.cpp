#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "base/closest_word.h"

namespace allaprima {
namespace {

constexpr size_t kColumns = 100;
constexpr size_t kFirstColumn = 26;

/// A term on the left, its explanation wrapped on the right.
std::string entry(const std::string& term, const std::string& explanation) {
    std::string text = "  " + term;
    if (text.size() + 2 > kFirstColumn)
        text += "\n" + std::string(kFirstColumn, ' ');
    else
        text.resize(kFirstColumn, ' ');
    size_t column = kFirstColumn;
    std::istringstream words(explanation);
    for (std::string word; words >> word;) {
        if (column + word.size() + 1 > kColumns) {
            text += "\n" + std::string(kFirstColumn, ' ');
            column = kFirstColumn;
        }
        text += (column > kFirstColumn ? " " : "") + word;
        column += word.size() + (column > kFirstColumn ? 1 : 0);
    }
    return text + "\n";
}

std::string group(const std::string& title, const std::vector<const CLI::Option*>& options) {
    std::string text = options.empty() ? "" : fmt::format("\n{}:\n", title);
    for (const CLI::Option* option : options)
        text += entry(option_as_typed(*option), option->get_description());
    return text;
}

std::string path_of(const CLI::App& app) {
    return app.get_parent() ? path_of(*app.get_parent()) + " " + app.get_name() : app.get_name();
}

/// "-o", or "--entry" of an option that has no letter.
std::string shortest_name(const CLI::Option& option) {
    return option.get_snames().empty() ? "--" + option.get_lnames().front()
                                       : "-" + option.get_snames().front();
}

}  // namespace

std::string usage_of(const CLI::App& app) {
    std::string line = path_of(app);
    for (const CLI::Option* option : app.get_options())
        if (option->get_positional())
            line += option->get_required() ? " " + option->get_name(true)
                                           : fmt::format(" [{}]", option->get_name(true));
    for (const CLI::Option* option : app.get_options())
        if (!option->get_positional() && option->get_required())
            line += fmt::format(" {} {}", shortest_name(*option), option->get_type_name());
    const bool commands = !app.get_subcommands(nullptr).empty();
    return line + (commands ? " COMMAND …" : " [options]");
}

bool takes_value(const CLI::Option& option) {
    return option.get_items_expected_max() > 0;
}

std::string option_as_typed(const CLI::Option& option) {
    if (option.get_positional())
        return option.get_name(true);
    return option.get_name(false, true) + (takes_value(option) ? " " + option.get_type_name() : "");
}

std::string TeachingHelp::make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const {
    std::string text = fmt::format("{}.\n\nUsage: {}\n", app->get_description(), usage_of(*app));
    const std::vector<const CLI::App*> commands = app->get_subcommands(nullptr);
    if (!commands.empty())
        text += "\nCommands:\n";
    for (const CLI::App* command : commands)
        text += entry(command->get_name(), command->get_description());
    text +=
        group("What it takes", app->get_options([](const CLI::Option* o) { return o->get_positional(); }));
    text += group("Options", app->get_options([](const CLI::Option* o) { return !o->get_positional(); }));
    return text + "\n" + app->get_footer() + "\n";
}

std::vector<std::string> names_of_commands(const CLI::App& app) {
    const std::vector<const CLI::App*> commands = app.get_subcommands(nullptr);
    std::vector<std::string> names(commands.size());
    std::ranges::transform(commands, names.begin(),
                           [](const CLI::App* command) { return command->get_name(); });
    return names;
}

Error no_command(const CLI::App& program, const std::string& name) {
    return {fmt::format("there is no command '{}'{}; see 'allaprima --help'", name,
                        did_you_mean(name, names_of_commands(program))),
            true};
}

}  // namespace allaprima
