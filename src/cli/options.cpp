#include "cli/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <utility>

#include "cli/printing.h"
#include "cli/progress.h"
#include "io/shipped_files.h"
#include "io/write_picture.h"
#include "model/brief_settings.h"

namespace allaprima {
namespace {

constexpr int kMostThreads = 256;

template <typename Of>
std::string explained(const Setting<Of>& setting) {
    std::string text = setting.help;
    if (!setting.range.empty())
        text += fmt::format(" ({}{}{})", setting.range,
                            setting.standard.empty() ? "" : "; if left out: ", setting.standard);
    return text;
}

/// Tells the parser where the text of an option is none that is allowed.
template <typename Of>
void check(const Setting<Of>& setting, const std::string& text) {
    Of trial;
    if (const Status allowed = apply(setting, text, trial); !allowed)
        throw CLI::ValidationError("--" + allowed.error().message);
}

/// Offers a setting as an option. @param take is given each text that is allowed.
template <typename Of, typename Take>
void add_setting(CLI::App& command, const Setting<Of>& setting, Take take) {
    const std::string name = fmt::format("--{}", setting.name);
    if (setting.placeholder.empty()) {
        command.add_flag_function(
            name, [take](int64_t) { take("true"); }, explained(setting));
    } else {
        const auto given = [setting, take](const std::string& text) {
            check(setting, text);
            take(text);
        };
        CLI::Option* option = command.add_option_function<std::string>(name, given, explained(setting));
        option->type_name(setting.placeholder);
        if (setting.repeats)
            option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)->trigger_on_parse();
    }
    for (const std::string& other : setting.against)
        if (CLI::Option* earlier = command.get_option_no_throw("--" + other))
            command.get_option(name)->excludes(earlier);
}

/// The names that can stand for a file.
std::vector<std::string> names_of_shipped(const std::string& kind) {
    std::vector<std::string> names;
    if (kind == "PALETTE")
        names.emplace_back("rgb");
    const std::span<const ShippedFile> files = kind == "PALETTE" ? shipped_palettes()
                                               : kind == "BRUSH" ? shipped_brushes()
                                               : kind == "HAND"  ? shipped_hands()
                                                                 : std::span<const ShippedFile>();
    for (const ShippedFile& file : files)
        names.emplace_back(file.name);
    return names;
}

void set_threads(const std::string& text, int& threads) {
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), threads);
    if (fault != std::errc{} || end != text.data() + text.size() || threads < 1 || threads > kMostThreads)
        throw CLI::ValidationError(fmt::format("--threads must be 1 to {}, not '{}'", kMostThreads, text));
}

}  // namespace

CLI::Validator names_a_file() {
    return CLI::Validator(
        [](const std::string& text) { return std::string(text.empty() ? "it is empty; name a file" : ""); },
        "");
}

CLI::App& add_command(CLI::App& program, const char* name, const char* description, const char* footer) {
    return *program.add_subcommand(name, description)->footer(footer);
}

void on_command(CLI::App& command, Task& task, std::function<Status()> work) {
    command.callback([&task, work = std::move(work)] { task.carry_out = work; });
}

void add_switch(CLI::App& command, const char* name, bool& on, const char* help) {
    command.add_flag(name, on, help);
}

void add_settings(CLI::App& command, Offer offer, Wishes& wishes) {
    for (const BriefSetting& setting : brief_settings()) {
        const bool offered = offer == Offer::All || (offer == Offer::Scene && setting.of_scene) ||
                             (offer == Offer::Rendering && setting.of_rendering);
        if (!setting.typed || !offered)
            continue;
        add_setting(command, setting, [setting, &wishes](const std::string& text) {
            wishes.push_back([setting, text](Brief& brief) { (void)apply(setting, text, brief); });
        });
    }
}

void add_export_settings(CLI::App& command, std::vector<AskedOfExport>& asked, const std::string& group) {
    for (const ExportSetting& setting : export_settings())
        if (group.empty() || setting.table == group)
            add_setting(command, setting, [setting, &asked](const std::string& text) {
                asked.push_back({setting, text});
            });
}

Status check_wishes(const Wishes& wishes) {
    Brief asked;
    all_of(wishes)(asked);
    return check_whole(asked);
}

std::function<void(Brief&)> all_of(const Wishes& wishes) {
    return [&wishes](Brief& brief) {
        for (const auto& wish : wishes)
            wish(brief);
    };
}

Result<BriefFile> brief_of(const Asked& asked) {
    BriefFile file{.photo = asked.photo, .brief = {}};
    if (asked.photo.ends_with(".toml")) {
        Result<BriefFile> read = read_brief(asked.photo);
        if (!read)
            return read.error();
        file = std::move(read).value();
    }
    all_of(asked.wishes)(file.brief);
    if (const Status whole = check_whole(file.brief); !whole)
        return whole.error();
    return file;
}

void add_asked(CLI::App& command, Offer offer, Asked& asked) {
    add_file(command, "PHOTO", asked.photo,
             "The photograph: JPEG, PNG, TIFF, WebP, HEIC, BMP, GIF or EXR; or a brief, a .toml file");
    add_settings(command, offer, asked.wishes);
}

void add_making_options(CLI::App& command, MakingOptions& options, bool output_required,
                        const char* output_help) {
    constexpr const char* kPicture =
        "The picture to make; its ending tells the format: .png, .jpg, .tif or .exr; .stl makes a solid of "
        "the "
        "relief";
    command.add_option("-o,--output", options.output, *output_help != '\0' ? output_help : kPicture)
        ->type_name("OUT")
        ->check(names_a_file())
        ->required(output_required);
    add_switch(command, "--force", options.force, "Replace files that exist already");
    command
        .add_option_function<std::string>(
            "--threads", [&options](const std::string& text) { set_threads(text, options.threads); },
            fmt::format(
                "How many threads work at once (1 to {}; if left out: all of the machine's); the picture "
                "is the same",
                kMostThreads))
        ->type_name("T");
    add_switch(command, "--quiet", options.quiet, "Show no progress");
}

void add_file(CLI::App& command, const std::string& kind, std::string& path, const std::string& help) {
    command.add_option(kind, path, help)->check(names_a_file())->required();
}

void add_signing_details(CLI::App& command, CredentialsWish& signing) {
    command
        .add_option("--certificate", signing.certificate,
                    "The certificates of the key, the signer's own first (if left out: KEY.cert.pem)")
        ->type_name("FILE.pem")
        ->check(names_a_file());
    command
        .add_option("--photo", signing.photo,
                    "The photograph itself, so that its own Content Credentials are handed on")
        ->type_name("FILE")
        ->check(names_a_file());
}

void add_trust(CLI::App& command, std::string& trust) {
    command.add_option("--trust", trust, "Certificates that you trust to vouch for others")
        ->type_name("FILE.pem")
        ->check(names_a_file());
}

void add_sheet_options(CLI::App& command, SheetOptions& options, const char* help) {
    command
        .add_option("-o,--output", options.output,
                    fmt::format("{}; the ending tells the format: .png, .jpg, .tif or .exr", help))
        ->type_name("OUT")
        ->check(names_a_file());
    add_switch(command, "--force", options.force, "Replace a file that exists already");
}

Status check_sheet(const SheetOptions& options) {
    if (options.output.empty())
        return Done{};
    return check_picture_file(options.output, {1, 1}, false, {.replace = options.force});
}

std::optional<Lettering> lettering_for_sheets() {
    Result<Lettering> lettering = Lettering::find();
    if (!lettering) {
        print_line_to_stderr("allaprima: nothing is written on the picture; " + lettering.error().message);
        return std::nullopt;
    }
    if (lettering->font() != Lettering::kFont)
        print_line_to_stderr(
            fmt::format("allaprima: the font {} (Debian's fonts-dejavu-core) is not installed; the words on "
                        "the picture are written in {}",
                        Lettering::kFont, printable(lettering->font())));
    return std::move(lettering).value();
}

void add_painting_file_to_keep(CLI::App& command, std::string& path) {
    command
        .add_option(
            "--save", path,
            "Keep the painting in this file as it goes on: a killed run resumes from it, and any size "
            "can be rendered from it without the photograph")
        ->type_name("FILE.alla")
        ->check(names_a_file());
}

Status report(const Result<Painted>& painted, ProgressBar& bar) {
    if (!painted)
        return painted.error();
    for (const std::string& warning : painted->warnings)
        bar.say(warning);
    bar.say(fmt::format("{} strokes, {} x {} pixels, {:.1f} s", painted->strokes, painted->size.width,
                        painted->size.height, bar.seconds()));
    if (painted->mixing.worst_miss > 0.0)
        bar.say(fmt::format(
            "colours: the tubes miss what was wanted by {:.2f} CIEDE2000 in the mean; {:.1f} % of "
            "the strokes by more than 2",
            painted->mixing.mean_miss, 100.0 * painted->mixing.missed_share));
    if (painted->gamut)
        bar.say(
            fmt::format("{}: {:.1f} % of the picture is out of its gamut; it is off by {:.2f} CIEDE2000 in "
                        "the mean, {:.1f} at worst",
                        printable(painted->gamut->device), 100.0 * painted->gamut->out_share,
                        painted->gamut->mean_miss, painted->gamut->worst_miss));
    if (painted->stopped && !painted->painting_file.empty())
        bar.say(fmt::format("stopped early; go on with: allaprima resume {}", painted->painting_file));
    return print(painted->picture + "\n");
}

std::vector<std::string> choices_of(const CLI::Option& option) {
    if (option.get_positional())
        return names_of_shipped(option.get_name(true));
    for (const BriefSetting& setting : brief_settings())
        if (option.check_lname(setting.name))
            return setting.choices;
    return {};
}

}  // namespace allaprima
