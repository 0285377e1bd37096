#pragma once
#include <string>
#include <vector>

#include "cli/command.h"
#include "engine/export_painting.h"
#include "engine/paint_photo.h"
#include "engine/sign_picture.h"
#include "engine/take_brief.h"
#include "model/wish.h"

namespace CLI {
class Option;
}  // namespace CLI

namespace allaprima {

/// Which settings of a brief a command takes.
enum class Offer {
    All,
    Rendering,  ///< Those that change how a plan is shown.
    Scene,      ///< Those that change what is painted, and what counts in it.
    GoingOn,    ///< Those that a finished painting can go on with.
};

/// Offers settings of the brief as options; `wishes` takes what is typed, in that order. Each value is
/// checked as it is parsed.
void add_settings(Command& command, Offer offer, Wishes& wishes);

/// Offers what can be asked of exports. `asked` takes what is typed, in that order.
/// @param group only those of this group; empty: all.
void add_export_settings(Command& command, Wishes& asked, const std::string& group = "");

/// What a command is asked to paint or to look at: a photograph or a brief, and what options say beside it.
struct Asked {
    std::string photo;  ///< A brief if it ends in .toml.
    Wishes wishes;
};

/// The photograph and the brief, as a file has them or the options alone; options go before the file.
Result<BriefFile> brief_of(const Asked& asked);

/// Adds the photograph or brief, and the options beside it.
void add_asked(Command& command, Offer offer, Asked& asked);

/// The options of every command that makes a picture.
struct MakingOptions {
    std::string output;
    bool force = false;
    int threads = 0;  ///< 0: all that the machine has.
    bool quiet = false;
};
/// Adds all but the output.
void add_making_switches(Command& command, MakingOptions& options);
/// Adds all of them, for a picture. @param solids whether a solid of the relief can be made, too.
void add_making_options(Command& command, MakingOptions& options, bool output_required, bool solids = true);

/// How many threads work at once.
void add_threads(Command& command, int& threads);

/// Adds a painting file that is read, and with it the files that it names.
void add_painting(Command& command, const Wording& wording, std::string& path);
/// The argument FILE.alla.
void add_painting(Command& command, std::string& path);
/// The same of a painting that is changed in its place.
void add_painting_to_change(Command& command, std::string& path, bool required = true);

/// What the names of painting files end in, and what stands beside one while it is written.
void add_painting_to_write(Command& command, const Wording& wording, std::string& path);

/// Adds the private key with which pictures are signed, and with it the certificates beside it.
void add_signing_key(Command& command, const Wording& wording, CredentialsWish& signing);

/// What signing takes beside the key: certificates and photograph.
void add_signing_details(Command& command, CredentialsWish& signing);

/// The certificates that the reader of a picture trusts.
void add_trust(Command& command, std::string& trust);

/// The options of a command that can draw a sheet of what it tells.
struct SheetOptions {
    std::string output;  ///< Empty: none is drawn.
    bool force = false;
};
void add_sheet_options(Command& command, SheetOptions& options, const char* help);

/// Whether the sheet, if one is asked for, can be written.
Status check_sheet(const SheetOptions& options);

/// Says in a line each what could not be done of a sheet as it is meant; hands on why there is none.
Status tell_warnings(const Result<std::vector<std::string>>& warnings);

/// The option that keeps the painting in a file.
void add_painting_file_to_keep(Command& command, std::string& path);

/// Tells what was made: a line about it for the reader, and the picture's path as the result.
Status report(const Result<Painted>& painted, class ProgressBar& bar);

/// The words that an option takes, for completion; empty when any.
std::vector<std::string> choices_of(const CLI::Option& option);

}  // namespace allaprima
