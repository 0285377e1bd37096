#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/progress.h"
#include "cli/record_report.h"
#include "cli/stop_signal.h"
#include "engine/verify_painting.h"
#include "engine/verify_picture.h"

namespace allaprima {
namespace {

struct VerifyCommandOptions {
    std::string file;  ///< A painting file if it ends in .alla, or else a picture.
    VerifyOptions painting;
    PictureProof picture;
    int threads = 0;
    bool quiet = false;
};

/// Refuses options that are of the other kind of file.
Status check_kind(const VerifyCommandOptions& options, bool is_painting) {
    if (is_painting && !(options.picture.painting_file.empty() && options.picture.trust.empty()))
        return Error{
            "--painting and --trust are for pictures; a painting file is held against --picture and --head",
            true};
    if (!is_painting && !(options.painting.picture.empty() && options.painting.noted_head.empty()))
        return Error{
            "--picture and --head are for painting files; a picture is held against --painting and --trust",
            true};
    return Done{};
}

Status verify(const VerifyCommandOptions& options) {
    const bool is_painting = options.file.ends_with(".alla");
    if (const Status fit = check_kind(options, is_painting); !fit)
        return fit;
    catch_first_stop_signal();
    const Result<std::vector<Finding>> findings = [&] {
        ProgressBar bar(options.quiet);
        const Workers workers(options.threads);
        PictureProof proof = options.picture;
        proof.picture = options.file;
        return is_painting ? verify_painting(options.file, options.painting, workers, bar)
                           : verify_picture(proof, workers, bar);
    }();
    if (!findings)
        return findings.error();
    if (const Status printed = print(findings_as_text(*findings)); !printed)
        return printed;
    return held(*findings, options.file);
}

constexpr const char* kVerifyExplained =
    "Of a painting file it checks the record as 'record check' does, and paints the picture again from the\n"
    "strokes: the same bytes prove that this painting file is where it came from. Of a picture it reads what "
    "it\n"
    "says of itself (XMP and Content Credentials) and how far that holds; with --painting it paints it again "
    "at\n"
    "its size and compares the pixels.\n\n"
    "Examples:\n"
    "  allaprima verify portrait.alla\n"
    "  allaprima verify portrait.alla --picture portrait.png\n"
    "  allaprima verify portrait.png --painting portrait.alla";

}  // namespace

void add_verify_command(CLI::App& program, Task& task) {
    auto options = std::make_shared<VerifyCommandOptions>();
    CLI::App& command = add_command(
        program, "verify", "Prove a painting or a picture: digests, signatures, and by painting it again",
        kVerifyExplained);
    add_file(command, "FILE", options->file, "A painting file, or a picture");
    command.add_option("--picture", options->painting.picture, "A file that is said to be its picture")
        ->type_name("FILE")
        ->check(names_a_file());
    command
        .add_option("--head", options->painting.noted_head,
                    "The record's last digest as you noted it earlier")
        ->type_name("SHA256");
    command
        .add_option("--painting", options->picture.painting_file,
                    "The painting from which a picture is said to be")
        ->type_name("FILE.alla")
        ->check(names_a_file());
    add_trust(command, options->picture.trust);
    command
        .add_option("--threads", options->threads, "Work with so many threads (1 to 256; if left out: all)")
        ->type_name("N")
        ->check(CLI::Range(1, 256));
    add_switch(command, "--quiet", options->quiet, "Show no progress");
    on_command(command, task, [options] { return verify(*options); });
}

}  // namespace allaprima
