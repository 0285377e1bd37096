#include <fmt/format.h>

#include <memory>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "engine/upgrade_painting.h"

namespace allaprima {
namespace {

std::string told(const std::string& painting_file, const Upgraded& upgraded) {
    std::string text =
        upgraded.from == upgraded.to
            ? fmt::format("{}: already of format {}\n", painting_file, upgraded.to)
            : fmt::format("{}: format {}, was {}\n", painting_file, upgraded.to, upgraded.from);
    for (const std::string& name : upgraded.enclosed)
        text += fmt::format("  {} is inside it now\n", printable(name));
    for (const Upgraded::LeftOut& file : upgraded.left_out)
        text += fmt::format("  {} is not inside it: {}\n", printable(file.name), printable(file.why));
    return text;
}

struct UpgradeOptions {
    std::string painting_file;
    bool from_anywhere = false, forget = false;
};

Status upgrade(const UpgradeOptions& options) {
    const Result<Upgraded> upgraded =
        upgrade_painting(options.painting_file, options.from_anywhere, options.forget);
    if (!upgraded)
        return upgraded.error();
    return print(told(options.painting_file, *upgraded));
}

constexpr const char* kUpgradeExplained =
    "Every painting file that an earlier Alla Prima made opens as it is. This command writes one again in\n"
    "today's format. The painting itself does not change. Earlier programs can no longer open the file.\n\n"
    "The masks, drawings and profiles that it names are taken into it, so that it needs no other file. They\n"
    "must stand in its own folder or below it: a painting that somebody sent you can name any file.\n\n"
    "Example:\n"
    "  allaprima upgrade portrait.alla";

}  // namespace

void add_upgrade_command(Command& program, Task& task) {
    auto options = std::make_shared<UpgradeOptions>();
    Command& command = add_command(
        program, "upgrade", "Bring a painting file of an earlier version up to date", kUpgradeExplained);
    add_painting_to_change(command, options->painting_file);
    add_switch(command, "--from-anywhere", options->from_anywhere,
               "Take in files of other folders too; look first at what the painting names");
    add_switch(command, "--forget", options->forget,
               "Take out what the painting remembers of its photograph; 'retouch' needs the photograph then");
    on_command(command, task, [options] { return upgrade(*options); });
}

}  // namespace allaprima
