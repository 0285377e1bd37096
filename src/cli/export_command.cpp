#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/progress.h"
#include "cli/stop_signal.h"
#include "engine/export_painting.h"

namespace allaprima {
namespace {

struct ExportOptions {
    std::string painting_file;
    MakingOptions making;
    Wishes wishes;
    Wishes asked;
};

Status run_export(const ExportOptions& options) {
    if (const Status whole = check_wishes(options.wishes); !whole)
        return whole;
    const ExportWish wish{.painting_file = options.painting_file,
                          .destination = {options.making.output, options.making.force},
                          .of_picture = options.wishes,
                          .of_export = options.asked};
    catch_first_stop_signal();
    ProgressBar bar(options.making.quiet);
    const Result<ExportNotes> notes = export_painting(wish, ThreadPool(options.making.threads), bar);
    if (!notes)
        return notes.error();
    for (const std::string& note : *notes)
        bar.say(note);
    return print(options.making.output + "\n");
}

Status has_export_ending(const std::string& path) {
    if (const Result<ExportFormat> format = export_format_of(path); !format)
        return format.error();
    return Done{};
}

struct ImportOptions {
    std::string strokes, output;
    bool force = false;
};

Status run_import(const ImportOptions& options) {
    const Result<int> strokes = import_strokes(options.strokes, {options.output, options.force});
    if (!strokes)
        return strokes.error();
    print_line_to_stderr(fmt::format("{} strokes; see them with: allaprima render {} -o OUT", *strokes,
                                     printable(options.output)));
    return print(options.output + "\n");
}

std::vector<std::string> names_of_group(const std::string& group) {
    std::vector<std::string> names;
    for (const ExportSetting& setting : export_settings())
        if (setting.table == group)
            names.push_back(setting.name);
    return names;
}

Status list_formats(bool json, bool schema) {
    if (schema)
        return print(strokes_json_schema());
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    std::string text;
    for (const ExportFormat& format : export_formats()) {
        const Status available = check_available(format);
        list.push_back({{"ending", format.ending},
                        {"name", format.name},
                        {"about", format.about},
                        {"pixels", format.pixels},
                        {"settings", names_of_group(format.group)},
                        {"available", available.ok()}});
        text += fmt::format("{:<12}  {}\n              {}\n", format.ending, format.name, format.about);
        if (!available)
            text += fmt::format("              Not available: {}\n", available.error().message);
    }
    return print(json ? list.dump(2) + "\n" : text);
}

constexpr const char* kExport =
    "The ending of OUT tells the format; 'allaprima formats' lists them. Size, finish, light and depth are\n"
    "for formats that show pixels; if left out, they are as when the painting was made.\n\n"
    "Examples:\n"
    "  allaprima export portrait.alla -o portrait.json\n"
    "  allaprima export portrait.alla -o portrait.svg\n"
    "  allaprima export portrait.alla -o portrait.plot.svg --pens 6 --sheet a3\n"
    "  allaprima export portrait.alla -o portrait.ora --long 4096\n"
    "  allaprima export portrait.alla -o portrait.psd --depth 16";

constexpr const char* kImport =
    "The file of strokes is described in docs/exporting.md.\n\n"
    "Example:\n"
    "  allaprima import portrait.json -o again.alla\n"
    "  allaprima render again.alla -o again.png";

constexpr const char* kFormats =
    "--json prints a list of objects:\n"
    "  ending    of the file's name, with its dot\n"
    "  name      of the format\n"
    "  about     what is in the file\n"
    "  pixels    whether it takes a size, a finish and a light\n"
    "  settings  what else can be asked of it, as options of 'allaprima export'\n"
    "  available whether this installation can write it";

}  // namespace

void add_export_command(Command& program, Task& task) {
    auto options = std::make_shared<ExportOptions>();
    Command& command = add_command(program, "export", "Hand a painting over to other programs", kExport);
    add_painting(command, options->painting_file);
    add_output(command,
               {.name = "-o,--output",
                .placeholder = "OUT",
                .help = "The file to write; its ending tells the format, as 'allaprima formats' lists them",
                .required = true},
               options->making.output, has_export_ending);
    add_making_switches(command, options->making);
    add_export_settings(command, options->asked);
    add_settings(command, Offer::Rendering, options->wishes);
    on_command(command, task, [options] { return run_export(*options); });
}

void add_import_command(Command& program, Task& task) {
    auto options = std::make_shared<ImportOptions>();
    Command& command = add_command(program, "import", "Make a painting file from a file of strokes", kImport);
    add_input(command, {.name = "FILE.json", .help = "The strokes, made with 'export'", .required = true},
              options->strokes);
    add_painting_to_write(command,
                          {.name = "-o,--output",
                           .placeholder = "FILE.alla",
                           .help = "The painting file to write",
                           .required = true},
                          options->output);
    add_switch(command, "--force", options->force, "Replace a file that exists already");
    on_command(command, task, [options] { return run_import(*options); });
}

void add_formats_command(Command& program, Task& task) {
    auto json = std::make_shared<bool>(false), schema = std::make_shared<bool>(false);
    Command& command = add_command(program, "formats", "List what a painting can be exported to", kFormats);
    add_switch(command, "--json", *json, "Print the same as JSON");
    add_switch(command, "--schema", *schema, "Print the JSON Schema of a .json file of strokes instead");
    on_command(command, task, [json, schema] { return list_formats(*json, *schema); });
}

}  // namespace allaprima
