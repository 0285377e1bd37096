#include "briefs/read_head.h"

#include <fmt/format.h>

#include "briefs/describe_settings.h"
#include "briefs/settings_reader.h"
#include "model/robot_head_settings.h"

namespace allaprima {
namespace {

constexpr const char* kTools = "tool";
constexpr const char* kAboutTools =
    "A brush that it can hold; may be given several times, from small to broad";
constexpr const char* kColumns =
    "| setting | what it may be | if left out | what it means |\n|---|---|---|---|\n";

Status read_tables(const toml::table& root, const SettingsReader& reader, const std::string& file,
                   RobotHead& head) {
    for (const RobotHeadTable& table : robot_head_tables()) {
        const toml::node* node = root.get(table.name);
        if (!node)
            continue;
        if (!node->is_table())
            return toml_error(file, node->source(), fmt::format("write it as [{}]", table.name));
        const std::vector<RobotHeadSetting> settings = robot_head_settings_in(table.name);
        std::set<std::string, std::less<>> known;
        for (const RobotHeadSetting& setting : settings)
            known.insert(key_of(setting));
        if (const Status keys = check_keys(*node->as_table(), known, file); !keys)
            return keys;
        if (const Status taken = reader.read(*node->as_table(), settings, head); !taken)
            return taken;
    }
    return Done{};
}

template <typename Of>
std::string row_of(const Setting<Of>& setting) {
    return fmt::format("| `{} = {}` | {} | {} | {} |\n", key_of(setting),
                       as_toml(example_of(setting), setting.form), setting.range, setting.standard,
                       setting.help);
}

}  // namespace

Result<RobotHead> head_from_toml(std::string_view text, const std::string& file) {
    const Result<toml::table> parsed = parse_toml(text, file);
    if (!parsed)
        return parsed.error();
    std::set<std::string, std::less<>> known{kTools};
    for (const RobotHeadTable& table : robot_head_tables())
        known.insert(table.name);
    if (const Status keys = check_keys(*parsed, known, file); !keys)
        return keys.error();
    RobotHead head;
    const std::string no_folder;
    const SettingsReader reader(file, no_folder);
    if (const Status taken = read_tables(*parsed, reader, file, head); !taken)
        return taken.error();
    if (parsed->contains(kTools)) {
        head.tools.clear();
        if (const Status taken =
                reader.read_parts(*parsed, kTools, robot_tool_settings(), kMostRobotTools, head.tools);
            !taken)
            return taken.error();
    }
    if (const Status whole = check_whole(head); !whole)
        return toml_error(file, {}, whole.error().message);
    return head;
}

Result<RobotHead> read_head(const std::string& file) {
    const Result<std::string> text = read_text_file(file, {.a_file = "a .toml", .usual = "heads"});
    if (!text)
        return text.error();
    return head_from_toml(*text, file);
}

std::string head_template() {
    std::string text = "# The head of a machine that paints. Remove the # before what you want to change.\n";
    for (const RobotHeadTable& table : robot_head_tables()) {
        text += fmt::format("\n# {}.\n[{}]\n", table.help, table.name);
        for (const RobotHeadSetting& setting : robot_head_settings_in(table.name))
            text += as_comment(setting);
    }
    text += fmt::format("\n# {}.\n# [[{}]]\n", kAboutTools, kTools);
    for (const RobotToolSetting& setting : robot_tool_settings())
        text += as_comment(setting);
    return text;
}

std::string head_reference() {
    std::string text;
    for (const RobotHeadTable& table : robot_head_tables()) {
        text += fmt::format("{}### `[{}]`\n\n{}.\n\n{}", text.empty() ? "" : "\n", table.name, table.help,
                            kColumns);
        for (const RobotHeadSetting& setting : robot_head_settings_in(table.name))
            text += row_of(setting);
    }
    text += fmt::format("\n### `[[{}]]`\n\n{}.\n\n{}", kTools, kAboutTools, kColumns);
    for (const RobotToolSetting& setting : robot_tool_settings())
        text += row_of(setting);
    return text;
}

}  // namespace allaprima
