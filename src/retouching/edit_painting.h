#pragma once
#include <string>

#include "engine/commission.h"
#include "engine/destination.h"
#include "retouching/edit_strokes.h"

namespace allaprima {

/// A wish to have single strokes of a finished painting taken out, or laid with another pass.
struct EditWish {
    std::string painting_file;
    StrokeEdits edits;     ///< At least one.
    Destination painting;  ///< Where the new painting goes.
};

/// Makes a new painting of a finished one, with other strokes: see edit_strokes(). The painting that it was
/// stays, and so does its record, which tells of it.
Result<Painted> edit_painting(const EditWish& wish);

}  // namespace allaprima
