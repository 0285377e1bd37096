#pragma once
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace allaprima {

/// Reads a whole text file of at most a megabyte.
Result<std::string> read_text_file(const std::string& path);

/// Parses TOML. @param name what the text is called in errors: "mine.toml".
Result<toml::table> parse_toml(std::string_view text, const std::string& name);

/// "mine.toml, line 3, column 5: …", an error of usage. @param at where it is wrong.
Error toml_error(const std::string& name, const toml::source_region& at, const std::string& what);

/// An error for the first key of a table that is none of the known ones.
Status check_keys(const toml::table& table, const std::set<std::string, std::less<>>& known,
                  const std::string& name);

}  // namespace allaprima
