#include "cli/command_line.h"

#include <fmt/format.h>

#include <cctype>
#include <csignal>
#include <exception>

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

/// The commands of which one has to be named, with commas between them.
std::string commands_to_choose_from(const CLI::App& app) {
    std::string names;
    for (const CLI::App* command : app.get_subcommands(nullptr))
        names += (names.empty() ? "" : ", ") + command->get_name();
    return names;
}

/// What the parser has to say, and where more is to be learnt.
Error explained(const CLI::App& program, const CLI::ParseError& error) {
    const std::vector<CLI::App*> commands = program.get_subcommands();
    const CLI::App& app = commands.empty() ? program : *commands.front();
    const std::string names = commands_to_choose_from(app);
    const bool no_choice = !names.empty() && app.get_subcommands().empty();
    const bool valued_switch = error.get_name() == "ArgumentMismatch" &&
                               std::string_view(error.what()).find("flag override") != std::string_view::npos;
    const std::string reason = no_choice       ? "name one of: " + names
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
    return Error{fmt::format("there is no command '{}'; see 'allaprima --help'", words[1]), true};
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
