#include <cstdio>
#include <optional>

#include "base/check.h"
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
    std::optional<PixelRect> part;
};

/// "left,top,width,height" in pixels.
std::optional<PixelRect> part_from(const std::string& text) {
    int left = 0, top = 0, width = 0, height = 0, end = 0;
    if (std::sscanf(text.c_str(), "%7d,%7d,%7d,%7d%n", &left, &top, &width, &height, &end) != 4 ||
        static_cast<size_t>(end) != text.size())
        return std::nullopt;
    return PixelRect{left, top, left + width, top + height};
}

Status take_part(const std::string& text, std::optional<PixelRect>& part) {
    part = part_from(text);
    if (part)
        return Done{};
    return Error{
        "--part must be left, top, width and height in pixels, such as 100,50,640,480; not '" + text + "'",
        true};
}

Status render_again(const RenderOptions& options) {
    if (options.signing.key.empty() && !(options.signing.certificate + options.signing.photo).empty())
        return Error{"--certificate and --photo are for signing: name the key with --sign", true};
    if (const Status whole = check_wishes(options.wishes); !whole)
        return whole;
    catch_first_stop_signal();
    ProgressBar bar(options.making.quiet);
    const RenderWish wish{.painting_file = options.painting_file,
                          .picture = {options.making.output, options.making.force},
                          .of_picture = options.wishes,
                          .part = options.part,
                          .signing = options.signing};
    name_painting_in_hand(options.painting_file);
    return report(render_painting(wish, ThreadPool(options.making.threads), bar), bar);
}

constexpr const char* kRenderExamples =
    "Settings that are left out are as when the painting was made.\n\n"
    "Examples:\n"
    "  allaprima render portrait.alla -o poster.tif --long 20000\n"
    "  allaprima render portrait.alla -o colours.png --unlit\n"
    "  allaprima render portrait.alla -o face.png --long 20000 --part 8000,3000,2000,2000\n"
    "      A part of a large picture, as it is in it.\n"
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
    add_checked_value(
        command,
        {.name = "--part",
         .placeholder = "X,Y,W,H",
         .help = "Make only this part of the picture: left, top, width and height in its pixels"},
        [options](const std::string& text) { return take_part(text, options->part); });
    on_command(command, task, [options] { return render_again(*options); });
}

}  // namespace allaprima
