#pragma once
#include <cstddef>
#include <span>
#include <vector>

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

/// The strokes of a draft that may be seen in a close view, as it has them.
struct StrokesInView {
    std::vector<size_t> of;            ///< For each its place in the draft.
    std::vector<DraftStroke> strokes;  ///< In pixels of the view.
    std::vector<char> chosen;          ///< Those that may be changed.
};

/// Whether a stroke lies wholly within a picture of this size, borders and all.
bool lies_within(const DraftStroke& stroke, Size size);
/// Whether it may touch it.
bool may_touch(const DraftStroke& stroke, Size size);
/// Whether the middle of its centre line lies there.
bool middle_lies_within(const DraftStroke& stroke, Size size);

/// @param finer how many times as finely as the reference each stroke was planned.
/// @param choose says of one, by its place in the draft and as the view has it, whether it may be changed.
template <typename Choose>
StrokesInView strokes_in(const ViewFrame& frame, Size size, std::span<const DraftStroke> strokes,
                         std::span<const float> finer, Choose choose) {
    StrokesInView in;
    for (size_t i = 0; i < strokes.size(); ++i) {
        const DraftStroke seen = frame.seen(strokes[i], finer[i]);
        if (!may_touch(seen, size))
            continue;
        in.of.push_back(i);
        in.strokes.push_back(seen);
        in.chosen.push_back(choose(i, seen));
    }
    return in;
}

}  // namespace allaprima
