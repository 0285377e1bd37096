#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/export_painting.h"
#include "engine/paint_photo.h"
#include "engine/sign_picture.h"
#include "io/lettering.h"
#include "io/read_brief.h"
#include "model/brief.h"

// The parser is costly to compile, so the commands see it through these functions.
namespace CLI {
class App;
class Option;
class Validator;
}  // namespace CLI

namespace allaprima {

/// What the command line has asked for, once it is parsed: it is carried out after the last word is checked.
struct Task {
    std::function<Status()> carry_out;
};

/// Adds a command. @param footer what its help ends with: explanations and examples.
CLI::App& add_command(CLI::App& program, const char* name, const char* description, const char* footer);

/// Makes `work` the task when the command is typed; the task must outlive the parsing.
void on_command(CLI::App& command, Task& task, std::function<Status()> work);

/// Adds a switch.
void add_switch(CLI::App& command, const char* name, bool& on, const char* help);

/// What the options of one command ask of a brief, in the order in which they were typed.
using Wishes = std::vector<std::function<void(Brief&)>>;

/// Whether all that they ask of a brief goes together.
Status check_wishes(const Wishes& wishes);

/// Asks all of it of a brief; `wishes` must outlive it.
std::function<void(Brief&)> all_of(const Wishes& wishes);

/// Which settings of a brief a command takes.
enum class Offer {
    All,
    Rendering,  ///< Those that change how a plan is shown.
    Scene,      ///< Those that change what is painted, and what counts in it.
};

/// Offers settings of the brief as options. Each value is checked as it is parsed.
void add_settings(CLI::App& command, Offer offer, Wishes& wishes);

/// Offers what can be asked of exports. `asked` takes what is typed, in that order.
/// @param group only those of this group; empty: all.
void add_export_settings(CLI::App& command, std::vector<AskedOfExport>& asked, const std::string& group = "");

/// What a command is asked to paint or to look at: a photograph or a brief, and what options say beside it.
struct Asked {
    std::string photo;  ///< A brief if it ends in .toml.
    Wishes wishes;
};

/// The photograph and the brief, as a file has them or the options alone; options go before the file.
Result<BriefFile> brief_of(const Asked& asked);

/// Adds the photograph or brief, and the options beside it.
void add_asked(CLI::App& command, Offer offer, Asked& asked);

/// The options of every command that makes a picture.
struct MakingOptions {
    std::string output;
    bool force = false;
    int threads = 0;  ///< 0: all that the machine has.
    bool quiet = false;
};
/// @param output_help what is made; empty: a picture.
void add_making_options(CLI::App& command, MakingOptions& options, bool output_required,
                        const char* output_help = "");

/// A file that must be named. @param kind what the shells complete: "PHOTO", "FILE.alla".
void add_file(CLI::App& command, const std::string& kind, std::string& path, const std::string& help);

/// Refuses an empty name, which is most often a shell's variable that was never set.
CLI::Validator names_a_file();

/// What signing takes beside the key: certificates and photograph.
void add_signing_details(CLI::App& command, CredentialsWish& signing);

/// The certificates that the reader of a picture trusts.
void add_trust(CLI::App& command, std::string& trust);

/// The options of a command that can draw a sheet of what it tells.
struct SheetOptions {
    std::string output;  ///< Empty: none is drawn.
    bool force = false;
};
void add_sheet_options(CLI::App& command, SheetOptions& options, const char* help);

/// Whether the sheet, if one is asked for, can be written.
Status check_sheet(const SheetOptions& options);

/// What writes on sheets. Says in a line where nothing can be written, or not in the font that is meant.
std::optional<Lettering> lettering_for_sheets();

/// The option that keeps the painting in a file.
void add_painting_file_to_keep(CLI::App& command, std::string& path);

/// Tells what was made: a line about it for the reader, and the picture's path as the result.
Status report(const Result<Painted>& painted, class ProgressBar& bar);

/// The words that an option takes, for completion; empty when any.
std::vector<std::string> choices_of(const CLI::Option& option);

}  // namespace allaprima
