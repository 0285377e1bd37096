#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "engine/make_identity.h"

namespace allaprima {
namespace {

struct IdentityOptions {
    std::string output, name;
};

Status has_ending_of_key(const std::string& path) {
    if (const Status pem = ends_in({".pem"})(path); !pem)
        return pem;
    return check_name_of_key(path);
}

Status make_key(const IdentityOptions& options) {
    const Result<Identity> made = make_identity(options.output, options.name);
    if (!made)
        return made.error();
    const KeyFiles& files = made->files;
    print_line_to_stderr(
        fmt::format("allaprima: {} is the private key: keep it secret, and keep a copy. Strangers cannot "
                    "trust it yet: only you say that the key {} is yours, and you made the certificate {} "
                    "yourself. Give {} to those who know you",
                    files.private_key, made->public_key, files.certificates, files.public_key));
    return print(fmt::format("{}\n{}\n{}\n", files.private_key, files.public_key, files.certificates));
}

constexpr const char* kIdentityExplained =
    "The key is an Ed25519 key, in PEM files: the private one, which only you may read, and beside it the\n"
    "public one and a certificate, which gives pictures Content Credentials. A signature proves that the\n"
    "holder of the key has signed. It does not say whose key it is: that must come from somebody whom the\n"
    "reader trusts.\n\n"
    "Example:\n"
    "  allaprima identity new -o ada.pem --name \"Ada Sample\"";

}  // namespace

void add_identity_command(Command& program, Task& task) {
    auto options = std::make_shared<IdentityOptions>();
    Command& command =
        add_command(program, "identity", "Make a key to sign records with", kIdentityExplained);
    require_word(command);
    Command& making = add_command(command, "new", "Make a new key", kIdentityExplained);
    add_output(making,
               {.name = "-o,--output",
                .placeholder = "FILE.pem",
                .help = "The private key's file, NAME.pem; a file that exists already is never replaced",
                .required = true},
               options->output, has_ending_of_key, files_beside_key);
    add_value(making,
              {.name = "--name",
               .placeholder = "NAME",
               .help = "The owner of the key, for the certificate: up to 64 letters"},
              options->name);
    on_command(making, task, [options] { return make_key(*options); });
}

}  // namespace allaprima
