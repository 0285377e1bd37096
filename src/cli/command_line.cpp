#include "cli/command_line.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <csignal>
#include <exception>

#include "base/closest_word.h"
#include "cli/commands.h"
#include "cli/declared_command.h"
#include "cli/help.h"
#include "cli/printing.h"
#include "cli/stop_signal.h"
#include "engine/version.h"

namespace allaprima {
namespace {

constexpr int kDone = 0, kFailed = 1, kUsage = 2, kDoubtful = 3, kSignalled = 128;

/// The command that was typed, with its word where it has words.
const Command& typed_command(const CLI::App& program) {
    const CLI::App* typed = &program;
    while (!typed->get_subcommands().empty())
        typed = typed->get_subcommands().front();
    return static_cast<const Command&>(*typed);
}

}  // namespace

void add_commands(Command& program, Task& task) {
    program.set_help_flag("-h,--help", "Print this help and stop");
    program.description(
        "Alla Prima paints a photograph: every picture is a list of brush strokes, laid wet into wet");
    program.set_version_flag("--version", fmt::format("allaprima {}", version()),
                             "Print the version and stop");
    program.formatter(std::make_shared<TeachingHelp>());
    program.require_subcommand(1);
    program.footer(
        "A first painting:\n"
        "  allaprima paint portrait.jpg -o painting.png\n\n"
        "'allaprima COMMAND --help' explains a command.");
    add_paint_command(program, task);
    add_render_command(program, task);
    add_resume_command(program, task);
    add_retouch_command(program, task);
    add_repaint_command(program, task);
    add_strokes_command(program, task);
    add_upgrade_command(program, task);
    add_show_command(program, task);
    add_compose_command(program, task);
    add_compare_command(program, task);
    add_palette_command(program, task);
    add_brush_command(program, task);
    add_brief_command(program, task);
    add_study_command(program, task);
    add_hand_command(program, task);
    add_record_command(program, task);
    add_identity_command(program, task);
    add_credentials_command(program, task);
    add_verify_command(program, task);
    add_export_command(program, task);
    add_import_command(program, task);
    add_formats_command(program, task);
    add_robot_command(program, task);
    add_reveal_command(program, task);
    add_studio_command(program, task);
    add_completion_command(program, task);
    add_manual_command(program, task);
    // A switch is on or left out: "--flat=false" would not do what it says.
    for (CLI::App* command : program.get_subcommands(nullptr))
        for (CLI::Option* option : command->get_options())
            if (!takes_value(*option))
                option->disable_flag_override();
}

namespace {

/// "-5" after an option is its value, not another option; the parser only sees it so when it is joined on.
void join_negative_numbers(std::vector<std::string>& words) {
    for (size_t i = 1; i + 1 < words.size(); ++i) {
        const std::string& value = words[i + 1];
        const bool negative = value.size() > 1 && value[0] == '-' &&
                              (std::isdigit(static_cast<unsigned char>(value[1])) || value[1] == '.');
        if (words[i].size() > 2 && words[i].rfind("--", 0) == 0 && negative &&
            words[i].find('=') == std::string::npos) {
            words[i] += "=" + value;
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        }
    }
}

/// The options of a command as they are typed in full.
std::vector<std::string> names_of_options(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options())
        for (const std::string& name : option->get_lnames())
            names.push_back("--" + name);
    return names;
}

bool is_option(const std::string& word) {
    return word.size() > 1 && word.starts_with('-');
}

/// Which of the words was one too many. @param app the command that was typed, with its word.
std::string too_many(const CLI::App& program, const CLI::App& app) {
    const std::vector<std::string> left = program.remaining(true);
    const auto option = std::ranges::find_if(left, is_option);
    if (option == left.end())
        return fmt::format("'{}' is one word too many", left.empty() ? "" : left.front());
    const std::string name = option->substr(0, option->find('='));
    return fmt::format("there is no option '{}'{}", name, did_you_mean(name, names_of_options(app)));
}

/// What may be chosen from. @param left words that were not understood.
std::string choice_of(const std::vector<std::string>& names, const std::vector<std::string>& left) {
    return fmt::format("name one of: {}{}", fmt::join(names, ", "),
                       left.empty() ? "" : did_you_mean(left.front(), names));
}

/// What the parser has to say, and where more is to be learnt.
Error explained(const CLI::App& program, const CLI::ParseError& error) {
    const std::vector<CLI::App*> commands = program.get_subcommands();
    const CLI::App& app = commands.empty() ? program : *commands.front();
    const std::vector<std::string> names = names_of_commands(app);
    const bool no_choice = !names.empty() && app.get_subcommands().empty();
    const bool valued_switch = error.get_name() == "ArgumentMismatch" &&
                               std::string_view(error.what()).find("flag override") != std::string_view::npos;
    // What is missing matters less than what was misspelt, which may be the very thing.
    const bool extra = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError) ||
                       std::ranges::any_of(program.remaining(true), is_option);
    const std::string reason = no_choice       ? choice_of(names, program.remaining(true))
                               : extra         ? too_many(program, typed_command(program))
                               : valued_switch ? "a switch such as --flat takes no value"
                                               : error.what();
    const std::string command = commands.empty() ? "" : app.get_name() + " ";
    return {fmt::format("{}; see 'allaprima {}--help'", reason, command), true};
}

/// Complains when the words begin with no command; an option may come instead.
Status check_command(const CLI::App& program, const std::vector<std::string>& words) {
    if (words.size() < 2)
        return Error{"say what to do, such as: allaprima paint PHOTO -o OUT; see 'allaprima --help'", true};
    const auto is_meant = [&](const CLI::App* command) { return command->get_name() == words[1]; };
    if (words[1].rfind('-', 0) == 0 || !program.get_subcommands(is_meant).empty())
        return Done{};
    return no_command(program, words[1]);
}

/// Parses the words and does what they ask.
Status obey(Command& program, const Task& task, std::vector<std::string> words) {
    if (const Status command = check_command(program, words); !command)
        return command.error();
    join_negative_numbers(words);
    // The parser takes its words from the back, without the program's name.
    std::vector<std::string> reversed(words.rbegin(), words.rend() - (words.empty() ? 0 : 1));
    try {
        program.parse(reversed);
    } catch (const CLI::CallForHelp&) {
        return print(typed_command(program).help());
    } catch (const CLI::CallForVersion& call) {
        return print(fmt::format("{}\n", call.what()));
    } catch (const CLI::ParseError& error) {
        return explained(program, error);
    }
    if (const Status sensible = check_files(typed_command(program)); !sensible)
        return sensible;
    return task.carry_out();
}

Status obey_words(std::vector<std::string> words) {
    try {
        Command program("", "allaprima", nullptr);
        Task task;
        add_commands(program, task);
        return obey(program, task, std::move(words));
    } catch (const std::bad_alloc&) {
        return Error{"there is not enough memory for this; ask for a smaller picture"};
    } catch (const std::exception& fault) {
        return Error{fault.what()};
    }
}

}  // namespace

int run_command_line(std::vector<std::string> words) {
    // A reader that has seen enough, and a file that may grow no more, are told by the failing write, not by
    // the end of the program.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    const Status done = obey_words(std::move(words));
    if (!done)
        print_line_to_stderr("allaprima: " + done.error().message);
    // As shells tell what a signal has ended: also where what was done so far is kept.
    if (const int signal = stop_signal(); signal != 0)
        return kSignalled + signal;
    if (done)
        return kDone;
    return done.error().usage ? kUsage : done.error().doubtful ? kDoubtful : kFailed;
}

}  // namespace allaprima
