#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "record/certificates.h"

namespace allaprima {
namespace {

struct IdentityOptions {
    std::string output, name;
    bool force = false;
};

Status make_identity(const IdentityOptions& options) {
    if (!options.output.ends_with(".pem"))
        return Error{fmt::format("{}: a key is written to a file that ends in .pem", options.output), true};
    if (options.output.ends_with(".pub.pem") || options.output.ends_with(".cert.pem"))
        return Error{
            fmt::format("{}: that is the ending of public keys and certificates; name the private one",
                        options.output),
            true};
    const SigningKey key = SigningKey::make();
    const Result<std::string> certificates =
        make_local_certificates(key, options.name.empty() ? "An Alla Prima user" : options.name, now());
    if (!certificates)
        return certificates.error();
    const Result<KeyFiles> files = write_key(key, *certificates, options.output, options.force);
    if (!files)
        return files.error();
    print_line_to_stderr(fmt::format(
        "allaprima: {} is the private key: keep it to yourself, and a copy of it. Strangers cannot trust it "
        "yet: nobody but you says that the key {} is yours, and {} is a certificate of your own making. Give "
        "{} "
        "to those who know you",
        files->private_key, key.public_key(), files->certificates, files->public_key));
    return print(fmt::format("{}\n{}\n{}\n", files->private_key, files->public_key, files->certificates));
}

constexpr const char* kIdentityExplained =
    "The key is one of Ed25519, in PEM files: the private one, which only you may read, and beside it the "
    "public\n"
    "one and a certificate, with which pictures get Content Credentials. A signature proves that the holder "
    "of the key has signed. Whose key it is, it does not tell: that "
    "must\n"
    "come from somebody whom the reader trusts.\n\n"
    "Example:\n"
    "  allaprima identity new -o ada.pem --name \"Ada Sample\"";

}  // namespace

void add_identity_command(CLI::App& program, Task& task) {
    auto options = std::make_shared<IdentityOptions>();
    CLI::App& command =
        add_command(program, "identity", "Make a key with which records are signed", kIdentityExplained);
    command.require_subcommand(1);
    CLI::App& making = add_command(command, "new", "Make a new key", kIdentityExplained);
    making.add_option("-o,--output", options->output, "The private key's file, NAME.pem")
        ->type_name("FILE.pem")
        ->check(names_a_file())
        ->required();
    making.add_option("--name", options->name, "Whose key it is, for the certificate: up to 64 letters")
        ->type_name("NAME")
        ->check(names_a_file());
    add_switch(making, "--force", options->force, "Replace files that exist already; the old key is lost");
    on_command(making, task, [options] { return make_identity(*options); });
}

}  // namespace allaprima
