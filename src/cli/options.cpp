#include "cli/options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <utility>

#include "cli/printing.h"
#include "cli/progress.h"

namespace allaprima {
namespace {

constexpr int kMostThreads = 256;

Status set_threads(const std::string& text, int& threads) {
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), threads);
    if (fault != std::errc{} || end != text.data() + text.size() || threads < 1 || threads > kMostThreads)
        return Error{fmt::format("--threads must be 1 to {}, not '{}'", kMostThreads, text), true};
    return Done{};
}

constexpr const char* kPaintingHelp = "The painting, made with 'paint --save'";

/// What SQLite keeps beside a file that it writes.
std::vector<std::string> beside_painting(const std::string& path) {
    return {path + "-journal", path + "-wal", path + "-shm"};
}

/// The files that a painting names, once it is named.
void tell_files_of_painting(Command& command, const std::string& path) {
    add_further_files(command, [&path](FilesOfRun& files) {
        if (!path.empty())
            add_files_of_painting(path, files);
    });
}

}  // namespace

Result<BriefFile> brief_of(const Asked& asked) {
    return take_brief(asked.photo, asked.wishes);
}

void add_asked(Command& command, Offer offer, Asked& asked) {
    add_input(
        command,
        {.name = "PHOTO",
         .help =
             "The photograph: JPEG, PNG, TIFF, WebP, HEIC, AVIF, BMP, GIF or EXR; or a brief, a .toml file",
         .required = true},
        asked.photo);
    add_settings(command, offer, asked.wishes);
    add_further_files(command, [&asked](FilesOfRun& files) {
        if (const Result<BriefFile> file = brief_of(asked)) {
            files.read.push_back(file->photo);
            add_files_of_brief(file->brief, files);
        }
    });
}

void add_threads(Command& command, int& threads) {
    add_checked_value(command,
                      {.name = "--threads",
                       .placeholder = "T",
                       .help = fmt::format("How many threads work at once (1 to {}; if left out: all of the "
                                           "machine's); the result is always the same",
                                           kMostThreads)},
                      [&threads](const std::string& text) { return set_threads(text, threads); });
}

void add_making_switches(Command& command, MakingOptions& options) {
    add_switch(command, "--force", options.force, "Replace files that exist already");
    add_threads(command, options.threads);
    add_switch(command, "--quiet", options.quiet, "Show no progress");
}

void add_making_options(Command& command, MakingOptions& options, bool output_required, bool solids) {
    const Wording wording{.name = "-o,--output",
                          .placeholder = "OUT",
                          .help = fmt::format("The picture to make; its ending tells the format: {}{}",
                                              fmt::join(endings_of_pictures(false), ", "),
                                              solids ? "; .stl makes a solid of the relief" : ""),
                          .required = output_required};
    add_output(command, wording, options.output, ends_in(endings_of_pictures(solids)));
    add_making_switches(command, options);
}

void add_painting(Command& command, const Wording& wording, std::string& path) {
    add_input(command, wording, path);
    tell_files_of_painting(command, path);
}

void add_painting(Command& command, std::string& path) {
    add_painting(command, {.name = "FILE.alla", .help = kPaintingHelp, .required = true}, path);
}

void add_painting_to_change(Command& command, std::string& path, bool required) {
    add_changed_file(command, {.name = "FILE.alla", .help = kPaintingHelp, .required = required}, path);
    tell_files_of_painting(command, path);
}

void add_painting_to_write(Command& command, const Wording& wording, std::string& path) {
    add_output(command, wording, path, ends_in({".alla"}), beside_painting);
}

void add_signing_key(Command& command, const Wording& wording, CredentialsWish& signing) {
    add_input(command, wording, signing.key);
    add_further_files(command, [&signing](FilesOfRun& files) { add_files_of_signing(signing, files); });
}

void add_signing_details(Command& command, CredentialsWish& signing) {
    add_input(command,
              {.name = "--certificate",
               .placeholder = "FILE.pem",
               .help = "The certificates of the key, the signer's own first (if left out: KEY.cert.pem)"},
              signing.certificate);
    add_input(command,
              {.name = "--photo",
               .placeholder = "FILE",
               .help = "The photograph itself, so that its own Content Credentials are passed on"},
              signing.photo);
}

void add_trust(Command& command, std::string& trust) {
    add_input(command,
              {.name = "--trust",
               .placeholder = "FILE.pem",
               .help = "Certificates that you trust to vouch for others"},
              trust);
}

void add_sheet_options(Command& command, SheetOptions& options, const char* help) {
    add_output(command,
               {.name = "-o,--output",
                .placeholder = "OUT",
                .help = fmt::format("{}; the ending tells the format: {}", help,
                                    fmt::join(endings_of_pictures(false), ", "))},
               options.output, ends_in(endings_of_pictures(false)));
    add_switch(command, "--force", options.force, "Replace a file that exists already");
}

Status check_sheet(const SheetOptions& options) {
    if (options.output.empty())
        return Done{};
    return check_destination({options.output, options.force}, {});
}

Status tell_warnings(const Result<std::vector<std::string>>& warnings) {
    if (!warnings)
        return warnings.error();
    for (const std::string& warning : *warnings)
        print_line_to_stderr("allaprima: " + warning);
    return Done{};
}

void add_painting_file_to_keep(Command& command, std::string& path) {
    add_painting_to_write(
        command,
        {.name = "--save",
         .placeholder = "FILE.alla",
         .help = "Keep the painting in this file while it is painted: a killed run can be resumed from it, "
                 "and any size can be rendered from it without the photograph"},
        path);
}

Status report(const Result<Painted>& painted, ProgressBar& bar) {
    if (!painted)
        return painted.error();
    for (const std::string& warning : painted->warnings)
        bar.say(warning);
    bar.say(fmt::format("{} strokes, {} x {} pixels, {:.1f} s", painted->strokes, painted->size.width,
                        painted->size.height, bar.seconds()));
    if (painted->mixing.worst_miss > 0.0)
        bar.say(
            fmt::format("colours: the tubes miss what was wanted by {:.2f} CIEDE2000 on average; {:.1f} % of "
                        "the strokes by more than 2",
                        painted->mixing.mean_miss, 100.0 * painted->mixing.missed_share));
    if (painted->gamut)
        bar.say(
            fmt::format("{}: {:.1f} % of the picture is out of its gamut; it is off by {:.2f} CIEDE2000 on "
                        "average, {:.1f} at worst",
                        printable(painted->gamut->device), 100.0 * painted->gamut->out_share,
                        painted->gamut->mean_miss, painted->gamut->worst_miss));
    if (painted->stopped && !painted->painting_file.empty())
        bar.say(fmt::format("stopped early; go on with: allaprima resume {}", painted->painting_file));
    return print(painted->picture + "\n");
}

}  // namespace allaprima
