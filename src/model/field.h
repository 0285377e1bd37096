#pragma once
#include <string_view>

#include "model/setting.h"

namespace allaprima {

/// How the text of a field is written, where its type does not tell.
enum class Notation {
    Plain,
    Colour,   ///< A tube's name or #rrggbb.
    Ground,   ///< The name of a usual ground or #rrggbb.
    Length,   ///< Millimetres, written with a unit: "12mm", "60cm", "24in".
    Letters,  ///< What can be drawn as a signature.
    Switch,   ///< true for the second of two choices.
};

/// What people are told of a field of a noun, and how files call it. Together with the field's place and its
/// limits it is declared once, in the noun's visit_fields(): painting files, their digests, JSON, brief
/// files, their template, the command line and the tables of docs/ are made from there.
struct Declared {
    const char* name;              ///< In brief files and on the command line.
    const char* column = nullptr;  ///< In painting files, digests and JSON; nullptr: the same.
    const char* placeholder = "";
    const char* range = "";     ///< What it may be, in words, where the limits do not tell.
    const char* standard = "";  ///< What holds when it is left out, where the noun's own value does not tell.
    const char* help = "";      ///< One sentence, without a full stop.
    const char* choices =
        "";  ///< The words it may be, with commas between them, where its type does not tell.
    const char* against =
        "";                  ///< Fields that cannot be asked for together with it, with commas between them.
    const char* table = "";  ///< Of a brief file; empty: before all tables,
    const char* key = "";    ///< and its name there; empty: `name`.
    const char* example = "";  ///< A value that it may have, as one types it; empty: its standard is one.
    Files files = Files::None;
    bool required = false;
    bool typed = true;          ///< It can be asked for on the command line.
    bool of_rendering = false;  ///< It changes how a plan is shown, not the plan.
    bool of_scene = false;      ///< It changes what is painted, and what counts in it.
    Notation notation = Notation::Plain;
    double lowest = 0.0, highest = 0.0;  ///< What can be asked for, where a file may hold more.

    constexpr const char* in_files() const { return column ? column : name; }
    // So that a visitor of columns takes a declaration where it takes a name.
    constexpr operator const char*() const { return in_files(); }
    constexpr operator std::string_view() const { return in_files(); }
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
