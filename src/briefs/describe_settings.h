#pragma once
#include <fmt/format.h>

#include <string>

#include "model/setting.h"

/// How settings are told in templates and in the tables of documents.

namespace allaprima {

/// A value as a TOML file writes it.
inline std::string as_toml(const std::string& typed, Form form) {
    if (form == Form::Text)
        return fmt::format("\"{}\"", typed);
    return form == Form::Numbers ? fmt::format("[{}]", typed) : typed;
}

/// What a setting means, behind a #, and below it the setting itself, behind another unless it is `live`.
template <typename Of>
std::string as_comment(const Setting<Of>& setting, bool live = false) {
    std::string about = setting.help;
    if (!setting.range.empty())
        about += fmt::format(" ({})", setting.range);
    if (!setting.standard.empty())
        about += fmt::format("; if left out: {}", setting.standard);
    return fmt::format("# {}.\n{}{} = {}\n", about, live ? "" : "# ", key_of(setting),
                       as_toml(example_of(setting), setting.form));
}

/// A row of a table in Markdown. @param option of the command line that sets the same; empty: none.
template <typename Of>
std::string as_row(const Setting<Of>& setting, const std::string& option) {
    return fmt::format(
        "| `{} = {}` | {} | {} | {} | {} |\n", key_of(setting), as_toml(example_of(setting), setting.form),
        setting.range.empty() ? "true or false" : setting.range, setting.standard, setting.help, option);
}

}  // namespace allaprima
