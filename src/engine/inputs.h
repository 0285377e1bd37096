#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/look_at.h"
#include "last_touches/last_touches.h"
#include "model/brief.h"
#include "model/photo.h"

namespace allaprima {

/// All pictures that a painting is composed and studied from, as they were read.
struct Inputs {
    Photo photo;
    std::vector<Photo> motifs;  ///< Of the brief's motifs, in their order.
    Hints hints;                ///< Each of the size at which it is looked at.
};

/// The long side at which a photograph is read: as much as its planning can use, whatever the photograph.
int reading_long_side(const Brief& brief);

/// The size of the reference that is made of a photograph of this size, pixels. One in which no subject is
/// found is not composed, and keeps its own shape.
Size reference_size(Size photo, const Brief& brief);

/// The size to which a photograph is brought where figures and faces are looked for: they are found there as
/// in larger ones, sooner.
Size size_to_look_at(Size photo);

/// Reads a photograph as the brief wants it painted: turned, cropped and in its light, before anything is
/// looked for in it. What is left of it is at most about this long.
/// @return an error of usage where too few pixels are left.
Result<Photo> read_adjusted(const std::string& photo, const Adjustment& asked, int long_side);

/// Reads the photograph and all pictures that the brief names to be composed with it, or to help to see it;
/// as it is adjusted, and cropped where it is to fill its canvas.
/// @param brief settled.
Result<Inputs> read_inputs(const std::string& photo, const Brief& brief);

/// The brief with its boxes in shares of the picture, where some are in pixels of the photograph.
/// @return an error of usage where one reaches beyond it, where nothing of one is left, or where another
/// picture is composed of it.
Result<Brief> with_boxes_in_shares(Brief brief, const Photo& photo);

/// Reads what the brief names for its last touches.
Result<TouchInputs> read_touch_inputs(const Brief& brief);
/// Only what it is signed with.
Result<TouchInputs> read_signature_inputs(const Brief& brief);

}  // namespace allaprima
