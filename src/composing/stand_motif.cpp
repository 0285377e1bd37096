#include "composing/stand_motif.h"

#include <cmath>
#include <vector>

#include "composing/bounds.h"
#include "composing/smooth_noise.h"

namespace allaprima {
namespace {

constexpr float kThird = 1.0f / 3.0f;
/// An upright motif may be so high, and with its melting borders so much wider than the third.
constexpr float kMostHeight = 0.94f, kOverlap = 1.2f;
constexpr float kOpaque = 0.4f;
/// Things that reach within this share of the motif's height of its highest are part of the highest.
constexpr float kHighest = 0.12f;
/// Borders wander by this share of their softness.
constexpr float kWander = 0.5f;

/// The row of each column's first opaque pixel; the motif's height where there is none.
std::vector<int> skyline(const Layer& motif) {
    const Size size = motif.size();
    std::vector<int> top(static_cast<size_t>(size.width), size.height);
    for (int y = size.height - 1; y >= 0; --y)
        for (int x = 0; x < size.width; ++x)
            if (motif.alpha.at(x, y) > kOpaque)
                top[static_cast<size_t>(x)] = y;
    return top;
}

/// What of the motif is opaque.
Bounds opaque_part(const Layer& motif) {
    const Size size = motif.size();
    int left = size.width, top = size.height, right = 0, bottom = 0;
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            if (motif.alpha.at(x, y) > kOpaque) {
                left = std::min(left, x);
                right = std::max(right, x + 1);
                top = std::min(top, y);
                bottom = y + 1;
            }
    if (right <= left)
        return {0.0f, 0.0f, static_cast<float>(size.width), static_cast<float>(size.height)};
    return {static_cast<float>(left), static_cast<float>(top), static_cast<float>(right),
            static_cast<float>(bottom)};
}

/// The middle of what rises highest.
float highest_at(const Layer& motif, const Bounds& part) {
    const std::vector<int> top = skyline(motif);
    double sum = 0.0, count = 0.0;
    for (size_t x = 0; x < top.size(); ++x)
        if (static_cast<float>(top[x]) <= part.top + kHighest * part.height()) {
            sum += static_cast<double>(x) + 0.5;
            count += 1.0;
        }
    return count > 0.0 ? static_cast<float>(sum / count) : 0.5f * (part.left + part.right);
}

/// Where the middle of a cropped motif is sought.
float anchor_of(const Layer& motif, const Bounds& part, MotifAnchor anchor) {
    switch (anchor) {
        case MotifAnchor::Left:
            return part.left;
        case MotifAnchor::Middle:
            return 0.5f * (part.left + part.right);
        case MotifAnchor::Right:
            return part.right;
        case MotifAnchor::Highest:
            break;
    }
    return highest_at(motif, part);
}

/// The part of the motif that goes into a shape this many times as wide as high.
Bounds upright_part(const Layer& motif, const Motif& wishes, float shape) {
    Bounds part = opaque_part(motif);
    const float width = part.height() * shape;
    if (part.width() <= width || wishes.fit == MotifFit::Whole)
        return part;
    const float middle = anchor_of(motif, part, wishes.anchor);
    const float left = std::clamp(middle - 0.5f * width, part.left, part.right - width);
    part.left = left;
    part.right = left + width;
    return part;
}

/// A soft border around a part of the canvas, given how wide it melts; its line wanders a little, so that no
/// straight edge shows. Pixels.
Image<float> soft_border(const Bounds& part, float soft, bool open_top, bool open_bottom, Size canvas,
                         const ThreadPool& workers) {
    Image<float> share(canvas);
    const float scale = 6.0f / static_cast<float>(canvas.long_side());
    for_rows(workers, canvas.height, [&](int y) {
        for (int x = 0; x < canvas.width; ++x) {
            const Vec2 at{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f};
            float inside = std::min(at.x - part.left, part.right - at.x);
            inside = open_top ? inside : std::min(inside, at.y - part.top);
            inside = open_bottom ? inside : std::min(inside, part.bottom - at.y);
            const float wander = soft > 1.0f ? kWander * soft * smooth_noise(at * scale, 9) : 0.0f;
            share.at(x, y) = smooth_step(0.0f, 1.0f, (inside + 0.35f * wander) / std::max(soft, 1e-3f));
        }
    });
    return share;
}

}  // namespace

StandingMotif stand_beside(const Layer& motif, const Motif& wishes, Size canvas, const ThreadPool& workers) {
    const auto w = static_cast<float>(canvas.width), h = static_cast<float>(canvas.height);
    const float wide = kThird * kOverlap * w, high = kMostHeight * h;
    const Bounds part = upright_part(motif, wishes, wide / high);
    const float scale = std::min(high / part.height(), wide / part.width());
    const float third = (wishes.place == MotifPlace::Left ? 0.5f * kThird : 1.0f - 0.5f * kThird) * w;
    // What is shown whole isn't cut by the picture's edge either.
    const float half = wishes.fit == MotifFit::Whole ? 0.5f * scale * part.width() : 0.0f;
    const float middle = std::clamp(third, half, w - half);
    const Placement place{
        scale, scale, {middle - scale * 0.5f * (part.left + part.right), h - scale * part.bottom}};
    const Bounds there = placed(part, place);
    // A thing cut out along its own outline needs no border beside it.
    const bool cut_left = part.left > 1.0f,
               cut_right = part.right < static_cast<float>(motif.size().width) - 1.0f;
    const float soft = wishes.softness * (cut_left || cut_right ? 0.9f : 0.4f) * there.width();
    const Bounds outer{there.left - 0.25f * soft, there.top - 0.25f * soft, there.right + 0.25f * soft,
                       there.bottom};
    return {placed(motif, place, canvas, true, workers),
            soft_border(outer, soft, part.top > 1.0f, true, canvas, workers)};
}

StandingMotif stand_in_box(const Layer& motif, const Motif& wishes, Size canvas, const ThreadPool& workers) {
    const auto w = static_cast<float>(canvas.width), h = static_cast<float>(canvas.height);
    const auto mw = static_cast<float>(motif.size().width), mh = static_cast<float>(motif.size().height);
    const float scale = std::max(1e-3f, std::min(wishes.box.width * w / mw, wishes.box.height * h / mh));
    const Placement place{scale,
                          scale,
                          {(wishes.box.x + 0.5f * wishes.box.width) * w - 0.5f * scale * mw,
                           (wishes.box.y + 0.5f * wishes.box.height) * h - 0.5f * scale * mh}};
    const Bounds there = placed(Bounds{0.0f, 0.0f, mw, mh}, place);
    const float soft = wishes.softness * 0.5f * std::min(there.width(), there.height());
    return {placed(motif, place, canvas, true, workers),
            soft_border(there, soft, false, false, canvas, workers)};
}

Layer scene_behind(const Layer& motif, Size canvas, const ThreadPool& workers) {
    const auto w = static_cast<float>(canvas.width), h = static_cast<float>(canvas.height);
    const auto mw = static_cast<float>(motif.size().width), mh = static_cast<float>(motif.size().height);
    const float scale = std::max(w / mw, h / mh);
    return placed(motif, {scale, scale, {0.5f * (w - scale * mw), 0.5f * (h - scale * mh)}}, canvas, true,
                  workers);
}

}  // namespace allaprima
