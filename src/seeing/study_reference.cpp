#include "seeing/study_reference.h"

#include <algorithm>
#include <cmath>

#include "image/filters.h"

namespace allaprima {
namespace {

/// How much more a face's error counts than the rest of the picture's, and the eyes' and the mouth's
/// than the face's.
constexpr float kFaceWeight = 7.0f;
constexpr float kFeatureWeight = 10.0f;

Structure structure_of(const Image<Rgb>& picture) {
    const Size size = picture.size();
    Structure s{Image<float>(size), Image<float>(size), Image<float>(size)};
    auto pixel = [&](int x, int y) {
        return picture.at(std::clamp(x, 0, size.width - 1), std::clamp(y, 0, size.height - 1));
    };
    auto product = [](Rgb a, Rgb b) { return a.r * b.r + a.g * b.g + a.b * b.b; };
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const Rgb across = pixel(x + 1, y) - pixel(x - 1, y);
            const Rgb down = pixel(x, y + 1) - pixel(x, y - 1);
            s.xx.at(x, y) = product(across, across);
            s.xy.at(x, y) = product(across, down);
            s.yy.at(x, y) = product(down, down);
        }
    return s;
}

/// A bump of height 1 that is nearly flat inside an ellipse and gone at about 1.3 times its radii.
float bump(Vec2 p, Vec2 centre, Vec2 radius) {
    const Vec2 d{(p.x - centre.x) / radius.x, (p.y - centre.y) / radius.y};
    const float r2 = dot(d, d);
    return std::exp(-r2 * r2);
}

/// Where the eyes and the mouth sit in the detector's box, in shares of it.
float weight_in_face(Vec2 p, const ShareRect& box) {
    const Vec2 q{(p.x - box.x) / box.width, (p.y - box.y) / box.height};
    const float face = bump(q, {0.5f, 0.45f}, {0.72f, 0.95f});
    const float eyes =
        std::max(bump(q, {0.29f, 0.30f}, {0.20f, 0.14f}), bump(q, {0.71f, 0.30f}, {0.20f, 0.14f}));
    const float mouth = bump(q, {0.5f, 0.77f}, {0.28f, 0.13f});
    return kFaceWeight * face + kFeatureWeight * std::max(eyes, 0.5f * mouth);
}

Image<float> focus_map(Size size, const std::vector<Face>& faces) {
    Image<float> focus(size, 1.0f);
    double sum = 0.0;
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const Vec2 p{(static_cast<float>(x) + 0.5f) / static_cast<float>(size.width),
                         (static_cast<float>(y) + 0.5f) / static_cast<float>(size.height)};
            for (const Face& face : faces)
                focus.at(x, y) = std::max(focus.at(x, y), 1.0f + weight_in_face(p, face.box));
            sum += focus.at(x, y);
        }
    const auto scale = static_cast<float>(static_cast<double>(size.area()) / sum);
    for (float& weight : focus.pixels())
        weight *= scale;
    return focus;
}

}  // namespace

Study study_reference(const Reference& reference, std::vector<Face> faces, Focus focus) {
    Study study;
    study.structure = structure_of(reference.colour);
    study.focus =
        focus == Focus::None ? Image<float>(reference.size(), 1.0f) : focus_map(reference.size(), faces);
    study.faces = std::move(faces);
    return study;
}

Structure smoothed(const Structure& structure, float sigma) {
    Structure s{blurred(structure.xx, sigma), blurred(structure.xy, sigma), blurred(structure.yy, sigma)};
    // Running sums leave rounding errors where nothing is; energies cannot be negative.
    for (Image<float>* energy : {&s.xx, &s.yy})
        for (float& value : energy->pixels())
            value = std::max(0.0f, value);
    return s;
}

Flow flow_at(const Structure& structure, int x, int y) {
    const float xx = structure.xx.at(x, y), xy = structure.xy.at(x, y), yy = structure.yy.at(x, y);
    const float strength = std::hypot(xx - yy, 2.0f * xy);
    // The gradient turns by half the angle of the tensor; the form runs at a right angle to it.
    const float gradient = 0.5f * std::atan2(2.0f * xy, xx - yy);
    return {{-std::sin(gradient), std::cos(gradient)}, strength / (xx + yy + 1e-6f)};
}

}  // namespace allaprima
