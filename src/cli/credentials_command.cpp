#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/progress.h"
#include "cli/record_report.h"
#include "engine/show_credentials.h"
#include "engine/sign_picture.h"

namespace allaprima {
namespace {

struct CredentialsOptions {
    SigningWish wish;
    std::string picture, trust;
};

Status sign(const CredentialsOptions& options) {
    const Result<std::string> signer = sign_picture(options.wish);
    if (!signer)
        return signer.error();
    print_line_to_stderr(
        fmt::format("allaprima: signed by {}, as the certificate says; the time of signing is not proven: no "
                    "time stamp was asked for",
                    *signer));
    return print(options.wish.signed_picture.path + "\n");
}

Status show(const CredentialsOptions& options) {
    const Result<std::vector<Finding>> findings = show_credentials(options.picture, options.trust);
    if (!findings)
        return findings.error();
    if (const Status printed = print(findings_as_text(*findings)); !printed)
        return printed;
    return held(*findings, options.picture);
}

constexpr const char* kCredentialsExplained =
    "Content Credentials (C2PA) say, inside the picture, what was done to it, and a signature shows whether\n"
    "a byte was changed since. They need the optional component that scripts/set-up-credentials installs.\n"
    "Pictures are PNG, JPEG, TIFF, SVG and MP4. The painting must have a record ('record making'); title "
    "and\n"
    "kind of picture come from it.\n\n"
    "Examples:\n"
    "  allaprima identity new -o ada.pem --name \"Ada Sample\"\n"
    "  allaprima render portrait.alla -o portrait.png --sign ada.pem\n"
    "  allaprima credentials sign portrait.svg --painting portrait.alla --key ada.pem -o signed.svg\n"
    "  allaprima credentials show portrait.png";

void add_sign(Command& command, const std::shared_ptr<CredentialsOptions>& options, Task& task) {
    Command& word =
        add_command(command, "sign", "Sign a picture that was rendered or exported", kCredentialsExplained);
    add_input(word,
              {.name = "PICTURE", .help = "The picture, made with 'render' or 'export'", .required = true},
              options->wish.picture);
    add_painting(word,
                 {.name = "--painting",
                  .placeholder = "FILE.alla",
                  .help = "The painting that the picture was made from",
                  .required = true},
                 options->wish.painting_file);
    add_signing_key(word,
                    {.name = "--key",
                     .placeholder = "FILE.pem",
                     .help = "The signer's private key, made with 'identity new'",
                     .required = true},
                    options->wish.signing);
    add_signing_details(word, options->wish.signing);
    add_output(word,
               {.name = "-o,--output",
                .placeholder = "FILE",
                .help = "The signed picture: a file of the same kind, with another name",
                .required = true},
               options->wish.signed_picture.path, check_carries_credentials);
    add_switch(word, "--force", options->wish.signed_picture.replace, "Replace a file that exists already");
    on_command(word, task, [options] { return sign(*options); });
}

}  // namespace

void add_credentials_command(Command& program, Task& task) {
    auto options = std::make_shared<CredentialsOptions>();
    Command& command = add_command(program, "credentials", "Sign pictures, and show what signed pictures say",
                                   kCredentialsExplained);
    require_word(command);
    add_sign(command, options, task);
    Command& showing =
        add_command(command, "show", "Show what a picture's Content Credentials say, and how far that holds",
                    kCredentialsExplained);
    add_input(showing, {.name = "PICTURE", .help = "The picture", .required = true}, options->picture);
    add_trust(showing, options->trust);
    on_command(showing, task, [options] { return show(*options); });
}

}  // namespace allaprima
