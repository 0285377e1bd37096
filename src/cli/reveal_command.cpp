
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/progress.h"
#include "cli/stop_signal.h"
#include "engine/reveal_painting.h"

namespace allaprima {
namespace {

struct RevealOptions {
    std::string painting_file, photo;
    MakingOptions making;
    Wishes wishes;
};

Status reveal(const RevealOptions& options) {
    if (const Status whole = check_wishes(options.wishes); !whole)
        return whole;
    const RevealWish wish{.painting_file = options.painting_file,
                          .folder = {options.making.output, options.making.force},
                          .photo = options.photo,
                          .of_picture = options.wishes};
    catch_first_stop_signal();
    ProgressBar bar(options.making.quiet);
    if (const Status made = reveal_painting(wish, ThreadPool(options.making.threads), bar); !made)
        return made;
    std::string folder = options.making.output;
    while (folder.ends_with('/'))
        folder.pop_back();
    return print(folder + "/index.html\n");
}

constexpr const char* kRevealExplained =
    "Makes a folder with a page, index.html, that opens from disk and needs no network: the picture to look\n"
    "at closely, its making, strokes and passes, the palette with its recipes, parts of it under a lamp "
    "that\n"
    "the reader moves, and the record as a time line. The photograph is shown only with --photo, and only "
    "if\n"
    "the record says by what right.\n\n"
    "Examples:\n"
    "  allaprima reveal portrait.alla -o portrait\n"
    "  allaprima reveal portrait.alla -o portrait --photo portrait.jpg --long 4096";

}  // namespace

void add_reveal_command(Command& program, Task& task) {
    auto options = std::make_shared<RevealOptions>();
    Command& command =
        add_command(program, "reveal", "Show how a painting was made, on a page", kRevealExplained);
    add_painting(command, options->painting_file);
    add_output_folder(
        command,
        {.name = "-o,--output",
         .placeholder = "FOLDER",
         .help =
             "The folder to make; an old one is replaced only with --force, and only if it is such a page",
         .required = true},
        options->making.output);
    add_making_switches(command, options->making);
    add_input(command,
              {.name = "--photo",
               .placeholder = "PHOTO",
               .help = "The photograph it was painted from, to be shown"},
              options->photo);
    add_settings(command, Offer::Rendering, options->wishes);
    on_command(command, task, [options] { return reveal(*options); });
}

}  // namespace allaprima
