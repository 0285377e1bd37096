#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/record.h"

namespace allaprima {

/// Reads what is claimed of a painting's making, or an entry of its journey, from a TOML file of at most a
/// megabyte. What may stand in it is declared in model/record_settings.h. An error of usage tells the line
/// and the column of what is wrong, and what is allowed.
Result<MakingClaims> read_making(const std::string& path);
Result<Entry> read_entry(const std::string& path);

/// The same from a text. @param name what the text is called in errors: "gift.toml".
Result<MakingClaims> making_from_toml(std::string_view text, const std::string& name);
Result<Entry> entry_from_toml(std::string_view text, const std::string& name);

/// A file with every setting, its range and what it means, to change; it can be read as it is.
std::string making_template();
std::string entry_template();

/// All settings as tables in Markdown.
std::string record_reference();

}  // namespace allaprima
