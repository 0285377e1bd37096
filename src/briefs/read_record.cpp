#include "briefs/read_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "briefs/describe_settings.h"
#include "briefs/settings_reader.h"
#include "briefs/toml_file.h"
#include "model/record_fields.h"
#include "model/record_settings.h"

namespace allaprima {
namespace {

using RecordKeys = std::set<std::string, std::less<>>;

/// Records name no files.
const std::string kNoFolder;
constexpr TextKind kRecordText{"a .toml",
                               "what is said of a painting's making and the entries of its journey"};

/// The tables in which the settings stand, in their order; "": before all tables.
template <typename Of>
std::vector<std::string> tables_of(const std::vector<Setting<Of>>& settings) {
    std::vector<std::string> tables;
    for (const Setting<Of>& setting : settings)
        if (std::ranges::find(tables, setting.table) == tables.end())
            tables.push_back(setting.table);
    return tables;
}

template <typename Of>
std::vector<Setting<Of>> settings_in(const std::string& table, std::vector<Setting<Of>> settings) {
    std::erase_if(settings, [&](const Setting<Of>& setting) { return setting.table != table; });
    return settings;
}

template <typename Of>
RecordKeys keys_in(const std::string& table, const std::vector<Setting<Of>>& settings) {
    RecordKeys keys;
    for (const Setting<Of>& setting : settings_in(table, settings))
        keys.insert(key_of(setting));
    return keys;
}

/// The table of that name, or an empty one: what has to stand in it is then found missing.
Result<const toml::table*> table_named(const toml::table& root, const std::string& table,
                                       const std::string& name) {
    static const toml::table kEmpty;
    if (table.empty())
        return &root;
    const toml::node* node = root.get(table);
    if (!node)
        return &kEmpty;
    if (!node->is_table())
        return toml_error(name, node->source(), fmt::format("write it as [{}]", table));
    return node->as_table();
}

/// Takes the settings of every table. @param parts keys that others take.
template <typename Of>
Status read_tables(const toml::table& root, const std::vector<Setting<Of>>& settings, const RecordKeys& parts,
                   const std::string& name, Of& of) {
    const SettingsReader reader(name, kNoFolder);
    const std::vector<std::string> tables = tables_of(settings);
    for (const std::string& table : tables) {
        const Result<const toml::table*> there = table_named(root, table, name);
        if (!there)
            return there.error();
        RecordKeys known = keys_in(table, settings);
        if (table.empty()) {
            known.insert(parts.begin(), parts.end());
            known.insert(tables.begin(), tables.end());
            known.erase("");
        }
        if (const Status keys = check_keys(**there, known, name); !keys)
            return keys.error();
        if (const Status taken = reader.read(**there, settings_in(table, settings), of); !taken)
            return taken.error();
    }
    return Done{};
}

/// Refuses texts that would draw on a terminal, or that no other program could read.
class ControlFinder {
  public:
    /// The name of a field that holds one; empty where none does.
    const std::string& found() const { return found_; }

    void text(const Declared& field, const std::string& value, size_t) { look(field, value); }
    void text(const char*, const std::string&, size_t) {}
    template <typename... Any>
    void whole(Any&&...) {}
    template <typename... Any>
    void choice(Any&&...) {}
    template <typename... Any>
    void maybe_choice(Any&&...) {}

  private:
    void look(const Declared& field, const std::string& value) {
        for (size_t i = 0; i < value.size(); ++i) {
            const auto c = static_cast<unsigned char>(value[i]);
            const bool second_set =
                c == 0xc2 && i + 1 < value.size() && static_cast<unsigned char>(value[i + 1]) < 0xa0;
            if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f || second_set)
                found_ = field.name;
        }
    }
    std::string found_;
};

template <typename Of>
Status check_letters(Of of, const std::string& name) {
    ControlFinder finder;
    painting_fields::visit_fields(finder, of);
    if (finder.found().empty())
        return Done{};
    return toml_error(name, {}, fmt::format("'{}' holds a control character: take it out", finder.found()));
}

template <typename Of>
std::string template_of(const std::vector<Setting<Of>>& settings) {
    std::string text;
    for (const std::string& table : tables_of(settings)) {
        if (!table.empty())
            text += fmt::format("\n[{}]\n", table);
        for (const Setting<Of>& setting : settings_in(table, settings))
            // One of the four that tell the source has to be there.
            text += as_comment(setting, setting.required || key_of(setting) == "person");
    }
    return text;
}

template <typename Of>
std::string settings_as_text(const std::vector<Setting<Of>>& settings) {
    std::string text = "| setting | what it may be | required | what it means |\n|---|---|---|---|\n";
    for (const Setting<Of>& setting : settings)
        text += fmt::format("| `{} = {}` | {} | {} | {} |\n", key_of(setting),
                            as_toml(example_of(setting), setting.form), setting.range,
                            setting.required ? "yes" : "", setting.help);
    return text;
}

template <typename Of>
std::string reference_of(const std::string& before_tables, const std::vector<Setting<Of>>& settings) {
    std::string text;
    for (const std::string& table : tables_of(settings)) {
        const std::string title =
            table.empty() ? before_tables : fmt::format("{}: `[{}]`", before_tables, table);
        text += fmt::format("### {}\n\n{}\n", title, settings_as_text(settings_in(table, settings)));
    }
    return text;
}

}  // namespace

Result<MakingClaims> making_from_toml(std::string_view text, const std::string& name) {
    const Result<toml::table> root = parse_toml(text, name);
    if (!root)
        return root.error();
    MakingClaims claims;
    if (const Status taken = read_tables(*root, making_settings(), {}, name, claims); !taken)
        return taken.error();
    if (const Status letters = check_letters(claims, name); !letters)
        return letters.error();
    if (const Status whole = check_part(claims); !whole)
        return toml_error(name, {}, whole.error().message);
    return claims;
}

Result<Entry> entry_from_toml(std::string_view text, const std::string& name) {
    const Result<toml::table> root = parse_toml(text, name);
    if (!root)
        return root.error();
    Entry entry;
    if (const Status taken = read_tables(*root, entry_settings(), {"party"}, name, entry); !taken)
        return taken.error();
    const SettingsReader reader(name, kNoFolder);
    if (const Status parties =
            reader.read_parts(*root, "party", party_settings(), kMostParties, entry.parties);
        !parties)
        return parties.error();
    if (const Status letters = check_letters(entry, name); !letters)
        return letters.error();
    for (const Party& party : entry.parties)
        if (const Status letters = check_letters(party, name); !letters)
            return letters.error();
    if (const Status whole = check_part(entry); !whole)
        return toml_error(name, {}, whole.error().message);
    return entry;
}

Result<MakingClaims> read_making(const std::string& path) {
    const Result<std::string> text = read_text_file(path, kRecordText);
    if (!text)
        return text.error();
    return making_from_toml(*text, path);
}

Result<Entry> read_entry(const std::string& path) {
    const Result<std::string> text = read_text_file(path, kRecordText);
    if (!text)
        return text.error();
    return entry_from_toml(*text, path);
}

std::string making_template() {
    return "# What is claimed about a painting's making. Remove the # before what you want to say.\n\n" +
           template_of(making_settings());
}

std::string entry_template() {
    std::string text = "# An entry of a painting's journey. Remove the # before what you want to say.\n\n" +
                       template_of(entry_settings()) +
                       "\n# Who takes part; may be given several times.\n[[party]]\n";
    for (const Setting<Party>& setting : party_settings())
        text += as_comment(setting, true);
    return text;
}

std::string record_reference() {
    return reference_of("Making", making_settings()) + reference_of("Entry", entry_settings()) +
           "### Entry: `[[party]]`\n\n" + settings_as_text(party_settings());
}

}  // namespace allaprima
