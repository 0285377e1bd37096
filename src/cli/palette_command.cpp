#include "advising/draw_sheets.h"
#include "advising/forewarn.h"
#include "advising/show_palette.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/palette_report.h"
#include "cli/printing.h"
#include "cli/progress.h"

namespace allaprima {
namespace {

struct PaletteOptions {
    std::string palette, photo;
    std::vector<Rgb> colours;
    SheetOptions chart;
    std::string proof;
    bool json = false;
};

Status add_colour(const std::string& text, std::vector<Rgb>& colours) {
    const Result<Rgb> colour = colour_of_screen(text);
    if (!colour)
        return Error{"--colour " + colour.error().message, true};
    colours.push_back(*colour);
    return Done{};
}

/// What the tubes cannot mix of the photograph, and the photograph as they can.
Result<std::string> told_of_photo(const Palette& palette, const PaletteOptions& options) {
    if (options.photo.empty())
        return std::string();
    const Destination proof{options.proof, options.chart.force};
    const Result<std::optional<Forewarning>> told = [&] {
        ProgressBar bar(false);
        return forewarn_of_photo(options.photo, palette, proof, ThreadPool(), bar);
    }();
    if (!told)
        return told.error();
    return *told ? in_words(**told) : "paint is plain colour here: it can be any colour of this picture";
}

Status tell_palette(const Palette& palette, const PaletteOptions& options, const std::string& of_photo) {
    const Result<PaletteColours> colours = colours_of_palette(palette, options.colours);
    if (!colours)
        return colours.error();
    const std::string& chart = options.chart.output;
    if (options.json)
        return print(palette_as_json(palette, *colours, chart, of_photo));
    const bool only_pictures = options.colours.empty() && (!chart.empty() || !options.proof.empty());
    std::string text = only_pictures ? "" : palette_as_text(palette, *colours);
    for (const std::string& line : {of_photo, chart, options.proof})
        text += line.empty() ? "" : line + "\n";
    return print(text);
}

Status show_palette(const PaletteOptions& options) {
    if (options.palette.empty() &&
        (!options.colours.empty() || !options.chart.output.empty() || !options.photo.empty()))
        return Error{"name a palette, such as: allaprima palette full --colour '#c08060'", true};
    if (options.palette.empty())
        return print(options.json ? palettes_as_json() : palettes_as_text());
    if (const Status possible = check_sheet(options.chart); !possible)
        return possible.error();
    if (const Status possible = check_sheet({options.proof, options.chart.force}); !possible)
        return possible.error();
    const Result<Palette> palette = [&] {
        ProgressBar bar(options.photo.empty());
        bar.progress("choosing", 0.0);
        return choose_palette(options.palette, options.photo);
    }();
    if (!palette)
        return palette.error();
    if (!options.chart.output.empty())
        if (const Status drawn = tell_warnings(
                draw_palette_chart(*palette, {options.chart.output, options.chart.force}, ThreadPool()));
            !drawn)
            return drawn;
    const Result<std::string> of_photo = told_of_photo(*palette, options);
    return of_photo ? tell_palette(*palette, options, *of_photo) : of_photo.error();
}

constexpr const char* kPaletteExplained =
    "Without a palette, all shipped palettes are listed, with their tubes.\n"
    "A mixture is given in parts by volume where at most 72 parts look like the best mixture (CIEDE2000 of\n"
    "1), otherwise in per cent. The colours are those of thick paint in daylight.\n"
    "--json prints one object:\n"
    "  palettes    of the list: name, about and tubes of each\n"
    "  name        of the palette\n"
    "  tubes       name, colour_index, source and masstone (#rrggbb) of each\n"
    "  mixtures    wanted, in_reach, mixture (tube, parts or null, share), colour and miss of each --colour\n"
    "  chart       the picture that was made, or null\n"
    "  photograph  what the tubes cannot mix of it, in words; null without --for\n\n"
    "Examples:\n"
    "  allaprima palette\n"
    "  allaprima palette zorn --colour '#c08060'\n"
    "      What to mix for it, and how near that comes.\n"
    "  allaprima palette mine.toml -o chart.png\n"
    "      Masstones, drawdowns, tints, mixtures and the colours within reach.\n"
    "  allaprima palette auto:6 --for portrait.jpg\n"
    "      The tubes that 'paint --palette auto:6' would choose.\n"
    "  allaprima palette zorn --for portrait.jpg --proof proof.png\n"
    "      What they cannot mix of it, which palette could, and how it would look.";

}  // namespace

void add_palette_command(Command& program, Task& task) {
    auto options = std::make_shared<PaletteOptions>();
    Command& command =
        add_command(program, "palette", "List palettes, mix colours, draw a colour chart", kPaletteExplained);
    add_input(command, {.name = "PALETTE", .help = "A palette by name, or a .toml file"}, options->palette);
    add_checked_value(command,
                      {.name = "--colour",
                       .placeholder = "COLOUR",
                       .help = "Say how to mix this colour, '#rrggbb' in quotes; may be given several times"},
                      [options](const std::string& text) { return add_colour(text, options->colours); },
                      {.repeats = true});
    add_input(
        command,
        {.name = "--for",
         .placeholder = "PHOTO",
         .help = "Say what the tubes cannot mix of this photograph; with auto:K they are chosen for it"},
        options->photo);
    add_sheet_options(command, options->chart, "Draw a colour chart of the palette");
    add_output(command,
               {.name = "--proof",
                .placeholder = "FILE",
                .help = "Write the photograph of --for in the colours that the tubes mix"},
               options->proof, ends_in(endings_of_pictures(false)));
    need(command, "--proof", "--for");
    add_switch(command, "--json", options->json, "Print the same as JSON");
    on_command(command, task, [options] { return show_palette(*options); });
}

}  // namespace allaprima
