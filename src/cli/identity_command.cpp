#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "record/certificates.h"

namespace allaprima {
namespace {

struct IdentityOptions {
    std::string output, name;
};

Status has_ending_of_key(const std::string& path) {
    if (const Status pem = ends_in({".pem"})(path); !pem)
        return pem;
    if (path.ends_with(".pub.pem") || path.ends_with(".cert.pem"))
        return Error{
            fmt::format("{}: that is the ending of public keys and certificates; name the private one", path),
            true};
    return Done{};
}

/// What is written beside the private key.
std::vector<std::string> beside_key(const std::string& path) {
    const KeyFiles files = key_files(path);
    return {files.public_key, files.certificates};
}

Status make_identity(const IdentityOptions& options) {
    const SigningKey key = SigningKey::make();
    const Result<std::string> certificates =
        make_local_certificates(key, options.name.empty() ? "An Alla Prima user" : options.name, now());
    if (!certificates)
        return certificates.error();
    const Result<KeyFiles> files = write_key(key, *certificates, options.output);
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

void add_identity_command(Command& program, Task& task) {
    auto options = std::make_shared<IdentityOptions>();
    Command& command =
        add_command(program, "identity", "Make a key with which records are signed", kIdentityExplained);
    require_word(command);
    Command& making = add_command(command, "new", "Make a new key", kIdentityExplained);
    add_output(making,
               {.name = "-o,--output",
                .placeholder = "FILE.pem",
                .help = "The private key's file, NAME.pem; no file that exists already is replaced",
                .required = true},
               options->output, has_ending_of_key, beside_key);
    add_value(making,
              {.name = "--name",
               .placeholder = "NAME",
               .help = "Whose key it is, for the certificate: up to 64 letters"},
              options->name);
    on_command(making, task, [options] { return make_identity(*options); });
}

}  // namespace allaprima
