
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/progress.h"
#include "cli/record_report.h"
#include "cli/stop_signal.h"
#include "verifying/verified_kind.h"
#include "verifying/verify_painting.h"
#include "verifying/verify_picture.h"

namespace allaprima {
namespace {

struct VerifyCommandOptions {
    std::string file;  ///< A painting file or a picture, as its first bytes tell.
    VerifyOptions painting;
    PictureProof picture;
    int threads = 0;
    bool quiet = false;
};

/// Refuses options that are of the other kind of file.
Status check_kind(const VerifyCommandOptions& options, bool is_painting) {
    if (is_painting && !(options.picture.painting_file.empty() && options.picture.trust.empty()))
        return Error{
            "--painting and --trust are for pictures; a painting file is compared with --picture and --head",
            true};
    if (!is_painting && !(options.painting.picture.empty() && options.painting.noted_head.empty()))
        return Error{
            "--picture and --head are for painting files; a picture is checked with --painting and --trust",
            true};
    return Done{};
}

Status verify(const VerifyCommandOptions& options) {
    const Result<VerifiedKind> kind = kind_to_verify(options.file);
    if (!kind)
        return kind.error();
    const bool is_painting = *kind == VerifiedKind::Painting;
    if (const Status fit = check_kind(options, is_painting); !fit)
        return fit;
    catch_first_stop_signal();
    const Result<std::vector<Finding>> findings = [&] {
        ProgressBar bar(options.quiet);
        const ThreadPool workers(options.threads);
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
    "For a painting file it checks the record as 'record check' does, and paints the picture again from the\n"
    "strokes: the same bytes prove that the picture came from this painting file. For a picture it reads "
    "what\n"
    "the picture says about itself (XMP and Content Credentials) and how far that holds; with --painting it\n"
    "paints the picture again at its size and compares the pixels. The first bytes tell which it is.\n\n"
    "Exit codes: 0 all that is not only claimed is proven, 3 something is doubtful, 1 something does not "
    "hold\n"
    "or an error of the machine, 2 something asked for that cannot be.\n\n"
    "Examples:\n"
    "  allaprima verify portrait.alla\n"
    "  allaprima verify portrait.alla --picture portrait.png\n"
    "  allaprima verify portrait.png --painting portrait.alla";

}  // namespace

void add_verify_command(Command& program, Task& task) {
    auto options = std::make_shared<VerifyCommandOptions>();
    Command& command = add_command(
        program, "verify", "Prove a painting or a picture: digests, signatures, and by painting it again",
        kVerifyExplained);
    add_input(command, {.name = "FILE", .help = "A painting file, or a picture", .required = true},
              options->file);
    add_input(command,
              {.name = "--picture", .placeholder = "FILE", .help = "A file that is said to be its picture"},
              options->painting.picture);
    add_value(command,
              {.name = "--head",
               .placeholder = "SHA256",
               .help = "The record's last digest as you noted it earlier"},
              options->painting.noted_head);
    add_painting(command,
                 {.name = "--painting",
                  .placeholder = "FILE.alla",
                  .help = "The painting that a picture is said to be made from"},
                 options->picture.painting_file);
    add_trust(command, options->picture.trust);
    add_switch(command, "--full-size", options->painting.full_size,
               "Paint the picture of a painting file again where it is of more than 2048 pixels, too");
    add_threads(command, options->threads);
    add_switch(command, "--quiet", options->quiet, "Show no progress");
    on_command(command, task, [options] { return verify(*options); });
}

}  // namespace allaprima
