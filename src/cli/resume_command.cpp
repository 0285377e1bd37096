#include "base/check.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/stop_signal.h"
#include "engine/paint_photo.h"

namespace allaprima {
namespace {

struct ResumeOptions {
    std::string painting_file;
    MakingOptions making;
    bool full_size = false;
};

Status resume(const ResumeOptions& options) {
    catch_first_stop_signal();
    name_painting_in_hand(options.painting_file);
    ProgressBar bar(options.making.quiet);
    Resumption resumption{.painting_file = options.painting_file,
                          .picture = {},
                          .replace = options.making.force,
                          .full_size = options.full_size};
    if (!options.making.output.empty())
        resumption.picture = options.making.output;
    return report(resume_painting(resumption, ThreadPool(options.making.threads), bar), bar);
}

constexpr const char* kResumeExamples =
    "The picture is exactly the same as without the interruption. Without -o it is written where it was\n"
    "first asked for. A picture of more than 2048 pixels is made smaller unless --full-size asks for it:\n"
    "who gives you a file must not decide how long your machine works.\n\n"
    "Example:\n"
    "  allaprima resume portrait.alla";

}  // namespace

void add_resume_command(Command& program, Task& task) {
    auto options = std::make_shared<ResumeOptions>();
    Command& command =
        add_command(program, "resume", "Go on with a painting that was killed or stopped", kResumeExamples);
    add_painting_to_change(command, options->painting_file);
    add_making_options(command, options->making, false);
    add_switch(command, "--full-size", options->full_size,
               "Make the picture as large as the file asks for, where that is more than 2048 pixels");
    add_further_files(command, [options](FilesOfRun& files) {
        if (options->making.output.empty())
            if (std::string picture = picture_of_painting(options->painting_file); !picture.empty())
                files.written.push_back(std::move(picture));
    });
    on_command(command, task, [options] { return resume(*options); });
}

}  // namespace allaprima
