#pragma once
#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

#include "briefs/toml_file.h"
#include "model/setting.h"

namespace allaprima {

/// The value as one types it, so that it is read back as the same; nothing when it is of another form.
std::optional<std::string> typed_value(const toml::node& node, Form form);

/// "a text in quotation marks".
const char* form_in_words(Form form);

/// Takes values out of TOML tables as settings declare them. Every error is one of usage and tells the line
/// and the column of what is wrong, and what is allowed.
class SettingsReader {
  public:
    /// @param name   what the text is called in errors: "brief.toml".
    /// @param folder from which files are seen; empty: the working folder. Both must outlive the reader.
    SettingsReader(const std::string& name, const std::string& folder) : name_(name), folder_(folder) {}

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
        std::set<std::string, std::less<>> known;
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
                    return toml_error(
                        name_, table.get(setting.name)->source(),
                        fmt::format("'{}' and '{}' cannot be used together: leave one of them out",
                                    setting.name, other));
        return Done{};
    }

    template <typename Of>
    Status take(const toml::node& node, const Setting<Of>& setting, Of& of) const {
        const auto refused = [&](const std::string& why) {
            return toml_error(name_, node.source(), fmt::format("'{}' {}", key_of(setting), why));
        };
        std::optional<std::string> text = typed_value(node, setting.form);
        if (!text)
            return refused(fmt::format("must be {}: {}", form_in_words(setting.form),
                                       setting.range.empty() ? setting.help : setting.range));
        if (text->find_first_of(std::string_view("\0\n\r", 3)) != std::string::npos)
            return refused("holds a line break or a null character: leave it out");
        if (const Status placed = place_files(setting.files, *text); !placed)
            return refused(placed.error().message);
        if (!setting.set(of, *text))
            return refused(refusal_of(setting, *text));
        return Done{};
    }

    /// Names the files in a value as they are seen from here, and looks whether they are there.
    Status place_files(Files files, std::string& text) const;
    Status place_file(std::string& file) const;

    const std::string& name_;
    const std::string& folder_;
};

}  // namespace allaprima
