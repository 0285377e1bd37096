#pragma once
#include "base/result.h"
#include "model/brief.h"
#include "model/plan.h"
#include "model/reference.h"

namespace allaprima {

/// Lays out what a brief asks to paint with: reads the palette and the brushes, and chooses tubes for the
/// reference where the brief leaves them to the painter.
///
/// @param reference may be null, in order to find out early whether the brief can be met; tubes that would be
///                  chosen are then left open.
Result<Materials> gather_materials(const Brief& brief, const Reference* reference);

}  // namespace allaprima
