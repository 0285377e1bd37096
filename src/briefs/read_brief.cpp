#include "briefs/read_brief.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "briefs/settings_reader.h"
#include "briefs/toml_file.h"
#include "model/brief_rules.h"
#include "model/brief_settings.h"
#include "model/part_settings.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

using Keys = std::set<std::string, std::less<>>;

const toml::node* node_of(const toml::table& root, const BriefSetting& setting) {
    if (!setting.in_file)
        return nullptr;
    if (setting.table.empty())
        return root.get(key_of(setting));
    const toml::table* table = root[setting.table].as_table();
    return table ? table->get(key_of(setting)) : nullptr;
}

/// Settings may exclude others of any table.
Status check_apart(const toml::table& root, const std::string& name) {
    const std::vector<BriefSetting> settings = brief_settings();
    for (const BriefSetting& setting : settings)
        for (const BriefSetting& other : settings)
            if (std::ranges::find(setting.against, other.name) != setting.against.end())
                if (const toml::node* one = node_of(root, setting); one && node_of(root, other))
                    return toml_error(
                        name, one->source(),
                        fmt::format("'{}' and '{}' cannot be used together: leave one of them out",
                                    key_of(setting), key_of(other)));
    return Done{};
}

/// That there is nothing but what is known, before anything is taken.
Status check_known(const toml::table& root, const std::string& name) {
    Keys known{photo_setting().name};
    for (const BriefSetting& setting : brief_settings_in(""))
        known.insert(key_of(setting));
    for (const BriefTable& table : brief_tables())
        if (!table.name.empty())
            known.insert(table.name);
    if (const Status keys = check_keys(root, known, name); !keys)
        return keys.error();
    for (const BriefTable& table : brief_tables()) {
        const toml::node* node = root.get(table.name);
        if (table.kind != BriefTable::Kind::Settings || table.name.empty() || !node)
            continue;
        if (!node->is_table())
            return toml_error(name, node->source(), fmt::format("write it as [{}]", table.name));
        Keys keys_of_table;
        for (const BriefSetting& setting : brief_settings_in(table.name))
            keys_of_table.insert(key_of(setting));
        if (const Status keys = check_keys(*node->as_table(), keys_of_table, name); !keys)
            return keys.error();
    }
    return check_apart(root, name);
}

}  // namespace

Result<BriefFile> brief_from_toml(std::string_view text, const std::string& name, const std::string& folder) {
    const Result<toml::table> parsed = parse_toml(text, name);
    if (!parsed)
        return parsed.error();
    const toml::table& root = *parsed;
    if (const Status known = check_known(root, name); !known)
        return known.error();
    BriefFile file;
    const SettingsReader reader(name, folder);
    if (const Status photo = reader.read(root, std::vector{photo_setting()}, file.photo); !photo)
        return photo.error();
    for (const BriefTable& table : brief_tables())
        if (const toml::table* there = table.name.empty() ? &root : root[table.name].as_table())
            if (const Status taken = reader.read(*there, brief_settings_in(table.name), file.brief); !taken)
                return taken.error();
    for (const Status& parts :
         {reader.read_parts(root, "see", correction_settings(), kMostCorrections, file.brief.corrections),
          reader.read_parts(root, "focus", focus_settings(), kMostFocusMarks, file.brief.marks),
          reader.read_parts(root, "motif", motif_settings(), kMostMotifs, file.brief.motifs),
          reader.read_parts(root, "spatter", spatter_settings(), kMostSpatters, file.brief.spatters)})
        if (!parts)
            return parts.error();
    if (const Status named = check_names(file.brief); !named)
        return Error{name + ": " + named.error().message, true};
    return file;
}

Result<BriefFile> read_brief(const std::string& path) {
    const Result<std::string> text = read_text_file(path);
    if (!text)
        return text.error();
    return brief_from_toml(*text, path, fs::path(path).parent_path().string());
}

}  // namespace allaprima
