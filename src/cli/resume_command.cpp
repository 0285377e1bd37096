#include "cli/commands.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/stop_signal.h"
#include "engine/resume_painting.h"

namespace allaprima {
namespace {

struct ResumeOptions {
    std::string painting_file;
    MakingOptions making;
};

Status resume(const ResumeOptions& options) {
    catch_first_stop_signal();
    ProgressBar bar(options.making.quiet);
    Resumption resumption{
        .painting_file = options.painting_file, .picture = {}, .replace = options.making.force};
    if (!options.making.output.empty())
        resumption.picture = options.making.output;
    return report(resume_painting(resumption, Workers(options.making.threads), bar), bar);
}

constexpr const char* kResumeExamples =
    "The picture is the very same as if nothing had come between. Without -o it goes where it was asked for\n"
    "at first.\n\n"
    "Example:\n"
    "  allaprima resume portrait.alla";

}  // namespace

void add_resume_command(CLI::App& program, Task& task) {
    auto options = std::make_shared<ResumeOptions>();
    CLI::App& command =
        add_command(program, "resume", "Go on with a painting that was killed or stopped", kResumeExamples);
    add_file(command, "FILE.alla", options->painting_file, "The painting, begun with 'paint --save'");
    add_making_options(command, options->making, false);
    on_command(command, task, [options] { return resume(*options); });
}

}  // namespace allaprima
