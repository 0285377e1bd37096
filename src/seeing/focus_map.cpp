#include "seeing/focus_map.h"

#include <algorithm>
#include <cmath>

#include "image/filters.h"
#include "seeing/hands.h"
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
/// The border of a marked region, as a share of the picture's shorter side.
constexpr float kMarkSoftness = 0.01f;

/// A bump of height 1 that is nearly flat inside an ellipse and gone at about 1.3 times its radii.
float bump(Vec2 p, Vec2 centre, Vec2 radius) {
    const Vec2 d{(p.x - centre.x) / radius.x, (p.y - centre.y) / radius.y};
    const float r2 = dot(d, d);
    return std::exp(-r2 * r2);
}

/// The same around a box, so many times as large.
float bump_about(Vec2 p, const ShareRect& box, float larger) {
    return bump(p, {box.x + 0.5f * box.width, box.y + 0.5f * box.height},
                {0.5f * larger * box.width, 0.5f * larger * box.height});
}

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

Vec2 share_of(int x, int y, Size size) {
    return {(static_cast<float>(x) + 0.5f) / static_cast<float>(size.width),
            (static_cast<float>(y) + 0.5f) / static_cast<float>(size.height)};
}

float factor_of_finish(float finish) {
    return std::pow(kFinishFactor, 2.0f * finish - 1.0f);
}

/// What the painter takes to matter, unasked.
Image<float> own_attention(const Image<Rgb>& picture, const std::vector<Face>& faces,
                           const Image<float>& figure, const FocusWishes& wishes) {
    const Image<float> salient = saliency(picture);
    const Image<float> hands = find_hands(picture, faces, figure);
    const float subject = factor_of_finish(wishes.subject_finish);
    const float background = factor_of_finish(wishes.background_finish);
    Image<float> weight(picture.size());
    for (int y = 0; y < weight.height(); ++y)
        for (int x = 0; x < weight.width(); ++x) {
            const float inside = figure.empty() ? 1.0f : figure.at(x, y);
            float attention = 1.0f + kSalientWeight * salient.at(x, y);
            if (!hands.empty())
                attention += kHandWeight * hands.at(x, y);
            float of_faces = 0.0f;
            for (const Face& face : faces)
                of_faces = std::max(of_faces, weight_of_face(share_of(x, y, weight.size()), face));
            // A face is a person's also where the cut-out has missed it.
            weight.at(x, y) = attention * std::lerp(background, subject, inside) + of_faces * subject;
        }
    return weight;
}

/// The share of a pixel that belongs to a figure of hard borders, 0 to 1, from its signed distance inside.
float inside_share(float distance, float softness) {
    return std::clamp(0.5f + distance / softness, 0.0f, 1.0f);
}

/// How far each pixel belongs to a marked region.
Image<float> region_map(const Region& region, Size size, const std::vector<Face>& faces,
                        const Image<float>& figure, const Image<float>* mask) {
    if (region.kind == Region::Kind::Everywhere || (region.kind == Region::Kind::Subject && figure.empty()))
        return Image<float>(size, 1.0f);
    if (region.kind == Region::Kind::Mask)
        return mask && !mask->empty() ? resized(*mask, size) : Image<float>(size);
    const auto width = static_cast<float>(size.width), height = static_cast<float>(size.height);
    const float softness = std::max(1.0f, kMarkSoftness * std::min(width, height));
    Image<float> map(size);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const Vec2 p = share_of(x, y, size);
            float& here = map.at(x, y);
            if (region.kind == Region::Kind::Face)
                for (const Face& face : faces)
                    here = std::max(here, bump_about(p, face.box, 1.3f));
            else if (region.kind == Region::Kind::Subject)
                here = figure.at(x, y);
            else if (region.kind == Region::Kind::Background)
                here = figure.empty() ? 0.0f : 1.0f - figure.at(x, y);
            else if (region.kind == Region::Kind::Circle)
                here = inside_share(region.radius * width - std::hypot((p.x - region.centre.x) * width,
                                                                       (p.y - region.centre.y) * height),
                                    softness);
            else
                here = inside_share(std::min({(p.x - region.box.x) * width, (p.y - region.box.y) * height,
                                              (region.box.x + region.box.width - p.x) * width,
                                              (region.box.y + region.box.height - p.y) * height}),
                                    softness);
        }
    return map;
}

void lay_marks(const FocusWishes& wishes, const std::vector<Face>& faces, const Image<float>& figure,
               Image<float>& weight) {
    auto mask = wishes.masks.begin();
    for (const FocusMark& mark : wishes.marks) {
        const bool masked = mark.region.kind == Region::Kind::Mask && mask != wishes.masks.end();
        const Image<float> region =
            region_map(mark.region, weight.size(), faces, figure, masked ? &*mask : nullptr);
        if (masked)
            ++mask;
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
    Image<float> weight =
        plain ? Image<float>(picture.size(), 1.0f) : own_attention(picture, faces, figure, wishes);
    lay_marks(wishes, faces, figure, weight);
    if (!plain || !wishes.marks.empty())
        scale_to_mean_one(weight);
    return weight;
}

}  // namespace allaprima
