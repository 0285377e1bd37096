#pragma once
#include "base/result.h"
#include "model/brief.h"
#include "model/plan.h"
#include "model/reference.h"
#include "model/study.h"

namespace allaprima {

/// The last touches on a finished plan: what the brief asks to be thrown at it, in the order of the brief,
/// and the signature over all. Passes "spatter" and "signature" and the brushes that they need are added to
/// the plan; nothing is changed of what it holds.
///
/// Masks and the signature's drawing are read here. All that can be refused (a tube that is not on the
/// palette, a face that was not found, a letter that cannot be written, a file) is refused without looking at
/// the plan's strokes: call it first with a plan that has none, only its size and materials, to find out
/// before the work.
Status throw_and_sign(Plan& plan, const Brief& brief, const Study& study, const Reference& reference);

}  // namespace allaprima
