#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/closest_word.h"
#include "base/result.h"

namespace allaprima {

/// How a brief file writes a value.
enum class Form {
    Text,     ///< In quotation marks.
    Number,   ///< Bare.
    Numbers,  ///< A list, [0.4, 0.1]; on the command line with commas.
    Switch,   ///< true or false; on the command line its name alone.
};

/// Whether a value names files.
enum class Files {
    None,
    Always,   ///< One.
    Perhaps,  ///< Words or files with commas between them: what holds a dot or a slash is a file.
};

/// An empty list. (GCC 12 has an internal error where a member of a template begins as a vector without
/// arguments.)
inline std::vector<std::string> no_words() {
    return {};
}

/// One thing that can be asked of an `Of`, declared once: the command line, its help and its completion, the
/// reader of brief files, their template and the table in docs/brief.md follow from it.
template <typename Of>
struct Setting {
    std::string name = {};         ///< Unique in its list; as one types it, without dashes.
    std::string placeholder = {};  ///< What stands for its value in help; empty when it is a switch.
    std::string range = {};        ///< What it may be, in words: "1 to 100000".
    std::string standard = {};     ///< What holds when it is left out, in words; may be empty.
    std::string help = {};         ///< One sentence, without a full stop.
    std::vector<std::string> choices = no_words();  ///< The words it may be, when it is one of a few.
    std::vector<std::string> against = no_words();  ///< Settings that cannot be asked for together with it.
    bool of_rendering = false;                      ///< It can be changed when a plan is shown again.
    bool goes_on = false;    ///< A finished painting can go on from what is painted when it is changed.
    bool of_scene = false;   ///< It changes what is painted, and what counts in it.
    bool repeats = false;    ///< It may be asked for several times on the command line.
    bool typed = true;       ///< It can be asked for on the command line,
    bool in_file = true;     ///< and in a brief file:
    std::string table = {};  ///< in this table, [canvas]; empty: before all tables;
    std::string key = {};    ///< under this name; empty: under `name`.
    Form form = Form::Text;
    Files files = Files::None;
    bool required = false;     ///< It must be there, where what it is asked of is there.
    std::string example = {};  ///< A value it may have, as one types it; empty: its standard is one.

    /// Puts the value into what it is asked of; false, and nothing is changed, when it is none that is
    /// allowed. A switch is given "true" or "false".
    std::function<bool(Of&, std::string_view)> set = {};
};

/// These settings, and more of the same after them.
template <typename Of>
std::vector<Setting<Of>> joined(std::vector<Setting<Of>> settings, const std::vector<Setting<Of>>& more) {
    settings.insert(settings.end(), more.begin(), more.end());
    return settings;
}

/// What a brief file calls it.
template <typename Of>
const std::string& key_of(const Setting<Of>& setting) {
    return setting.key.empty() ? setting.name : setting.key;
}

/// A value that it may have, as one types it.
template <typename Of>
const std::string& example_of(const Setting<Of>& setting) {
    return setting.example.empty() ? setting.standard : setting.example;
}

/// Why a value is refused, after the name of its setting.
template <typename Of>
std::string refusal_of(const Setting<Of>& setting, const std::string& text) {
    return "must be " + setting.range + ", not '" + text + "'" + did_you_mean(text, setting.choices);
}

/// Sets one, or says which values are allowed (an error of usage that begins with the setting's name).
template <typename Of>
Status apply(const Setting<Of>& setting, std::string_view text, Of& of) {
    if (setting.set(of, text))
        return Done{};
    return Error{setting.name + " " + refusal_of(setting, std::string(text)), true};
}

}  // namespace allaprima
