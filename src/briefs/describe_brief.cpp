#include "briefs/describe_brief.h"

#include <fmt/format.h>

#include "briefs/describe_settings.h"
#include "model/brief_settings.h"
#include "model/part_settings.h"

namespace allaprima {
namespace {

/// Calls `tell` with each setting of a table, in order; they are of different types.
template <typename Tell>
void for_settings_of(const BriefTable& table, Tell tell) {
    const auto each = [&](const auto& settings) {
        for (const auto& setting : settings)
            tell(setting);
    };
    switch (table.kind) {
        case BriefTable::Kind::See:
            return each(correction_settings());
        case BriefTable::Kind::Focus:
            return each(focus_settings());
        case BriefTable::Kind::Motif:
            return each(motif_settings());
        case BriefTable::Kind::Spatter:
            return each(spatter_settings());
        case BriefTable::Kind::Settings:
            return each(brief_settings_in(table.name));
    }
}

/// The option of the command line that sets the same; parts of which there may be several have one option for
/// the whole of a part, which is told with them.
std::string option_of(const Setting<Brief>& setting) {
    return setting.typed ? fmt::format("`--{}`", setting.name) : "";
}
template <typename Of>
std::string option_of(const Setting<Of>&) {
    return "";
}

bool has_parts(const BriefTable& table) {
    return table.kind != BriefTable::Kind::Settings;
}

std::string title_of(const BriefTable& table) {
    if (table.name.empty())
        return "Before all tables";
    return has_parts(table) ? fmt::format("`[[{}]]`", table.name) : fmt::format("`[{}]`", table.name);
}

}  // namespace

std::string brief_template() {
    std::string text =
        "# A brief: what is asked of a painting. Remove the # before what you want to say.\n\n";
    const Setting<std::string> photo = photo_setting();
    text += fmt::format("# {}.\n{} = \"{}\"\n", photo.help, photo.name, photo.example);
    for (const BriefTable& table : brief_tables()) {
        if (has_parts(table))
            text += fmt::format("\n# {}; may be given several times.\n# [[{}]]\n", table.help, table.name);
        else if (!table.name.empty())
            text += fmt::format("\n# {}.\n[{}]\n", table.help, table.name);
        for_settings_of(table, [&](const auto& setting) { text += as_comment(setting); });
    }
    return text;
}

std::string brief_reference() {
    std::string text;
    for (const BriefTable& table : brief_tables()) {
        text += fmt::format("{}### {}\n\n", text.empty() ? "" : "\n", title_of(table));
        if (!table.help.empty())
            text +=
                fmt::format("{}{}.\n\n", table.help, has_parts(table) ? "; may be given several times" : "");
        text +=
            "| setting | what it may be | if left out | what it means | option |\n|---|---|---|---|---|\n";
        if (table.name.empty())
            text += as_row(photo_setting(), option_of(photo_setting()));
        for_settings_of(table, [&](const auto& setting) { text += as_row(setting, option_of(setting)); });
    }
    return text;
}

}  // namespace allaprima
