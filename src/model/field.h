#pragma once
#include <array>
#include <string_view>

#include "model/setting.h"
#include "model/shipped_files.h"

namespace allaprima {

/// How the text of a field is written, where its type does not tell.
enum class Notation {
    Plain,
    Colour,   ///< A tube's name or #rrggbb.
    Ground,   ///< The name of a usual ground or #rrggbb.
    Length,   ///< Millimetres, written with a unit: "12mm", "60cm", "24in".
    Letters,  ///< What can be drawn as a signature.
    Ascii,    ///< Plain letters.
    Lines,    ///< Likewise, or nothing: lines of a program, with | between them.
    Date,     ///< As model/record_date.h has it.
    Digest,   ///< SHA-256, 64 hexadecimal digits.
    Switch,   ///< Of a choice: true for the second of two. Of a flag: true where the flag is false.
};

/// What people are told of a field of a noun, and how files call it. Together with the field's place and its
/// limits it is declared once, in the noun's visit_fields(): painting files, their digests, JSON, brief
/// files, their template, the command line, `show` and the tables of docs/ are made from there.
///
/// What has no help is kept in files, and nobody is asked for it.
struct Declared {
    /// In brief files and on the command line. One with a dot, "subject.box", stands in brief files alone:
    /// its key there is what follows the dot.
    const char* name = "";
    /// In painting files, digests and JSON; nullptr: the same, with _ for each dot and hyphen.
    const char* column = nullptr;
    const char* placeholder = "";  ///< In help, where its type and its notation do not tell.
    const char* range = "";        ///< What it may be, in words, where the limits do not tell.
    const char* standard = "";     ///< What holds when it is left out, where the noun's value does not tell.
    const char* help = "";         ///< One sentence, without a full stop.
    const char* choices = "";  ///< The words it may be, commas between them, where its type does not tell.
    Shipped shipped = Shipped::Nothing;  ///< It may be a name of these besides; `range` has {} where they go.
    const char* against = "";            ///< Fields that cannot be asked for together with it, likewise.
    const char* table = "";              ///< Of a brief file; empty: before all tables,
    const char* key = "";                ///< and its name there, where `name` does not tell.
    const char* example = "";  ///< A value that it may have, as one types it; empty: its standard is one.
    Files files = Files::None;
    bool required = false;
    int since = 0;  ///< The first format of painting files that had it; 0: the oldest that is read.
    bool of_rendering = false;  ///< It can be changed when a plan is shown again.
    bool goes_on = false;       ///< A finished painting can go on from what is painted when it is changed.
    bool of_scene = false;      ///< It changes what is painted, and what counts in it.
    Notation notation = Notation::Plain;
    double lowest = 0.0, highest = 0.0;  ///< What can be asked for, where a file may hold more.
    std::array<char, 32> spelled = {};   ///< The name as a column, where that is another; see InTable.

    constexpr const char* in_files() const { return column ? column : spelled[0] ? spelled.data() : name; }
    constexpr bool typed() const { return std::string_view(name).find('.') == std::string_view::npos; }
    constexpr std::string_view key_in_table() const {
        const std::string_view whole = *key ? key : name;
        return whole.substr(whole.find('.') + 1);
    }
    // So that a visitor of columns takes a declaration where it takes a name.
    constexpr operator const char*() const { return in_files(); }
    constexpr operator std::string_view() const { return in_files(); }
};

/// Declares the fields that stand in a table of a file.
struct InTable {
    const char* name = "";
    bool of_rendering = false;

    constexpr Declared operator()(const char* field, const char* help, Declared more = {}) const {
        more.name = field;
        more.help = help;
        more.table = name;
        more.of_rendering = of_rendering;
        spell_column(more);
        return more;
    }

  private:
    static constexpr void spell_column(Declared& declared) {
        const std::string_view whole = declared.name;
        if (whole.find_first_of(".-") == std::string_view::npos)
            return;
        for (size_t i = 0; i < whole.size(); ++i)
            declared.spelled.at(i) = whole[i] == '.' || whole[i] == '-' ? '_' : whole[i];
        declared.spelled.at(whole.size()) = '\0';  // what is too long fails here, in every test
    }
};

}  // namespace allaprima

namespace allaprima::painting_fields {

struct Range {
    double low, high;
};

inline constexpr Range kShare{0.0, 1.0};
/// A face near the border may reach beyond it.
inline constexpr Range kFaceShare{-10.0, 10.0};

}  // namespace allaprima::painting_fields
