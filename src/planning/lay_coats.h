#pragma once
#include "base/workers.h"
#include "model/plan.h"
#include "planning/sitting.h"

namespace allaprima {

/// How many of a brief's strokes are body paint; the rest is left for scumbles and glazes.
int body_strokes(const Brief& brief);

/// What body paint is to look like so that the brief's coats complete it: somewhat lighter and greyer in the
/// darks, which glazes deepen, and duller in the lights, which scumbles raise. The reference without coats.
Image<Rgb> underpainting(const Image<Rgb>& reference, const Brief& brief);

/// Lays the thin coats that the brief asks for over a plan's dry body paint: scumbles where the painted
/// picture should be lighter, then glazes where it should be deeper.
///
/// They are seeded where the painted picture, seen as broadly as the brush, is most wrong, and run along the
/// form. A glaze is the tube or pair of tubes, and the thickness, that comes nearest over what lies there.
/// What does not bring the painted picture nearer is taken away again, so that fewer may come.
void lay_coats(Plan& plan, const Sitting& sitting, const Workers& workers);

}  // namespace allaprima
