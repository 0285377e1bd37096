#include "cli/command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <utility>

#include "cli/declared_command.h"

namespace allaprima {
namespace {

bool is_argument(const Wording& wording) {
    return !wording.name.starts_with('-');
}

void word(CLI::Option& option, const Wording& wording) {
    if (!is_argument(wording))
        option.type_name(wording.placeholder);
    option.required(wording.required);
}

/// An empty name is most often a shell's variable that was never set.
CLI::Validator names_a_file() {
    return CLI::Validator(
        [](const std::string& text) { return std::string(text.empty() ? "it is empty; name a file" : ""); },
        "");
}

std::function<std::vector<std::string>()> path_if_any(const std::string& path) {
    return [&path] { return path.empty() ? std::vector<std::string>() : std::vector{path}; };
}

void add_file(Command& command, const Wording& wording, std::string& path, DeclaredOption declared) {
    CLI::Option* option = command.add_option(wording.name, path, wording.help)->check(names_a_file());
    word(*option, wording);
    declared.option = option;
    declared.paths = path_if_any(path);
    command.declare(std::move(declared));
}

void append(std::vector<std::string>& to, const std::vector<std::string>& paths) {
    to.insert(to.end(), paths.begin(), paths.end());
}

std::vector<std::string>& place_for(Use use, FilesOfRun& files) {
    switch (use) {
        case Use::Written:
            return files.written;
        case Use::Changed:
            return files.changed;
        case Use::Folder:
            return files.folders;
        default:
            return files.read;
    }
}

void add_declared(const DeclaredOption& declared, FilesOfRun& files) {
    if (!declared.paths)
        return;
    const std::vector<std::string> paths = declared.paths();
    append(place_for(declared.use, files), paths);
    if (declared.sidecars)
        for (const std::string& path : paths)
            append(files.written, declared.sidecars(path));
}

bool writes_something(const Command& command) {
    return std::ranges::any_of(command.declared(), [](const DeclaredOption& declared) {
        return declared.use != Use::Value && declared.use != Use::Read;
    });
}

Status check_endings(const Command& command) {
    for (const DeclaredOption& declared : command.declared())
        if (declared.fits)
            for (const std::string& path : declared.paths())
                if (const Status fit = declared.fits(path); !fit)
                    return fit;
    return Done{};
}

std::string in_small_letters(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

}  // namespace

Command& add_command(Command& to, const char* name, const char* description, const char* footer) {
    auto command = std::make_shared<Command>(description, name, &to);
    command->footer(footer);
    return static_cast<Command&>(*to.add_subcommand(command));
}

void require_word(Command& command) {
    command.require_subcommand(1);
}

void on_command(Command& command, Task& task, std::function<Status()> work) {
    command.callback([&task, work = std::move(work)] { task.carry_out = work; });
}

void add_switch(Command& command, const char* name, bool& on, const char* help) {
    command.add_flag(name, on, help);
}

void add_value(Command& command, const Wording& wording, std::string& value) {
    CLI::Option* option = command.add_option(wording.name, value, wording.help);
    word(*option, wording);
    command.declare({.option = option});
}

void add_number(Command& command, const Wording& wording, int& number) {
    CLI::Option* option = command.add_option(wording.name, number, wording.help);
    word(*option, wording);
    command.declare({.option = option});
}

void add_checked_value(Command& command, const Wording& wording,
                       std::function<Status(const std::string&)> take, const ValueKind& kind) {
    const auto taken = [take = std::move(take)](const std::string& text) {
        if (const Status allowed = take(text); !allowed)
            throw CLI::ValidationError(allowed.error().message);
    };
    CLI::Option* option = command.add_option_function<std::string>(wording.name, taken, wording.help);
    word(*option, wording);
    if (kind.repeats)
        option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)->trigger_on_parse();
    command.declare({.option = option, .use = kind.names_files ? Use::Read : Use::Value});
}

EndingCheck ends_in(std::vector<std::string> endings) {
    return [endings = std::move(endings)](const std::string& path) -> Status {
        const std::string name = in_small_letters(std::filesystem::path(path).filename().string());
        // A name that is all ending is a hidden file without one.
        for (const std::string& ending : endings)
            if (name.size() > ending.size() && name.ends_with(ending))
                return Done{};
        return Error{fmt::format("{}: the name of this file must end in {}; choose another name", path,
                                 fmt::join(endings, ", ")),
                     true};
    };
}

void add_input(Command& command, const Wording& wording, std::string& path) {
    add_file(command, wording, path, {.option = nullptr, .use = Use::Read});
}

void add_inputs(Command& command, const Wording& wording, std::vector<std::string>& paths) {
    CLI::Option* option = command.add_option(wording.name, paths, wording.help)->check(names_a_file());
    word(*option, wording);
    command.declare({.option = option, .use = Use::Read, .paths = [&paths] { return paths; }});
}

void add_changed_file(Command& command, const Wording& wording, std::string& path) {
    add_file(command, wording, path, {.option = nullptr, .use = Use::Changed});
}

void add_output(Command& command, const Wording& wording, std::string& path, EndingCheck fits,
                Sidecars sidecars) {
    add_file(
        command, wording, path,
        {.option = nullptr, .use = Use::Written, .fits = std::move(fits), .sidecars = std::move(sidecars)});
}

void add_output_folder(Command& command, const Wording& wording, std::string& path) {
    add_file(command, wording, path, {.option = nullptr, .use = Use::Folder});
}

void add_further_files(Command& command, std::function<void(FilesOfRun&)> tell) {
    command.tell_further(std::move(tell));
}

void exclude(Command& command, const char* option, const char* other) {
    command.get_option(option)->excludes(command.get_option(other));
}

void need(Command& command, const char* option, const char* other) {
    command.get_option(option)->needs(command.get_option(other));
}

Status check_files(const Command& command) {
    if (!writes_something(command))
        return Done{};
    FilesOfRun files;
    for (const DeclaredOption& declared : command.declared())
        add_declared(declared, files);
    for (const auto& tell : command.further())
        tell(files);
    if (const Status apart = check_apart(files); !apart)
        return apart;
    return check_endings(command);
}

}  // namespace allaprima
