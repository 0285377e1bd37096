#pragma once
#include <string_view>

namespace allaprima::exporting {

/// What a file of strokes calls itself. The version changes when a reader of the last one would go wrong.
inline constexpr std::string_view kStrokesSchema = "alla-prima-strokes";
inline constexpr int kStrokesVersion = 1;

/// What a stroke tells beside its own fields, for people and machines that follow along: it all follows from
/// the rest of the file, and is not read back.
inline constexpr std::string_view kOrder = "order", kPass = "pass", kPressure = "pressure", kParts = "parts",
                                  kLooks = "looks";

/// The outline of a cut-out: its rows from above, each as runs, one number after the other: the share of the
/// pixel that belongs to the cut-out, in steps of 1/65535, and how many pixels have it.
inline constexpr std::string_view kOutline = "outline";

/// Members of anyone's own begin so; they are passed over.
inline constexpr std::string_view kOwnMember = "x-";

}  // namespace allaprima::exporting
