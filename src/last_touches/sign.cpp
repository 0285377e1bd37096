#include "last_touches/sign.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/rng.h"
#include "image/cie.h"
#include "last_touches/handwriting.h"
#include "last_touches/named_paint.h"
#include "planning/append_pass.h"

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
/// By how much in L* it has to differ from what is beneath to be read, where it differs least.
constexpr float kLegible = 25.0f;

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

/// The lightness (L*) beneath a signature, all along its strokes.
std::vector<float> lightness_beneath(std::span<const Stroke> strokes, const Image<Rgb>& picture,
                                     Vec2 canvas_mm) {
    std::vector<float> found;
    const auto pixel = [](float share, int side) {
        return std::clamp(static_cast<int>(share * static_cast<float>(side)), 0, side - 1);
    };
    for (const Stroke& stroke : strokes)
        for (int k = 0; k <= kPlaces; ++k) {
            const Vec2 at = stroke.path.at(static_cast<float>(k) / kPlaces);
            found.push_back(lab_of_srgb(picture.at(pixel(at.x / canvas_mm.x, picture.width()),
                                                   pixel(at.y / canvas_mm.y, picture.height())))
                                .lightness);
        }
    return found;
}

/// How far a paint differs in L* from what is beneath it where it differs least, but for a tenth of it.
float legibility(const Paint& paint, std::span<const float> beneath) {
    const float ink = lab_of_srgb(paint.colour).lightness;
    std::vector<float> apart;
    for (const float lightness : beneath)
        apart.push_back(std::fabs(lightness - ink));
    const auto tenth = apart.begin() + static_cast<std::ptrdiff_t>(apart.size() / 10);
    std::ranges::nth_element(apart, tenth);
    return *tenth;
}

/// What is written.
struct Lines {
    std::vector<PenPath> paths;
    float unit;  ///< Of theirs, which is as high as the signature's capitals, or as all of a drawing.
};

Result<Lines> lines_of(const Signature& signature, std::span<const PenPath> drawn) {
    if (!signature.text.empty()) {
        Result<std::vector<PenPath>> written = handwritten(signature.text);
        return written ? Result(Lines{std::move(written).value(), 1.0f}) : written.error();
    }
    if (drawn.empty())
        return Lines{{}, 1.0f};
    const Vec2 size = bounding_box_of(drawn).size();
    return Lines{{drawn.begin(), drawn.end()}, std::max(size.y, 1e-3f * size.x)};
}

/// The paints that a signature may be written with.
using Inks = std::vector<Paint>;

Result<Inks> inks_of(const Signature& signature, const Palette& palette) {
    if (signature.colour.empty())
        return Inks{paint_like(kDarkInk, palette), paint_like(kLightInk, palette)};
    const Result<Paint> named = named_paint(signature.colour, palette, "signature");
    return named ? Result(Inks{*named}) : named.error();
}

/// A paint on what is beneath it.
struct Shown {
    Paint paint;
    float contrast;  ///< Its legibility there.
};

/// The one of the inks that shows best where it shows least.
Shown best_shown(const Inks& inks, std::span<const float> beneath) {
    Shown best{inks.front(), legibility(inks.front(), beneath)};
    for (const Paint& ink : inks)
        if (const float contrast = legibility(ink, beneath); contrast > best.contrast)
            best = {ink, contrast};
    return best;
}

/// What to say of a signature that does not show, and which corner is better, if one is.
template <typename ShownIn>
std::string hard_to_read(Corner corner, const ShownIn& shown_in) {
    std::string text = std::string("the signature is hard to read in the ") +
                       kCornerWords[static_cast<size_t>(corner)] + " corner";
    float most = 0.0f;
    const char* better = nullptr;
    for (size_t i = 0; i < kCornerWords.size(); ++i)
        if (const float contrast = shown_in(static_cast<Corner>(i)).contrast;
            contrast >= kLegible && contrast > most) {
            most = contrast;
            better = kCornerWords[i];
        }
    return better ? text + "; in the " + better + " corner it shows" : text;
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
                     const Image<Rgb>& beneath, const Brush& rigger, std::vector<std::string>& warnings) {
    const Result<Lines> lines = lines_of(signature, drawn);
    if (!lines)
        return lines.error();
    const Vec2 canvas{plan.width_mm, plan.height_mm};
    const auto written_in = [&](Corner corner) {
        return signature_strokes(lines->paths, lines->unit,
                                 {.canvas_mm = canvas,
                                  .height_mm = signature_height(signature, canvas),
                                  .corner = corner,
                                  .paint = {},
                                  .brush = 0,
                                  .seed = scramble(lines->paths.size())});
    };
    std::vector<Stroke> strokes = written_in(signature.corner);
    if (strokes.empty())
        return Done{};
    const Result<Inks> inks = inks_of(signature, plan.materials.palette);
    if (!inks)
        return inks.error();
    const auto shown_in = [&](Corner corner) {
        return best_shown(*inks, lightness_beneath(written_in(corner), beneath, canvas));
    };
    const Shown here = shown_in(signature.corner);
    if (here.contrast < kLegible)
        warnings.push_back(hard_to_read(signature.corner, shown_in));
    const int brush = brush_number(plan, held_upright(rigger));
    for (Stroke& stroke : strokes) {
        stroke.paint = here.paint;
        stroke.brush = brush;
    }
    append_pass(plan, kSignaturePass, strokes);
    return Done{};
}

}  // namespace allaprima
