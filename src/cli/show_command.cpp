#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/painting_report.h"
#include "cli/printing.h"
#include "io/painting_file.h"

namespace allaprima {
namespace {

struct ShowOptions {
    std::string painting_file;
    bool json = false;
};

Status show(const ShowOptions& options) {
    Result<PaintingFile> file = PaintingFile::open(options.painting_file);
    if (!file)
        return file.error();
    const Result<Painting> painting = file->load();
    if (!painting)
        return painting.error();
    return print(options.json ? painting_as_json(*painting) : painting_as_text(*painting));
}

}  // namespace

void add_show_command(CLI::App& program, Task& task) {
    auto options = std::make_shared<ShowOptions>();
    CLI::App& command = *program.add_subcommand("show", "Tell what a painting file holds");
    command.footer("Example:\n  allaprima show portrait.alla --json");
    add_file(command, "FILE.alla", options->painting_file, "The painting, made with 'paint --save'");
    command.add_flag("--json", options->json, "Print the same as JSON");
    command.callback([options, &task] { task.carry_out = [options] { return show(*options); }; });
}

}  // namespace allaprima
