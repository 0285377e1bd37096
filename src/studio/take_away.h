#pragma once
#include <functional>

#include "studio/answer.h"
#include "studio/shelf.h"

namespace allaprima {

/// Makes the file in which a painting is taken away.
/// @param query `kind`, the ending of a format; the rest are wishes for the picture and the export, by their
/// settings' names; `size` alone, in pixels, is its long side.
StudioAnswer take_away(const ShelfEntry& entry, const Shelf& shelf,
                       const std::map<std::string, std::string>& query,
                       const std::function<bool()>& abandoned);

}  // namespace allaprima
