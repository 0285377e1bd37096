#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/progress.h"
#include "cli/stop_signal.h"
#include "engine/try_robot.h"
#include "engine/written_files.h"

namespace allaprima {
namespace {

struct RobotOptions {
    std::string program, painting_file, check;
    bool template_file = false, settings = false;
    Wishes asked;
};

Status try_out(const RobotOptions& options) {
    if (options.program.empty() || options.painting_file.empty())
        return Error{
            "name a program and, with --of, the painting it paints, or ask for a --template; see "
            "'allaprima robot --help'",
            true};
    ExportSettings asked;
    if (const Status possible = ask(options.asked, asked); !possible)
        return possible;
    catch_first_stop_signal();
    ProgressBar bar(false);
    const Result<RobotTrial> trial =
        try_robot(options.painting_file, options.program, asked.robot, ThreadPool(), bar);
    if (!trial)
        return trial.error();
    const Simulation& told = trial->simulation;
    return print(fmt::format(
        "{} strokes, {:.1f} m painted and {:.1f} m travelled in about {:.0f} minutes\n"
        "{} loads, {} washes, {} changes of brushes\nno limit is broken\n"
        "what it paints is {:.1f} dB from what it was exported to paint (99: the same), and {:.1f} dB "
        "from the painting\n",
        told.strokes.size(), told.painted_mm / 1000.0, told.travelled_mm / 1000.0, told.minutes, told.loads,
        told.washes, told.changes, trial->plan_db, trial->picture_db));
}

Status tell_robot(const RobotOptions& options) {
    if (options.template_file)
        return print(template_of(WrittenKind::RobotHead));
    if (options.settings)
        return print(settings_of(WrittenKind::RobotHead));
    if (options.check.empty())
        return try_out(options);
    if (const Status fit = check_robot_head(options.check); !fit)
        return fit;
    return print(fmt::format("{} describes a head that can paint\n", printable(options.check)));
}

constexpr const char* kRobotExplained =
    "A head file is TOML and describes a machine that paints. A program is what 'allaprima export' writes "
    "as\n"
    ".gcode; it is tried out with the settings that it was exported with.\n\n"
    "Examples:\n"
    "  allaprima robot --template\n"
    "  allaprima robot --check head.toml\n"
    "  allaprima export portrait.alla -o portrait.gcode --head head.toml\n"
    "  allaprima robot portrait.gcode --of portrait.alla --head head.toml";

}  // namespace

void add_robot_command(Command& program, Task& task) {
    auto options = std::make_shared<RobotOptions>();
    Command& command = add_command(program, "robot", "Describe a machine that paints, or try its program out",
                                   kRobotExplained);
    add_input(command, {.name = "PROGRAM", .help = "The .gcode file to try out"}, options->program);
    add_painting(command,
                 {.name = "--of", .placeholder = "FILE.alla", .help = "The painting it was exported from"},
                 options->painting_file);
    add_input(command,
              {.name = "--check",
               .placeholder = "FILE.toml",
               .help = "Say whether this head can paint, or where it is wrong"},
              options->check);
    add_switch(command, "--template", options->template_file,
               "Print a head with every setting, its range and what it means");
    add_switch(command, "--settings", options->settings, "Print all settings as tables in Markdown");
    add_export_settings(command, options->asked, "robot");
    on_command(command, task, [options] { return tell_robot(*options); });
}

}  // namespace allaprima
