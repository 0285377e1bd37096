#include "io/read_brief.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

#include "io/toml_file.h"
#include "model/brief_settings.h"
#include "model/part_settings.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

using Keys = std::set<std::string, std::less<>>;

/// A number as one types it, so that it is read back as the same.
std::optional<std::string> typed_number(const toml::node& node) {
    if (const auto* whole = node.as_integer())
        return std::to_string(whole->get());
    if (const auto* real = node.as_floating_point())
        return fmt::format("{}", real->get());
    return std::nullopt;
}

std::optional<std::string> typed_numbers(const toml::node& node) {
    constexpr size_t kMost = 16;
    const toml::array* list = node.as_array();
    if (!list || list->empty() || list->size() > kMost)
        return std::nullopt;
    std::string text;
    for (const toml::node& one : *list) {
        const std::optional<std::string> number = typed_number(one);
        if (!number)
            return std::nullopt;
        text += (text.empty() ? "" : ",") + *number;
    }
    return text;
}

/// The value as one types it; nothing when it is of another form.
std::optional<std::string> typed(const toml::node& node, Form form) {
    switch (form) {
        case Form::Text:
            return node.is_string() ? std::optional(node.as_string()->get()) : std::nullopt;
        case Form::Number:
            return typed_number(node);
        case Form::Numbers:
            return typed_numbers(node);
        case Form::Switch:
            if (!node.is_boolean())
                return std::nullopt;
            return std::string(node.as_boolean()->get() ? "true" : "false");
    }
    return std::nullopt;
}

const char* in_words(Form form) {
    constexpr std::array kWords{"a text in quotation marks", "a number", "a list of numbers in brackets",
                                "true or false"};
    return kWords[static_cast<size_t>(form)];
}

bool looks_like_file(std::string_view text) {
    return text.find_first_of("./") != std::string_view::npos;
}

class BriefReader {
  public:
    BriefReader(const std::string& name, const std::string& folder) : name_(name), folder_(folder) {}

    /// Takes the settings of one table out of it.
    template <typename Of>
    Status read(const toml::table& table, const std::vector<Setting<Of>>& settings, Of& of) const {
        for (const Setting<Of>& setting : settings) {
            const toml::node* node = table.get(key_of(setting));
            if (!node) {
                if (setting.required)
                    return toml_error(name_, table.source(),
                                      fmt::format("'{}' is missing: {}", key_of(setting), setting.range));
                continue;
            }
            if (const Status taken = take(*node, setting, of); !taken)
                return taken.error();
        }
        return Done{};
    }

    /// Takes the parts out of a list of tables.
    template <typename Of>
    Status read_parts(const toml::table& root, const std::string& key,
                      const std::vector<Setting<Of>>& settings, size_t most, std::vector<Of>& parts) const {
        const toml::node* node = root.get(key);
        if (!node)
            return Done{};
        const toml::array* list = node->as_array();
        if (!list)
            return toml_error(name_, node->source(), fmt::format("write it as [[{}]]", key));
        if (list->size() > most)
            return toml_error(name_, (*list)[most].source(),
                              fmt::format("there can be at most {} of [[{}]]", most, key));
        for (const toml::node& one : *list)
            if (const Status taken = read_part(one, key, settings, parts.emplace_back()); !taken)
                return taken.error();
        return Done{};
    }

  private:
    template <typename Of>
    Status read_part(const toml::node& node, const std::string& key, const std::vector<Setting<Of>>& settings,
                     Of& part) const {
        const toml::table* table = node.as_table();
        if (!table)
            return toml_error(name_, node.source(), fmt::format("write it as [[{}]]", key));
        Keys known;
        for (const Setting<Of>& setting : settings)
            known.insert(key_of(setting));
        if (const Status keys = check_keys(*table, known, name_); !keys)
            return keys.error();
        if (const Status apart = check_apart(*table, settings); !apart)
            return apart.error();
        if (const Status taken = read(*table, settings, part); !taken)
            return taken.error();
        if (const Status whole = check_part(part); !whole)
            return toml_error(name_, table->source(), whole.error().message);
        return Done{};
    }

    template <typename Of>
    Status check_apart(const toml::table& table, const std::vector<Setting<Of>>& settings) const {
        for (const Setting<Of>& setting : settings)
            for (const std::string& other : setting.against)
                if (table.contains(setting.name) && table.contains(other))
                    return toml_error(name_, table.get(setting.name)->source(),
                                      fmt::format("'{}' and '{}' exclude each other: leave one of them out",
                                                  setting.name, other));
        return Done{};
    }

    template <typename Of>
    Status take(const toml::node& node, const Setting<Of>& setting, Of& of) const {
        const auto refused = [&](const std::string& why) {
            return toml_error(name_, node.source(), fmt::format("'{}' {}", key_of(setting), why));
        };
        std::optional<std::string> text = typed(node, setting.form);
        if (!text)
            return refused(fmt::format("must be {}: {}", in_words(setting.form),
                                       setting.range.empty() ? setting.help : setting.range));
        if (text->find_first_of(std::string_view("\0\n\r", 3)) != std::string::npos)
            return refused("holds a line break or worse: leave it out");
        if (const Status placed = place_files(setting.files, *text); !placed)
            return refused(placed.error().message);
        if (!setting.set(of, *text))
            return refused(fmt::format("must be {}, not '{}'", setting.range, *text));
        return Done{};
    }

    /// Names the files in a value as they are seen from here, and looks whether they are there.
    Status place_files(Files files, std::string& text) const {
        if (files == Files::None || text.empty() || text.size() > kLongestText)
            return Done{};
        if (files == Files::Always)
            return place_file(text);
        std::string placed;
        for (size_t from = 0; from <= text.size();) {
            const size_t comma = std::min(text.find(',', from), text.size());
            std::string part = text.substr(from, comma - from);
            if (looks_like_file(part))
                if (const Status there = place_file(part); !there)
                    return there.error();
            placed += (from == 0 ? "" : ",") + part;
            from = comma + 1;
        }
        text = placed;
        return Done{};
    }

    Status place_file(std::string& file) const {
        file = (fs::path(folder_) / file).string();
        std::error_code fault;
        const fs::file_status status = fs::status(file, fault);
        if (!fs::exists(status))
            return Error{fmt::format("names a file that is not there: {}", file), true};
        if (!fs::is_regular_file(status))
            return Error{fmt::format("names what is no file: {}", file), true};
        return Done{};
    }

    const std::string& name_;
    const std::string& folder_;
};

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
                    return toml_error(name, one->source(),
                                      fmt::format("'{}' and '{}' exclude each other: leave one of them out",
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
    const BriefReader reader(name, folder);
    if (const Status photo = reader.read(root, std::vector{photo_setting()}, file.photo); !photo)
        return photo.error();
    for (const BriefTable& table : brief_tables())
        if (const toml::table* there = table.name.empty() ? &root : root[table.name].as_table())
            if (const Status taken = reader.read(*there, brief_settings_in(table.name), file.brief); !taken)
                return taken.error();
    for (const Status& parts :
         {reader.read_parts(root, "focus", focus_settings(), kMostFocusMarks, file.brief.marks),
          reader.read_parts(root, "motif", motif_settings(), kMostMotifs, file.brief.motifs),
          reader.read_parts(root, "spatter", spatter_settings(), kMostSpatters, file.brief.spatters)})
        if (!parts)
            return parts.error();
    return file;
}

Result<BriefFile> read_brief(const std::string& path) {
    const Result<std::string> text = read_text_file(path);
    if (!text)
        return text.error();
    return brief_from_toml(*text, path, fs::path(path).parent_path().string());
}

}  // namespace allaprima
