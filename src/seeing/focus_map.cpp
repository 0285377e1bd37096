#include "seeing/focus_map.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "image/filters.h"
#include "seeing/region_map.h"
#include "seeing/saliency.h"
#include "seeing/shape_map.h"

namespace allaprima {
namespace {

/// How much more a face's error counts than the rest of the picture's, and the eyes' and the mouth's than the
/// face's; the same of hands and of what is salient.
constexpr float kFaceWeight = 12.0f;
constexpr float kEyeWeight = 5.0f, kMouthWeight = 3.0f;
/// By the word of kSightingWords; a person counts as the figure does.
constexpr std::array kSightingWeights{8.0f, 6.0f, 0.0f, 8.0f};
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
    const float reach = kBoxReach * 1.5f;
    if (std::fabs(p.x - box.x - 0.5f * box.width) > reach * box.width ||
        std::fabs(p.y - box.y - 0.5f * box.height) > reach * box.height)
        return 0.0f;
    const float whole = rounded_box(p, box, kBoxReach);
    float eyes = 0.0f;
    for (const ShareRect& eye : face.eyes)
        eyes = std::max(eyes, bump_about(p, eye, 1.6f));
    const float mouth = face.mouth ? bump_about(p, *face.mouth, 1.3f) : 0.0f;
    return face.importance * (kFaceWeight * whole + std::max(kEyeWeight * eyes, kMouthWeight * mouth));
}

float factor_of_finish(float finish) {
    return std::pow(kFinishFactor, 2.0f * finish - 1.0f);
}

/// How much more an error counts at hands and other things that are seen.
Image<float> weight_of_others(const std::vector<Sighting>& others, Size size) {
    Image<float> weight(size);
    for (const Sighting& sighting : others) {
        const float most = kSightingWeights.at(static_cast<size_t>(sighting.kind));
        if (most <= 0.0f)
            continue;
        const Image<float> shape = shape_of(sighting, size);
        for (size_t i = 0; i < weight.pixels().size(); ++i)
            weight.pixels()[i] = std::max(weight.pixels()[i], most * shape.pixels()[i]);
    }
    return weight;
}

/// What the painter takes to matter, unasked.
Image<float> own_attention(const Image<Rgb>& picture, const Seen& seen, const FocusWishes& wishes) {
    const Image<float> salient = saliency(picture);
    const float subject = factor_of_finish(wishes.subject_finish);
    const float background = factor_of_finish(wishes.background_finish);
    const Image<float> others = weight_of_others(seen.others, picture.size());
    Image<float> weight(picture.size());
    for (int y = 0; y < weight.height(); ++y)
        for (int x = 0; x < weight.width(); ++x) {
            const float inside = seen.figure.empty() ? 1.0f : seen.figure.at(x, y);
            const float attention = 1.0f + kSalientWeight * salient.at(x, y);
            float of_faces = 0.0f;
            for (const Face& face : seen.faces)
                of_faces = std::max(of_faces, weight_of_face(share_of(x, y, weight.size()), face));
            // Faces and hands are a person's also where the cut-out has missed it.
            weight.at(x, y) = attention * std::lerp(background, subject, inside) +
                              std::max(of_faces, others.at(x, y)) * subject;
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

Image<float> focus_map(const Image<Rgb>& picture, const Sights& sight, const Image<float>& figure,
                       const FocusWishes& wishes) {
    const bool plain = wishes.focus == Focus::None;
    const Seen seen{picture.size(), sight.faces, figure, sight.others};
    Image<float> weight = plain ? Image<float>(picture.size(), 1.0f) : own_attention(picture, seen, wishes);
    lay_marks(wishes, seen, weight);
    if (!plain || !wishes.marks.empty())
        scale_to_mean_one(weight);
    return weight;
}

}  // namespace allaprima
