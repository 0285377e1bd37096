
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/stop_signal.h"
#include "engine/render_painting.h"

namespace allaprima {
namespace {

struct RenderOptions {
    std::string painting_file;
    MakingOptions making;
    CredentialsWish signing;
    Wishes wishes;
};

Status render_again(const RenderOptions& options) {
    if (options.signing.key.empty() && !(options.signing.certificate + options.signing.photo).empty())
        return Error{"--certificate and --photo are for signing: name the key with --sign", true};
    if (const Status whole = check_wishes(options.wishes); !whole)
        return whole;
    catch_first_stop_signal();
    ProgressBar bar(options.making.quiet);
    return report(
        render_painting(options.painting_file, options.wishes, {options.making.output, options.making.force},
                        options.signing, Workers(options.making.threads), bar),
        bar);
}

constexpr const char* kRenderExamples =
    "Settings that are left out are as when the painting was made.\n\n"
    "Examples:\n"
    "  allaprima render portrait.alla -o poster.tif --long 20000\n"
    "  allaprima render portrait.alla -o colours.png --unlit\n"
    "  allaprima render portrait.alla -o signed.png --sign ada.pem";

}  // namespace

void add_render_command(Command& program, Task& task) {
    auto options = std::make_shared<RenderOptions>();
    Command& command =
        add_command(program, "render", "Make a picture of any size from a painting file", kRenderExamples);
    add_painting(command, options->painting_file);
    add_making_options(command, options->making, true);
    add_signing_key(
        command,
        {.name = "--sign",
         .placeholder = "FILE.pem",
         .help = "Sign the picture with this private key: Content Credentials (see 'credentials')"},
        options->signing);
    add_signing_details(command, options->signing);
    add_settings(command, Offer::Rendering, options->wishes);
    on_command(command, task, [options] { return render_again(*options); });
}

}  // namespace allaprima
