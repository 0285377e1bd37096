#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "brush/brush.h"
#include "model/brief.h"
#include "model/pen_path.h"
#include "model/plan.h"
#include "model/reference.h"
#include "model/study.h"

namespace allaprima {

/// What the last touches are made with.
struct TouchInputs {
    /// A map for each spatter of the brief, in their order: 0 to 1, any size; empty where its region is no
    /// mask.
    std::vector<Image<float>> masks = {};
    std::vector<PenPath> drawn = {};  ///< The lines of the signature's drawing; empty where there is a text.
    Brush drop;                       ///< For a drop of thrown paint.
    Brush rigger;                     ///< For signatures.
};

/// Makes the last touches, before the first stroke is planned: what the brief asks to be thrown, in the order
/// of the brief, and the signature. They depend on no stroke, so all that can be refused (a tube that is not
/// on the palette, a face that was not found, a letter that cannot be written) is refused before the work.
///
/// @param materials those of the painting.
/// @param warnings takes what will not come out well: a line each.
/// @return a plan of the last touches alone: passes "spatter" and "signature", with the brushes that they
/// need
///         added to those of the materials.
Result<Plan> make_last_touches(const Brief& brief, const Study& study, const Reference& reference,
                               const Materials& materials, const TouchInputs& inputs,
                               std::vector<std::string>& warnings);

/// Lays the last touches over a plan with the same materials; nothing is changed of what it holds.
void lay_last_touches(Plan& plan, const Plan& touches);

}  // namespace allaprima
