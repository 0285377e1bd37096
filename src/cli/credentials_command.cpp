#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/progress.h"
#include "cli/record_report.h"
#include "engine/sign_picture.h"
#include "engine/verify_picture.h"
#include "record/credentials.h"

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
        fmt::format("allaprima: signed by {}, as the certificate says; when, nobody says: no time "
                    "stamp was asked for",
                    *signer));
    return print(options.wish.signed_picture.path + "\n");
}

Status show(const CredentialsOptions& options) {
    if (credentials_mime(options.picture).empty())
        return Error{
            fmt::format("{}: only {} files carry Content Credentials", options.picture, kCredentialsEndings),
            true};
    const Result<std::optional<CredentialsReading>> reading =
        read_credentials(options.picture, options.trust);
    if (!reading)
        return reading.error();
    if (!*reading)
        return Error{fmt::format("{} carries no Content Credentials", options.picture)};
    const std::vector<Finding> findings = in_order((*reading)->findings);
    if (const Status printed = print(findings_as_text(findings)); !printed)
        return printed;
    return held(findings, options.picture);
}

constexpr const char* kCredentialsExplained =
    "Content Credentials (C2PA) say, inside the picture, what was done to it, and a signature tells whether "
    "a\n"
    "byte was changed since. They need the optional component that scripts/set-up-credentials installs. "
    "Pictures\n"
    "are PNG, JPEG, TIFF, SVG and MP4. The painting must have a record ('record making'); title and kind of\n"
    "picture come from it.\n\n"
    "Examples:\n"
    "  allaprima identity new -o ada.pem --name \"Ada Sample\"\n"
    "  allaprima render portrait.alla -o portrait.png --sign ada.pem\n"
    "  allaprima credentials sign portrait.svg --painting portrait.alla --key ada.pem -o signed.svg\n"
    "  allaprima credentials show portrait.png";

void add_sign(CLI::App& command, const std::shared_ptr<CredentialsOptions>& options, Task& task) {
    CLI::App& word =
        add_command(command, "sign", "Sign a picture that was rendered or exported", kCredentialsExplained);
    add_file(word, "PICTURE", options->wish.picture, "The picture, made with 'render' or 'export'");
    word.add_option("--painting", options->wish.painting_file, "The painting of which it is the picture")
        ->type_name("FILE.alla")
        ->check(names_a_file())
        ->required();
    word.add_option("--key", options->wish.signing.key, "The signer's private key, made with 'identity new'")
        ->type_name("FILE.pem")
        ->check(names_a_file())
        ->required();
    add_signing_details(word, options->wish.signing);
    word.add_option("-o,--output", options->wish.signed_picture.path, "The signed picture, of the same kind")
        ->type_name("FILE")
        ->check(names_a_file())
        ->required();
    add_switch(word, "--force", options->wish.signed_picture.replace,
               "Replace a file that exists already, also the picture itself");
    on_command(word, task, [options] { return sign(*options); });
}

}  // namespace

void add_credentials_command(CLI::App& program, Task& task) {
    auto options = std::make_shared<CredentialsOptions>();
    CLI::App& command = add_command(program, "credentials", "Sign pictures, and tell what signed ones say",
                                    kCredentialsExplained);
    command.require_subcommand(1);
    add_sign(command, options, task);
    CLI::App& showing =
        add_command(command, "show", "Tell what a picture's Content Credentials say, and how far it holds",
                    kCredentialsExplained);
    add_file(showing, "PICTURE", options->picture, "The picture");
    add_trust(showing, options->trust);
    on_command(showing, task, [options] { return show(*options); });
}

}  // namespace allaprima
