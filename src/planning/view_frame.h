#pragma once
#include "model/reference.h"
#include "planning/draft_stroke.h"

namespace allaprima {

/// How strokes are told in a close view: where its corner is, and how large its pixels are.
struct ViewFrame {
    Vec2 corner;         ///< Pixels of the reference.
    float scale = 1.0f;  ///< Pixels of the view for one of the reference's.

    explicit ViewFrame(const CloseView& view)
        : corner{static_cast<float>(view.area.x0), static_cast<float>(view.area.y0)},
          scale(static_cast<float>(view.finer)) {}

    /// A stroke of the reference as the view has it. Its border is as wide as it was planned.
    /// @param finer how many times as finely as the reference it was planned.
    DraftStroke seen(DraftStroke stroke, float finer) const;
    /// And back.
    DraftStroke unseen(DraftStroke stroke, float finer) const;
};

/// Whether a stroke lies wholly within a picture of this size, borders and all.
bool lies_within(const DraftStroke& stroke, Size size);
/// Whether it may touch it.
bool may_touch(const DraftStroke& stroke, Size size);

}  // namespace allaprima
