#pragma once
#include <vector>

#include "model/brief.h"
#include "model/study.h"

namespace allaprima {

/// What was asked of the focus.
struct FocusWishes {
    Focus focus = Focus::Auto;
    std::vector<FocusMark> marks = {};
    std::vector<Image<float>> masks =
        {};  ///< For each mark of Region::Kind::Mask, in their order, its picture: 0 to 1.
    float subject_finish = 0.5f;  ///< As in Brief.
    float background_finish = 0.3f;
};

/// How much each pixel's error counts; mean 1.
///
/// With Focus::Auto, faces count more by their importance, their eyes and mouths most; then hands, what they
/// hold, and animals, and mildly what is salient;
/// and the figure by its finish, the background by its own. Without a figure told apart all is figure. Marks
/// multiply what there is, each in its region; with Focus::None they are all there is.
///
/// @param picture sRGB-encoded. @param figure of the picture's size, or empty.
Image<float> focus_map(const Image<Rgb>& picture, const Sights& sight, const Image<float>& figure,
                       const FocusWishes& wishes);

}  // namespace allaprima
