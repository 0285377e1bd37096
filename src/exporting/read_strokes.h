#pragma once
#include <istream>
#include <string>

#include "base/result.h"
#include "painting_file/painting_file.h"

namespace allaprima {

/// Reads a file of strokes (.json, schema "alla-prima-strokes"): a painting whose strokes are there and whose
/// picture is not. It is read stroke by stroke, so that memory grows with the strokes and not with what else
/// may be in the file.
///
/// @return an error that tells the line where it is no JSON, and otherwise the member that is wrong:
///         "strokes[3].load must be a number from 0 to 1".
Result<Painting> read_strokes(const std::string& path);

/// The same. @param name what the text is called in errors.
Result<Painting> strokes_from_json(std::istream& text, const std::string& name);

}  // namespace allaprima
