// The settings of briefs and of exports, offered as options.

#include <fmt/format.h>

#include "cli/declared_command.h"
#include "cli/options.h"
#include "model/brief_settings.h"
#include "model/shipped_files.h"

namespace allaprima {
namespace {

template <typename Of>
std::string explained(const Setting<Of>& setting) {
    std::string text = setting.help;
    if (!setting.range.empty())
        text += fmt::format(" ({}{}{})", setting.range,
                            setting.standard.empty() ? "" : "; if left out: ", setting.standard);
    return text;
}

/// Refuses the text of an option that is none that is allowed.
template <typename Of>
Status check(const Setting<Of>& setting, const std::string& text) {
    Of trial;
    if (const Status allowed = apply(setting, text, trial); !allowed)
        return Error{"--" + allowed.error().message, true};
    return Done{};
}

/// Offers a setting as an option. @param take is given each text that is allowed.
template <typename Of, typename Take>
void add_setting(Command& command, const Setting<Of>& setting, Take take) {
    const std::string name = fmt::format("--{}", setting.name);
    if (setting.placeholder.empty())
        command.add_flag_function(
            name, [take](int64_t) { take("true"); }, explained(setting));
    else
        add_checked_value(command,
                          {.name = name, .placeholder = setting.placeholder, .help = explained(setting)},
                          [setting, take](const std::string& text) {
                              const Status allowed = check(setting, text);
                              if (allowed)
                                  take(text);
                              return allowed;
                          },
                          {.repeats = setting.repeats, .names_files = setting.files != Files::None});
    for (const std::string& other : setting.against)
        if (command.get_option_no_throw("--" + other))
            exclude(command, name.c_str(), ("--" + other).c_str());
}

/// The folder whose files an argument may name, if any.
Shipped named_by(const std::string& argument) {
    if (argument == "PALETTE")
        return Shipped::Palettes;
    if (argument == "BRUSH")
        return Shipped::Brushes;
    return argument == "HAND" ? Shipped::Hands : Shipped::Nothing;
}

/// The names that can stand for a file.
std::vector<std::string> names_for(const std::string& argument) {
    std::vector<std::string> names = names_of(shipped_files(named_by(argument)));
    if (argument == "PALETTE")
        names.insert(names.begin(), "rgb");
    return names;
}

bool is_offered(const BriefSetting& setting, Offer offer) {
    switch (offer) {
        case Offer::Rendering:
            return setting.of_rendering;
        case Offer::Scene:
            return setting.of_scene;
        case Offer::GoingOn:
            return setting.goes_on || setting.of_rendering || setting.of_scene;
        case Offer::All:
            break;
    }
    return true;
}

}  // namespace

void add_settings(Command& command, Offer offer, Wishes& wishes) {
    for (const BriefSetting& setting : brief_settings()) {
        if (!setting.typed || !is_offered(setting, offer))
            continue;
        add_setting(command, setting, [name = setting.name, &wishes](const std::string& text) {
            wishes.push_back({name, text});
        });
    }
    add_further_files(command, [&wishes](FilesOfRun& files) {
        Brief asked;
        if (ask(wishes, asked))
            add_files_of_brief(asked, files);
    });
}

void add_export_settings(Command& command, Wishes& asked, const std::string& group) {
    for (const ExportSetting& setting : export_settings())
        if (group.empty() || setting.table == group)
            add_setting(command, setting, [name = setting.name, &asked](const std::string& text) {
                asked.push_back({name, text});
            });
    add_further_files(command, [&asked](FilesOfRun& files) {
        for (const Wish& one : asked)
            if (find_export_setting(one.setting)->files != Files::None)
                files.read.push_back(one.text);
    });
}

std::vector<std::string> choices_of(const CLI::Option& option) {
    if (option.get_positional())
        return names_for(option.get_name(true));
    for (const BriefSetting& setting : brief_settings())
        if (option.check_lname(setting.name))
            return setting.choices;
    return {};
}

}  // namespace allaprima
