// Scripts that teach a shell to complete the program's command line, made from its own options.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/declared_command.h"
#include "cli/help.h"
#include "cli/printing.h"

namespace allaprima {
namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& program) {
    return program.get_subcommands(nullptr);
}

std::vector<const CLI::Option*> options_of(const CLI::App& app) {
    return app.get_options([](const CLI::Option* option) { return !option->get_positional(); });
}

/// Whether a file's name is what it takes.
bool takes_file(const CLI::Option& option) {
    const std::string kind = option.get_positional() ? option.get_name(true) : option.get_type_name();
    return kind == "OUT" || kind == "FOLDER" || kind == "PHOTO" || kind == "A" || kind == "B" ||
           kind.find("FILE") == 0;
}

/// The words among which a command's first argument is chosen, such as the shells of "completion".
std::vector<std::string> words_of(const CLI::App& command) {
    std::vector<std::string> words;
    for (const CLI::App* word : command.get_subcommands(nullptr))
        words.push_back(word->get_name());
    return words;
}

/// The words that may stand where a file can be named instead, such as the shipped palettes.
std::vector<std::string> words_beside_files(const CLI::App& command) {
    std::vector<std::string> words;
    for (const CLI::Option* option : command.get_options())
        if (option->get_positional())
            for (const std::string& choice : choices_of(*option))
                words.push_back(choice);
    return words;
}

std::vector<std::string> names_of(const CLI::Option& option) {
    std::vector<std::string> names;
    for (const std::string& name : option.get_snames())
        names.push_back(fmt::format("-{}", name));
    for (const std::string& name : option.get_lnames())
        names.push_back(fmt::format("--{}", name));
    return names;
}

std::string all_names_of(const CLI::App& app) {
    std::vector<std::string> names = words_of(app);
    for (const CLI::Option* option : options_of(app))
        for (const std::string& name : names_of(*option))
            names.push_back(name);
    return fmt::format("{}", fmt::join(names, " "));
}

/// In single quotes, for any of the shells.
std::string quoted(std::string text) {
    for (size_t at = 0; (at = text.find('\'', at)) != std::string::npos; at += 4)
        text.replace(at, 1, "'\\''");
    return "'" + text + "'";
}

// bash

/// What follows an option that takes a value.
std::string bash_value(const CLI::Option& option) {
    if (takes_file(option))
        return "COMPREPLY=($(compgen -f -- \"$current\"))";
    return fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$current\"))", fmt::join(choices_of(option), " "));
}

std::string bash_command(const CLI::App& command) {
    std::string text = fmt::format("        {})\n            case \"$previous\" in\n", command.get_name());
    for (const CLI::Option* option : options_of(command))
        if (takes_value(*option))
            text += fmt::format("                {}) {}; return ;;\n", fmt::join(names_of(*option), "|"),
                                bash_value(*option));
    return text + fmt::format("            esac\n            words='{}' choices='{}'\n            ;;\n",
                              all_names_of(command), fmt::join(words_beside_files(command), " "));
}

// zsh

std::string zsh_description(std::string text) {
    std::string safe;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\')
            safe += '\\';
        safe += c;
    }
    return safe;
}

std::string zsh_value(const CLI::Option& option) {
    const std::string kind = option.get_positional() ? option.get_name(true) : option.get_type_name();
    const std::vector<std::string> choices = choices_of(option);
    if (!choices.empty() && option.get_positional())
        return fmt::format(":{}:{{_files; compadd {}}}", kind, fmt::join(choices, " "));
    if (!choices.empty())
        return fmt::format(":{}:({})", kind, fmt::join(choices, " "));
    return fmt::format(":{}:{}", kind, takes_file(option) ? "_files" : " ");
}

std::string zsh_arguments(const CLI::App& app) {
    std::string text = "_arguments";
    for (const CLI::Option* option : options_of(app))
        for (const std::string& name : names_of(*option))
            text += " \\\n                " +
                    quoted(fmt::format("{}[{}]{}", name, zsh_description(option->get_description()),
                                       takes_value(*option) ? zsh_value(*option) : ""));
    for (const CLI::Option* option : app.get_options())
        if (option->get_positional())
            text += " \\\n                " + quoted(":" + zsh_value(*option).substr(1));
    if (!words_of(app).empty())
        text += " \\\n                " + quoted(fmt::format("1:word:({})", fmt::join(words_of(app), " ")));
    return text;
}

// fish

std::string fish_option(const CLI::Option& option, const std::string& condition) {
    std::string text = fmt::format("complete -c allaprima -n {}", quoted(condition));
    for (const std::string& name : option.get_snames())
        text += " -s " + name;
    for (const std::string& name : option.get_lnames())
        text += " -l " + name;
    if (takes_value(option))
        text += takes_file(option) ? " -r -F" : " -x";
    if (const std::vector<std::string> choices = choices_of(option); !choices.empty())
        text += fmt::format(" -a {}", quoted(fmt::format("{}", fmt::join(choices, " "))));
    return text + " -d " + quoted(option.get_description()) + "\n";
}

std::string bash_completion(const CLI::App& program) {
    std::string text =
        "# Completion for bash; put it in ~/.local/share/bash-completion/completions/allaprima\n"
        "_allaprima() {\n"
        "    local current=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"${COMP_WORDS[COMP_CWORD-1]}\" words='' "
        "choices=''\n"
        "    COMPREPLY=()\n"
        "    case \"${COMP_WORDS[1]}\" in\n";
    for (const CLI::App* command : commands_of(program))
        text += bash_command(*command);
    text +=
        "    esac\n"
        "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n";
    text += fmt::format("        words='{}'\n", all_names_of(program));
    text +=
        "    elif [[ \"$current\" != -* && \"${COMP_WORDS[1]}\" != completion ]]; then\n"
        "        COMPREPLY=($(compgen -W \"$choices\" -f -- \"$current\"))\n"
        "        return\n"
        "    fi\n"
        "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
        "}\n"
        "complete -o filenames -F _allaprima allaprima\n";
    return text;
}

std::string zsh_completion(const CLI::App& program) {
    std::string text =
        "#compdef allaprima\n"
        "# Completion for zsh; put it as _allaprima into a folder of $fpath\n"
        "_allaprima() {\n"
        "    if (( CURRENT == 2 )); then\n"
        "        local -a commands\n"
        "        commands=(\n";
    for (const CLI::App* command : commands_of(program))
        text += fmt::format("            {}\n",
                            quoted(command->get_name() + ":" + zsh_description(command->get_description())));
    text += "        )\n        _describe command commands\n        " + zsh_arguments(program) +
            "\n        return\n    fi\n    local command=$words[2]\n    shift words\n    (( CURRENT-- ))\n"
            "    case $command in\n";
    for (const CLI::App* command : commands_of(program))
        text += fmt::format("        {})\n            {}\n            ;;\n", command->get_name(),
                            zsh_arguments(*command));
    return text + "    esac\n}\ncompdef _allaprima allaprima\n";
}

std::string fish_completion(const CLI::App& program) {
    std::string text = "# Completion for fish; put it in ~/.config/fish/completions/allaprima.fish\n";
    for (const CLI::App* command : commands_of(program))
        text += fmt::format("complete -c allaprima -f -n __fish_use_subcommand -a {} -d {}\n",
                            command->get_name(), quoted(command->get_description()));
    for (const CLI::Option* option : options_of(program))
        text += fish_option(*option, "__fish_use_subcommand");
    for (const CLI::App* command : commands_of(program)) {
        const std::string condition = "__fish_seen_subcommand_from " + command->get_name();
        for (const CLI::Option* option : options_of(*command))
            text += fish_option(*option, condition);
        if (const std::vector<std::string> words = words_beside_files(*command); !words.empty())
            text += fmt::format("complete -c allaprima -n {} -a {}\n", quoted(condition),
                                quoted(fmt::format("{}", fmt::join(words, " "))));
        if (const std::vector<std::string> words = words_of(*command); !words.empty())
            text += fmt::format("complete -c allaprima -f -n {} -a {}\n", quoted(condition),
                                quoted(fmt::format("{}", fmt::join(words, " "))));
    }
    return text;
}

using Script = std::string (*)(const CLI::App& program);

void add_shell(Command& program, Command& command, const char* shell, Script script, Task& task) {
    Command& word = add_command(command, shell, fmt::format("For {}", shell).c_str(), "");
    on_command(word, task, [&program, script] { return print(script(program)); });
}

}  // namespace

void add_completion_command(Command& program, Task& task) {
    Command& command = add_command(program, "completion", "Print a script that teaches a shell to complete",
                                   "Example:\n  source <(allaprima completion bash)");
    require_word(command);
    add_shell(program, command, "bash", bash_completion, task);
    add_shell(program, command, "zsh", zsh_completion, task);
    add_shell(program, command, "fish", fish_completion, task);
}

}  // namespace allaprima
