#include <fmt/format.h>

#include "advising/describe_materials.h"
#include "advising/draw_sheets.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "model/shipped_files.h"

namespace allaprima {
namespace {

struct BrushOptions {
    std::string brush;
    bool template_file = false;
    SheetOptions sample;
};

std::string brushes_as_text() {
    std::string text;
    for (const ShippedFile& brush : shipped_files(Shipped::Brushes))
        text += fmt::format("{:<10}  {}\n", brush.name, about(brush));
    return text;
}

std::string brush_as_text(const Brush& brush) {
    const Brush standard;
    std::string text = fmt::format("{}\n  {:<14}  {:>7}  {:<12}  {:>8}\n", printable(brush.name), "setting",
                                   "value", "range", "standard");
    for (const BrushSetting& setting : brush_settings())
        text += fmt::format("  {:<14}  {:>7}  {:<12}  {:>8}  {}\n", setting.name,
                            fmt::format("{:g}", brush.*setting.member),
                            fmt::format("{:g} to {:g}", setting.low, setting.high),
                            fmt::format("{:g}", standard.*setting.member), setting.help);
    return text;
}

Status draw_sample(const Brush& brush, const SheetOptions& options) {
    if (const Status drawn =
            tell_warnings(draw_brush_sample(brush, {options.output, options.force}, ThreadPool()));
        !drawn)
        return drawn;
    return print(options.output + "\n");
}

Status show_brush(const BrushOptions& options) {
    if (options.brush.empty() && options.sample.output.empty() && !options.template_file)
        return print(brushes_as_text());
    if (const Status possible = check_sheet(options.sample); !possible)
        return possible.error();
    const Result<DescribedBrush> described = describe_brush(options.brush.empty() ? "flat" : options.brush);
    if (!described)
        return described.error();
    if (options.template_file)
        return print(described->file);
    return options.sample.output.empty() ? print(brush_as_text(described->brush))
                                         : draw_sample(described->brush, options.sample);
}

constexpr const char* kBrushExplained =
    "Without a brush, all shipped brushes are listed. Settings that a brush file leaves out are those of a\n"
    "flat.\n\n"
    "Examples:\n"
    "  allaprima brush filbert\n"
    "  allaprima brush filbert --template > mine.toml\n"
    "      A brush file to change; then: allaprima paint portrait.jpg -o painting.png --brush mine.toml\n"
    "  allaprima brush mine.toml -o stroke.png\n"
    "      A few single strokes with it.";

}  // namespace

void add_brush_command(Command& program, Task& task) {
    auto options = std::make_shared<BrushOptions>();
    Command& command =
        add_command(program, "brush", "List brushes, show their settings, try one out", kBrushExplained);
    add_input(command, {.name = "BRUSH", .help = "A brush by name, or a .toml file"}, options->brush);
    add_sheet_options(command, options->sample,
                      "Paint a few strokes with the brush, a flat if none is named");
    add_switch(command, "--template", options->template_file,
               "Print a brush file with every setting, its range and what it means");
    exclude(command, "--template", "--output");
    on_command(command, task, [options] { return show_brush(*options); });
}

}  // namespace allaprima
