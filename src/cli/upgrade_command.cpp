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
            ? fmt::format("{}: format {} already\n", painting_file, upgraded.to)
            : fmt::format("{}: format {}, was {}\n", painting_file, upgraded.to, upgraded.from);
    for (const std::string& name : upgraded.enclosed)
        text += fmt::format("  {} is inside it now\n", printable(name));
    for (const std::string& name : upgraded.missing)
        text += fmt::format(
            "  {} was not found; put it there and upgrade again, if the painting is to be resumed\n",
            printable(name));
    return text;
}

Status upgrade(const std::string& painting_file) {
    const Result<Upgraded> upgraded = upgrade_painting(painting_file);
    if (!upgraded)
        return upgraded.error();
    return print(told(painting_file, *upgraded));
}

constexpr const char* kUpgradeExplained =
    "Every painting file that an earlier Alla Prima made opens as it is. This writes one again as it is "
    "written\n"
    "today, and takes the masks, drawings and profiles into it that it names. Nothing of the painting "
    "changes.\n"
    "Earlier programs cannot open it any more.\n\n"
    "Example:\n"
    "  allaprima upgrade portrait.alla";

}  // namespace

void add_upgrade_command(Command& program, Task& task) {
    auto painting_file = std::make_shared<std::string>();
    Command& command = add_command(
        program, "upgrade", "Bring a painting file of an earlier version up to date", kUpgradeExplained);
    add_painting_to_change(command, *painting_file);
    on_command(command, task, [painting_file] { return upgrade(*painting_file); });
}

}  // namespace allaprima
