#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/progress.h"
#include "cli/record_report.h"
#include "cli/stop_signal.h"
#include "engine/verify_painting.h"

namespace allaprima {
namespace {

struct VerifyCommandOptions {
    std::string painting_file;
    VerifyOptions verify;
    int threads = 0;
    bool quiet = false;
};

Status verify(const VerifyCommandOptions& options) {
    catch_first_stop_signal();
    const Result<std::vector<Finding>> findings = [&] {
        ProgressBar bar(options.quiet);
        return verify_painting(options.painting_file, options.verify, Workers(options.threads), bar);
    }();
    if (!findings)
        return findings.error();
    if (const Status printed = print(findings_as_text(*findings)); !printed)
        return printed;
    return held(*findings, options.painting_file);
}

constexpr const char* kExplanation =
    "Checks the record as 'record check' does, and paints the picture again from the strokes: the same "
    "bytes\n"
    "prove that this painting file is where it came from.\n\n"
    "Examples:\n"
    "  allaprima verify portrait.alla\n"
    "  allaprima verify portrait.alla --picture portrait.png";

}  // namespace

void add_verify_command(CLI::App& program, Task& task) {
    auto options = std::make_shared<VerifyCommandOptions>();
    CLI::App& command =
        add_command(program, "verify", "Prove a painting: its digests, its record, and by painting it again",
                    kExplanation);
    add_file(command, "FILE.alla", options->painting_file, "The painting, made with 'paint --save'");
    command.add_option("--picture", options->verify.picture, "A file that is said to be its picture")
        ->type_name("FILE")
        ->check(names_a_file());
    command
        .add_option("--head", options->verify.noted_head, "The record's last digest as you noted it earlier")
        ->type_name("SHA256");
    command
        .add_option("--threads", options->threads, "Work with so many threads (1 to 256; if left out: all)")
        ->type_name("N")
        ->check(CLI::Range(1, 256));
    add_switch(command, "--quiet", options->quiet, "Show no progress");
    on_command(command, task, [options] { return verify(*options); });
}

}  // namespace allaprima
