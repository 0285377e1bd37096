#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/shipped_files.h"

namespace allaprima {

/// A text, and how errors call the file that it stands in.
struct NamedText {
    std::string text, file;
};

/// Whether it is a file rather than the name of one that is shipped: it has a slash, or ends in .toml.
bool names_a_file(std::string_view name);

/// The text of a palette, a brush or a hand, by the name of one that is shipped or by a file.
///
/// @param others what it may be besides, for the error of an unknown name.
Result<NamedText> read_named(Shipped folder, const std::string& name_or_file,
                             const std::vector<std::string>& others = {});

}  // namespace allaprima
