#pragma once
#include "base/result.h"
#include "brush/hand.h"
#include "model/brief.h"
#include "model/plan.h"
#include "model/reference.h"

namespace allaprima {

/// The hand that a brief asks for, with what else the brief asks for in place of the hand's own materials.
Result<Hand> choose_hand(const Brief& brief);

/// The paints that tubes are chosen from: those of one maker, so that their strengths go together.
std::vector<Pigment> paints_to_choose_from();

/// Lays out what a hand paints with: reads the palette and the brushes. The brushes hold as much paint as the
/// hand's relief takes. Tubes that are left to the painter ("auto:6") are open still.
Result<Materials> gather_materials(const Hand& hand);

/// Has strokes planned for the tools of the head in this file. An error of usage where a brush has no tool.
Status take_tools_of_head(const std::string& file, Materials& materials);

/// Chooses the tubes for a reference where they are open.
void choose_open_tubes(Materials& materials, const Reference& reference);

}  // namespace allaprima
