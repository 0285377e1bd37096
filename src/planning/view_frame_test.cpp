#include "planning/view_frame.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

const CloseView kView{{10, 20, 40, 60}, 3, {}};
constexpr DraftStroke kSomeStroke{.points = {Vec2{12.0f, 30.0f}, Vec2{20.0f, 33.0f}, Vec2{30.0f, 40.0f}},
                                  .half_width = {1.0f, 2.0f},
                                  .fade = 1.5f,
                                  .colour = {}};

TEST(ViewFrame, TellsPlacesFromItsCornerInItsOwnPixels) {
    const DraftStroke seen = ViewFrame(kView).seen(kSomeStroke, 3.0f);
    EXPECT_EQ(seen.points[0], (Vec2{6.0f, 30.0f}));
    EXPECT_EQ(seen.half_width[1], 6.0f);
    EXPECT_EQ(seen.fade, 4.5f);
}

TEST(ViewFrame, ABorderIsAsWideAsItWasPlanned) {
    // The planned edge of the reference's own strokes is three times the view's.
    const DraftStroke seen = ViewFrame(kView).seen(kSomeStroke, 1.0f);
    EXPECT_EQ(kPlannedEdge + seen.fade, 3.0f * (kPlannedEdge + kSomeStroke.fade));
}

TEST(ViewFrame, BackIsTheSameStroke) {
    const ViewFrame frame(kView);
    for (const float finer : {1.0f, 2.0f, 3.0f}) {
        const DraftStroke back = frame.unseen(frame.seen(kSomeStroke, finer), finer);
        for (size_t k = 0; k < 3; ++k)
            EXPECT_NEAR(length(back.points[k] - kSomeStroke.points[k]), 0.0f, 1e-5f);
        EXPECT_NEAR(back.half_width[0], kSomeStroke.half_width[0], 1e-6f);
        EXPECT_NEAR(back.fade, kSomeStroke.fade, 1e-6f);
    }
}

TEST(ViewFrame, WhatReachesOverTheBorderLiesNotWithin) {
    const Size size{90, 120};
    const DraftStroke seen = ViewFrame(kView).seen(kSomeStroke, 3.0f);
    EXPECT_FALSE(lies_within(seen, size)) << "its border reaches over the left side";
    EXPECT_TRUE(may_touch(seen, size));
    DraftStroke inside = kSomeStroke, away = kSomeStroke;
    for (size_t k = 0; k < 3; ++k) {
        inside.points[k].x += 5.0f;
        away.points[k].x += 60.0f;
    }
    EXPECT_TRUE(lies_within(ViewFrame(kView).seen(inside, 3.0f), size));
    EXPECT_FALSE(may_touch(ViewFrame(kView).seen(away, 3.0f), size));
}

}  // namespace
}  // namespace allaprima
