#include "seeing/focus_map.h"

#include <algorithm>
#include <cmath>

#include "image/filters.h"
#include "seeing/hands.h"
#include "seeing/region_map.h"
#include "seeing/saliency.h"

namespace allaprima {
namespace {

/// How much more a face's error counts than the rest of the picture's, and the eyes' and the mouth's than the
/// face's; the same of hands and of what is salient.
constexpr float kFaceWeight = 12.0f;
constexpr float kEyeWeight = 5.0f, kMouthWeight = 3.0f;
constexpr float kHandWeight = 8.0f;
constexpr float kSalientWeight = 0.6f;
/// How far a face goes, in its box: to where its error counts about a third of what it does in its middle.
constexpr float kBoxReach = 1.25f;
/// Finished in full counts so many times what half finished does.
constexpr float kFinishFactor = 6.0f;

/// 1 in a box with rounded corners, so many times as large, and falling to 0 around it within a quarter of
/// its size.
float rounded_box(Vec2 p, const ShareRect& box, float larger) {
    const float x = (p.x - box.x - 0.5f * box.width) / (0.5f * larger * box.width);
    const float y = (p.y - box.y - 0.5f * box.height) / (0.5f * larger * box.height);
    const float r4 = x * x * x * x + y * y * y * y;
    return std::exp(-r4 * r4);
}

/// How much more than elsewhere an error counts at a point of a face, 0 away from it; all in shares of the
/// picture.
float weight_of_face(Vec2 p, const Face& face) {
    const ShareRect& box = face.box;
    const float whole = rounded_box(p, box, kBoxReach);
    float eyes = 0.0f;
    for (const ShareRect& eye : face.eyes)
        eyes = std::max(eyes, bump_about(p, eye, 1.6f));
    const float mouth = face.mouth ? bump_about(p, *face.mouth, 1.3f) : 0.0f;
    return kFaceWeight * whole + std::max(kEyeWeight * eyes, kMouthWeight * mouth);
}

float factor_of_finish(float finish) {
    return std::pow(kFinishFactor, 2.0f * finish - 1.0f);
}

/// What the painter takes to matter, unasked.
Image<float> own_attention(const Image<Rgb>& picture, const Seen& seen, const FocusWishes& wishes) {
    const Image<float> salient = saliency(picture);
    const float subject = factor_of_finish(wishes.subject_finish);
    const float background = factor_of_finish(wishes.background_finish);
    Image<float> weight(picture.size());
    for (int y = 0; y < weight.height(); ++y)
        for (int x = 0; x < weight.width(); ++x) {
            const float inside = seen.figure.empty() ? 1.0f : seen.figure.at(x, y);
            float attention = 1.0f + kSalientWeight * salient.at(x, y);
            if (!seen.hands.empty())
                attention += kHandWeight * seen.hands.at(x, y);
            float of_faces = 0.0f;
            for (const Face& face : seen.faces)
                of_faces = std::max(of_faces, weight_of_face(share_of(x, y, weight.size()), face));
            // A face is a person's also where the cut-out has missed it.
            weight.at(x, y) = attention * std::lerp(background, subject, inside) + of_faces * subject;
        }
    return weight;
}

void lay_marks(const FocusWishes& wishes, const Seen& seen, Image<float>& weight) {
    auto mask = wishes.masks.begin();
    for (const FocusMark& mark : wishes.marks) {
        const bool masked = mark.region.kind == Region::Kind::Mask && mask != wishes.masks.end();
        const Image<float> region = masked ? resized(*mask++, weight.size()) : region_map(mark.region, seen);
        for (size_t i = 0; i < weight.pixels().size(); ++i)
            weight.pixels()[i] *= std::lerp(1.0f, mark.weight, region.pixels()[i]);
    }
}

/// Mean 1; where nothing counts, everything counts the same.
void scale_to_mean_one(Image<float>& weight) {
    double sum = 0.0;
    for (const float w : weight.pixels())
        sum += w;
    if (sum <= 0.0) {
        std::ranges::fill(weight.pixels(), 1.0f);
        return;
    }
    const auto scale = static_cast<float>(static_cast<double>(weight.size().area()) / sum);
    for (float& w : weight.pixels())
        w *= scale;
}

}  // namespace

Image<float> focus_map(const Image<Rgb>& picture, const std::vector<Face>& faces, const Image<float>& figure,
                       const FocusWishes& wishes) {
    const bool plain = wishes.focus == Focus::None;
    const bool hands_matter = !plain || std::ranges::any_of(wishes.marks, [](const FocusMark& mark) {
        return mark.region.kind == Region::Kind::Hands;
    });
    const Image<float> hands = hands_matter ? find_hands(picture, faces, figure) : Image<float>();
    const Seen seen{picture.size(), faces, figure, hands};
    Image<float> weight = plain ? Image<float>(picture.size(), 1.0f) : own_attention(picture, seen, wishes);
    lay_marks(wishes, seen, weight);
    if (!plain || !wishes.marks.empty())
        scale_to_mean_one(weight);
    return weight;
}

}  // namespace allaprima
