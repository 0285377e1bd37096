#pragma once
#include <string>

#include "base/result.h"
#include "painting_file/painting_file.h"

namespace allaprima {

/// Opens a painting file to read it, whatever its stage.
Result<Painting> load_painting(const std::string& path);

/// The same of a painting that has a plan: one that is still being planned is an error that says how to
/// finish it.
Result<Painting> load_planned(const std::string& path);
Result<Painting> load_planned(PaintingFile& file);

}  // namespace allaprima
