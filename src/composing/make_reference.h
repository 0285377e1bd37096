#pragma once
#include "model/brief.h"
#include "model/photo.h"
#include "model/reference.h"

namespace allaprima {

/// The long side, in pixels, at which a photograph is planned when the brief leaves it open: enough for
/// the smallest of the strokes asked for, and never more than twice what the photograph holds.
int planning_long_side(Size photo, const Brief& brief);

/// Side of a pixel of a reference of this size on its canvas, mm: as the width and height that were asked for
/// have it, or else as the usual canvas has it.
float canvas_pixel_mm(Size reference, const OutputSize& output);

/// The picture to be painted: the photograph at planning resolution, with the ground where it is transparent.
Reference make_reference(const Photo& photo, const Brief& brief);

}  // namespace allaprima
