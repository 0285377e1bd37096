#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/brief.h"

namespace allaprima {

/// What a brief file asks for.
struct BriefFile {
    std::string photo;  ///< The photograph's file.
    Brief brief;

    bool operator==(const BriefFile&) const = default;
};

/// Reads a brief from a TOML file of at most a megabyte. What may stand in it is declared by brief_settings()
/// and its relatives. Files are named as seen from the brief's folder, and must be there. An error of usage
/// tells the line and the column of what is wrong, and what is allowed.
Result<BriefFile> read_brief(const std::string& path);

/// The same from a text.
///
/// @param name   what the text is called in errors: "brief.toml".
/// @param folder from which files are seen; empty: the working folder.
Result<BriefFile> brief_from_toml(std::string_view text, const std::string& name, const std::string& folder);

}  // namespace allaprima
