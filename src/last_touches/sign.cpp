#include "last_touches/sign.h"

#include <algorithm>
#include <cmath>

#include "base/rng.h"
#include "image/cie.h"
#include "last_touches/handwriting.h"
#include "planning/append_pass.h"
#include "planning/named_paint.h"

namespace allaprima {
namespace {

/// Of the height of a capital.
constexpr float kWidth = 0.085f, kTremor = 0.012f;
constexpr float kMargin = 0.9f;
/// A signature is at most so wide, and so high, a share of the canvas.
constexpr float kWidest = 0.8f, kHighest = 0.5f;
constexpr float kStandardShare = 1.0f / 40.0f;
/// Curves overlap by so much of their width, so that their round ends do not show.
constexpr float kOverlap = 0.5f;
/// Two inks that show on anything between them.
constexpr Rgb kDarkInk{0.10f, 0.085f, 0.08f}, kLightInk{0.95f, 0.91f, 0.82f};

constexpr int kPlaces = 8;  // looked at along a curve

BoundingBox bounding_box_of(std::span<const PenPath> lines) {
    BoundingBox bounds;
    for (const PenPath& line : lines)
        for (const Path& curve : line.curves)
            for (int k = 0; k <= kPlaces; ++k)
                bounds.include(curve.at(static_cast<float>(k) / kPlaces));
    return bounds;
}

/// A scale, then a shift.
struct Placing {
    float scale;
    Vec2 shift;
    Vec2 operator()(Vec2 p) const { return p * scale + shift; }
};

Placing placing_of(std::span<const PenPath> lines, float unit, const Signing& signing) {
    const BoundingBox bounds = bounding_box_of(lines);
    const Vec2 size = bounds.size(), canvas = signing.canvas_mm;
    float scale = signing.height_mm / unit;
    scale = std::min(scale, kWidest * canvas.x / std::max(size.x, 1e-6f));
    scale = std::min(scale, kHighest * canvas.y / std::max(size.y, 1e-6f));
    const float margin = std::min(kMargin * scale * unit, 0.09f * std::min(canvas.x, canvas.y));
    const bool right = signing.corner == Corner::BottomRight || signing.corner == Corner::TopRight;
    const bool bottom = signing.corner == Corner::BottomRight || signing.corner == Corner::BottomLeft;
    return {scale,
            {right ? canvas.x - margin - bounds.high.x * scale : margin - bounds.low.x * scale,
             bottom ? canvas.y - margin - bounds.high.y * scale : margin - bounds.low.y * scale}};
}

/// The curve from share a to share b of its parameter, which may lie beyond its ends.
Path part_of(const Path& path, float a, float b) {
    const auto blossom = [&](float s, float t) {
        return path.points[0] * ((1.0f - s) * (1.0f - t)) +
               path.points[1] * (s * (1.0f - t) + t * (1.0f - s)) + path.points[2] * (s * t);
    };
    return {{blossom(a, a), blossom(a, b), blossom(b, b)}};
}

/// How hard the hand presses at share u of a curve: harder downwards.
float pressure(const Path& path, float u) {
    const Vec2 way = (path.points[1] - path.points[0]) * (1.0f - u) + (path.points[2] - path.points[1]) * u;
    const float down = way.y / std::max(length(way), 1e-6f);
    return 0.8f + 0.35f * down;
}

/// Writes one line after the other.
class Writing {
  public:
    Writing(const Signing& signing, float capital)
        : signing_(signing), capital_(capital), rng_(signing.seed, 0x5169) {}

    void write(const PenPath& line, const Placing& placed) {
        const size_t count = line.curves.size();
        Vec2 from = count > 0 ? trembling(placed(line.curves.front().points[0])) : Vec2{};
        for (size_t i = 0; i < count; ++i) {
            const std::array<Vec2, 3>& points = line.curves[i].points;
            const Vec2 to = trembling(placed(points[2]));
            lay({{from, trembling(placed(points[1])), to}}, i == 0 && count > 1, i + 1 == count && count > 1);
            from = to;
        }
    }

    std::vector<Stroke> strokes() { return std::move(strokes_); }

  private:
    Vec2 trembling(Vec2 p) {
        const float most = kTremor * capital_;
        const float x = rng_.between(-most, most), y = rng_.between(-most, most);
        return p + Vec2{x, y};
    }

    /// @param first, last whether the hand comes down or goes up there; a dot is pressed all over.
    void lay(const Path& curve, bool first, bool last) {
        constexpr float kTip = 0.45f;  // of the usual width, where a line begins and ends
        const float width = kWidth * capital_;
        const float way = PlannedWay(curve).length();
        const float over = kOverlap * width / std::max(way, 0.5f * width);
        strokes_.push_back({.path = part_of(curve, first ? 0.0f : -over, last ? 1.0f : 1.0f + over),
                            .width_start = width * pressure(curve, 0.0f) * (first ? kTip : 1.0f),
                            .width_end = width * pressure(curve, 1.0f) * (last ? kTip : 1.0f),
                            .paint = signing_.paint,
                            .load = 0.75f,
                            .brush = signing_.brush,
                            .seed = rng_.bits()});
    }

    const Signing& signing_;
    float capital_;
    Rng rng_;
    std::vector<Stroke> strokes_;
};

Rgb mean_of(const Image<Rgb>& picture, const ShareRect& part) {
    const auto pixel = [](float share, int side) {
        return std::clamp(static_cast<int>(share * static_cast<float>(side)), 0, side - 1);
    };
    const int x0 = pixel(part.x, picture.width()), x1 = pixel(part.x + part.width, picture.width());
    const int y0 = pixel(part.y, picture.height()), y1 = pixel(part.y + part.height, picture.height());
    Rgb sum;
    for (int y = y0; y <= y1; ++y)
        for (int x = x0; x <= x1; ++x)
            sum = sum + picture.at(x, y);
    return sum * (1.0f / static_cast<float>((x1 - x0 + 1) * (y1 - y0 + 1)));
}

/// Of the two inks the one that is farther from what lies beneath.
Paint paint_that_shows(Rgb beneath, const Palette& palette) {
    const float ground = lab_of_srgb(beneath).lightness;
    const Paint dark = paint_like(kDarkInk, palette), light = paint_like(kLightInk, palette);
    const auto contrast = [&](const Paint& paint) {
        return std::fabs(lab_of_srgb(paint.colour).lightness - ground);
    };
    return contrast(light) > contrast(dark) ? light : dark;
}

/// The rigger held upright: the points that its strokes end in would show at every join.
Brush held_upright(Brush rigger) {
    rigger.tip = 1.0f;
    return rigger;
}

}  // namespace

float signature_height(const Signature& signature, Vec2 canvas_mm) {
    return signature.height_mm > 0.0f ? signature.height_mm : kStandardShare * canvas_mm.y;
}

std::vector<Stroke> signature_strokes(std::span<const PenPath> lines, float unit, const Signing& signing) {
    if (lines.empty())
        return {};
    const Placing placed = placing_of(lines, unit, signing);
    Writing writing(signing, placed.scale * unit);
    for (const PenPath& line : lines)
        writing.write(line, placed);
    return writing.strokes();
}

ShareRect signature_place(std::span<const Stroke> strokes, Vec2 canvas_mm) {
    if (strokes.empty())
        return {};
    BoundingBox bounds;
    for (const Stroke& stroke : strokes)
        for (int k = 0; k <= kPlaces; ++k)
            bounds.include(stroke.path.at(static_cast<float>(k) / kPlaces));
    return {bounds.low.x / canvas_mm.x, bounds.low.y / canvas_mm.y, bounds.size().x / canvas_mm.x,
            bounds.size().y / canvas_mm.y};
}

Status add_signature(Plan& plan, const Signature& signature, std::span<const PenPath> drawn,
                     const Image<Rgb>& beneath, const Brush& rigger) {
    std::vector<PenPath> lines(drawn.begin(), drawn.end());
    float unit = 1.0f;
    if (!signature.text.empty()) {
        Result<std::vector<PenPath>> written = handwritten(signature.text);
        if (!written)
            return written.error();
        lines = std::move(written).value();
    } else if (!lines.empty()) {
        unit = std::max(bounding_box_of(lines).size().y, 1e-3f * bounding_box_of(lines).size().x);
    }
    const Vec2 canvas{plan.width_mm, plan.height_mm};
    Signing signing{.canvas_mm = canvas,
                    .height_mm = signature_height(signature, canvas),
                    .corner = signature.corner,
                    .paint = {},
                    .brush = 0,
                    .seed = scramble(lines.size())};
    std::vector<Stroke> strokes = signature_strokes(lines, unit, signing);
    if (strokes.empty())
        return Done{};
    Paint paint;
    if (signature.colour.empty()) {
        paint = paint_that_shows(mean_of(beneath, signature_place(strokes, canvas)), plan.materials.palette);
    } else {
        const Result<Paint> named = named_paint(signature.colour, plan.materials.palette, "signature");
        if (!named)
            return named.error();
        paint = *named;
    }
    const int brush = brush_number(plan, held_upright(rigger));
    for (Stroke& stroke : strokes) {
        stroke.paint = paint;
        stroke.brush = brush;
    }
    append_pass(plan, "signature", strokes);
    return Done{};
}

}  // namespace allaprima
