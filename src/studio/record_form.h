#pragma once
#include <map>
#include <string>

#include "shelf/shelf.h"
#include "studio/answer.h"

namespace allaprima {

/// The record of a painting as a form (docs/studio.md): what is claimed of its making, which people write,
/// each with its declaration; what the painting file tells of it, and whether that is proven; what a check
/// finds; and the journey, which only the command continues.
StudioAnswer show_record(const ShelfEntry& entry, const Shelf& shelf);

/// Records what is claimed of the making, in place of what was claimed before, as `allaprima record making`
/// does. A record tells of a picture, so where none was made yet it is made first, beside the painting file.
/// @param claims by the names of the settings; those that are empty are left out.
/// @return the record as show_record() has it; or an error, with the setting that is at fault, where it is
/// refused: the record is then what it was.
StudioAnswer save_record(const ShelfEntry& entry, const Shelf& shelf,
                         const std::map<std::string, std::string>& claims);

}  // namespace allaprima
