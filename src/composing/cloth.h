#pragma once
#include "composing/layer.h"
#include "model/brief.h"

namespace allaprima {

/// Hangs a motif over the whole canvas like cloth: stretched to cover it (by up to half in one direction,
/// then cut at the right and below), or repeated. Folds run down it, a little aslant; they shift its pattern
/// as they come forward, gather it where they turn away, and shade it.
///
/// @param motif its picture.
/// @param light_from_left from which side the folds are lit.
Layer hang_cloth(const Layer& motif, const Motif& wishes, bool light_from_left, Size canvas,
                 const ThreadPool& workers);

}  // namespace allaprima
