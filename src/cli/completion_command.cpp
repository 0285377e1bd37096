#include "cli/commands.h"
#include "cli/completion.h"
#include "cli/printing.h"

namespace allaprima {
namespace {

using Script = std::string (*)(const CLI::App& program);

void add_shell(CLI::App& program, CLI::App& command, const char* shell, Script script, Task& task) {
    command.add_subcommand(shell, std::string("For ") + shell)->callback([&program, &task, script] {
        task.carry_out = [&program, script] { return print(script(program)); };
    });
}

}  // namespace

void add_completion_command(CLI::App& program, Task& task) {
    CLI::App& command =
        *program.add_subcommand("completion", "Print a script that teaches a shell to complete");
    command.require_subcommand(1);
    command.footer("Example:\n  source <(allaprima completion bash)");
    add_shell(program, command, "bash", bash_completion, task);
    add_shell(program, command, "zsh", zsh_completion, task);
    add_shell(program, command, "fish", fish_completion, task);
}

}  // namespace allaprima
