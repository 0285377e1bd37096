#include "last_touches/throw_paint.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "base/rng.h"
#include "last_touches/named_paint.h"
#include "planning/append_pass.h"

namespace allaprima {
namespace {

constexpr float kTurn = 2.0f * std::numbers::pi_v<float>;
/// Of the drops of a flick, the size in the middle and how far they spread, as the logarithm; shares of
/// drop_mm. One in a hundred is then as large as drop_mm.
constexpr float kMedian = 0.15f, kSpread = 0.86f;
constexpr float kLargest = 1.5f, kSmallestMm = 0.12f;
/// Share of the region that is covered at last, and by which power of the amount it grows.
constexpr float kDrenched = 0.85f, kGrowth = 1.35f;
/// Paint outside the region, at most so much of all.
constexpr float kAstray = 0.06f;
/// The same where paint flies on past a face, and how far a flick goes then, in extents of the face.
constexpr float kFlownOn = 0.35f, kLeastFlight = 1.0f, kMostFlight = 2.4f;
constexpr int kMostFlicks = 20000;
/// An ellipse of this area in a rectangle of its length and width.
constexpr float kEllipse = 0.25f * std::numbers::pi_v<float>;
/// Drops from this share of drop_mm on are heavy: they splash, and may run.
constexpr float kHeavy = 0.5f;

/// A normal number, mean 0, deviation 1.
float normal(Rng& rng) {
    const float u = std::max(rng.unit(), 1e-7f);
    return std::sqrt(-2.0f * std::log(u)) * std::cos(kTurn * rng.unit());
}

Vec2 turned(Vec2 v, float angle) {
    const float c = std::cos(angle), s = std::sin(angle);
    return {v.x * c - v.y * s, v.x * s + v.y * c};
}

Vec2 aside(Vec2 v) {
    return {-v.y, v.x};
}

/// One drop as it lands.
struct Drop {
    Vec2 at;       ///< Its middle, mm.
    Vec2 heading;  ///< Along which it flew, seen from before the canvas; length 1.
    float width;   ///< mm.
    float steep;   ///< Sine of the angle at which it lands: 1 straight at the canvas.
};

/// One flick of a loaded brush: a row of drops along an arc.
struct Flick {
    Vec2 start, heading;
    float reach;  ///< From its first to its last drops, mm.
    float bend;   ///< By which its heading turns on the way, radians.
    float fine;   ///< By what its drops are smaller or larger than usual.
    int drops;
};

/// How far paint runs on a support, beside a smooth one.
float smoothness(Support support) {
    constexpr std::array kSmoothness{0.65f, 0.8f, 1.0f, 0.7f};
    return kSmoothness[static_cast<size_t>(support)];
}

class Throwing {
  public:
    Throwing(const Spatter& spatter, const SpatterTarget& target, const ThrownAt& at, const Paint& paint,
             ThrowBrushes brushes)
        : spatter_(spatter), target_(target), at_(at), paint_(paint), brushes_(brushes) {
        const float covered = kDrenched * std::pow(std::clamp(spatter.amount, 0.0f, 1.0f), kGrowth);
        // Drops that fall anywhere lie over each other: so much paint covers that share.
        astray_share_ = target.flies_on() ? kFlownOn : kAstray;
        enough_ = -std::log(1.0f - covered) * target.area() / (target.flies_on() ? 1.0f - kFlownOn : 1.0f);
    }

    std::vector<Stroke> thrown() {
        for (int k = 0; k < kMostFlicks && !done(); ++k) {
            Rng rng(spatter_.seed, static_cast<uint64_t>(k));
            throw_one(flick(rng), rng);
        }
        return std::move(strokes_);
    }

  private:
    bool done() const { return laid_ >= enough_ || strokes_.size() >= kMostThrown; }

    Flick flick(Rng& rng) const {
        constexpr float kUnsteady = 0.2f;  // radians
        const float angle = spatter_.direction / 360.0f * kTurn;
        const float across = std::sqrt(target_.area());
        const Vec2 heading = turned({std::sin(angle), -std::cos(angle)}, kUnsteady * normal(rng));
        const float flight =
            target_.flies_on() ? rng.between(kLeastFlight, kMostFlight) : rng.between(0.35f, 1.0f);
        const float reach = std::max(across * flight, 4.0f * spatter_.drop_mm);
        const Vec2 aim = target_.aim(rng.unit(), rng.unit());
        return {.start = aim - heading * (reach * rng.between(0.2f, 0.7f)),
                .heading = heading,
                .reach = reach,
                .bend = 0.35f * normal(rng),
                .fine = std::exp(0.3f * normal(rng)),
                .drops = static_cast<int>(rng.between(18.0f, 60.0f))};
    }

    void throw_one(const Flick& flick, Rng& rng) {
        for (int i = 0; i < flick.drops && !done(); ++i) {
            // Each drop draws from its own numbers, so that what one does changes nothing of the next.
            Rng own(rng.bits(), static_cast<uint64_t>(i));
            land(drop_of(flick, own), own);
        }
    }

    Drop drop_of(const Flick& flick, Rng& rng) const {
        // Most of the paint leaves the brush early, and what flies far spreads wide.
        const float far = std::pow(rng.unit(), 1.25f);
        const float size = std::exp(kSpread * normal(rng) - 0.5f * far) * 1.25f * kMedian * flick.fine;
        const Vec2 heading = turned(flick.heading, flick.bend * (far - 0.5f));
        const Vec2 middle =
            flick.start + turned(flick.heading, 0.5f * flick.bend * (far - 0.5f)) * (flick.reach * far);
        const float loose = normal(rng) * (rng.unit() < 0.25f ? 2.6f : 1.0f);
        const float off = loose * flick.reach * (0.02f + 0.07f * far) / std::sqrt(0.5f + size);
        const float degrees = std::clamp(72.0f - 44.0f * far + 9.0f * normal(rng), 17.0f, 90.0f);
        return {.at = middle + aside(heading) * off,
                .heading = turned(heading, 0.5f * off / flick.reach + 0.08f * normal(rng)),
                .width = std::max(std::min(size, kLargest) * spatter_.drop_mm, kSmallestMm),
                .steep = std::sin(degrees / 360.0f * kTurn)};
    }

    /// Lays the drop with all that comes of it, or nothing.
    void land(const Drop& drop, Rng& rng) {
        if (rng.unit() > welcome(drop))
            return;
        const bool heavy = drop.width > kHeavy * spatter_.drop_mm;
        const bool runs = heavy && rng.unit() < spatter_.runs;
        if (!lay(drop, runs ? 0.35f : 0.8f, rng))
            return;
        if (drop.steep < 0.75f && drop.width > 3.0f * kSmallestMm)
            draw_out(drop, rng);
        if (heavy)
            splash(drop, rng);
        if (runs)
            run_down(drop, rng);
    }

    /// Small drops stray farther from where the paint is aimed.
    float welcome(const Drop& drop) const {
        const float wanted = target_.wanted(drop.at);
        const float reached = target_.reached(drop.at);
        if (target_.flies_on())
            return std::max(wanted, reached);
        if (wanted > 0.0f || drop.width > kHeavy * spatter_.drop_mm)
            return wanted;
        return 0.35f * reached * reached;
    }

    /// An ellipse whose front, towards which it flew, is the narrower the flatter it came in.
    bool lay(const Drop& drop, float load, Rng& rng) {
        const float length = drop.width / drop.steep;
        const Vec2 half = drop.heading * (0.5f * kEllipse * length);
        const float front = drop.width * (1.0f - 0.55f * (1.0f - drop.steep));
        return add({.path = {{drop.at - half, drop.at, drop.at + half}},
                    .width_start = drop.width,
                    .width_end = front,
                    .paint = paint_,
                    .load = load,
                    .brush = brushes_.drop,
                    .seed = rng.bits()},
                   kEllipse * length * 0.5f * (drop.width + front));
    }

    /// What came in flat has a tail ahead, and often a droplet torn from its tip: an exclamation mark.
    void draw_out(const Drop& drop, Rng& rng) {
        const float length = drop.width / drop.steep;
        const float tail = length * rng.between(0.15f, 0.5f) * (1.0f - drop.steep);
        const Vec2 front = drop.at + drop.heading * (0.42f * length);
        spine(front, front + drop.heading * (tail + 0.08f * length), 0.32f * drop.width, rng);
        if (rng.unit() < 0.55f)
            lay({.at = front + drop.heading * (tail + length * rng.between(0.2f, 0.7f)),
                 .heading = drop.heading,
                 .width = std::max(drop.width * rng.between(0.10f, 0.24f), kSmallestMm),
                 .steep = drop.steep},
                0.8f, rng);
    }

    void spine(Vec2 from, Vec2 to, float width, Rng& rng) {
        add({.path = {{from, (from + to) * 0.5f, to}},
             .width_start = width,
             .width_end = 0.35f * width,
             .paint = paint_,
             .load = 0.5f,
             .brush = brushes_.drop,
             .seed = rng.bits()},
            0.5f * width * length(to - from));
    }

    /// Spines all around a heavy drop, and satellites beyond them, more and farther ahead of it.
    void splash(const Drop& drop, Rng& rng) {
        const float heaviness = drop.width / spatter_.drop_mm;
        const int fingers = static_cast<int>(rng.between(2.0f, 5.0f + 5.0f * heaviness));
        for (int i = 0; i < fingers; ++i) {
            const float angle = kTurn * (rng.unit() - 0.5f);
            const float ahead = 0.5f + 0.5f * std::cos(angle);
            if (rng.unit() > drop.steep * 0.8f + 0.2f * ahead - 0.2f * (1.0f - ahead))
                continue;
            const Vec2 out = turned(drop.heading, angle);
            // From the middle to the ellipse's outline.
            const Vec2 along{dot(out, drop.heading) * drop.steep, dot(out, aside(drop.heading))};
            const float rim = 0.5f * drop.width / std::max(length(along), 0.1f);
            const float tip = drop.width * rng.between(0.06f, 0.20f) * (0.6f + 0.8f * ahead);
            spine(drop.at + out * (0.8f * rim), drop.at + out * (rim + tip),
                  drop.width * rng.between(0.10f, 0.34f), rng);
            if (rng.unit() > 0.35f + 0.4f * ahead)
                continue;
            const float away = drop.width * (-std::log(1.0f - 0.95f * rng.unit())) * (0.2f + 0.5f * ahead);
            const float size = drop.width * rng.between(0.07f, 0.20f) / (1.0f + away / drop.width);
            lay({.at = drop.at + out * (rim + tip + 0.1f * drop.width + away),
                 .heading = out,
                 .width = std::max(size, kSmallestMm),
                 .steep = rng.between(0.6f, 1.0f)},
                0.8f, rng);
        }
    }

    /// A thin track straight down that wanders a little, and a bead where it stops.
    void run_down(const Drop& drop, Rng& rng) {
        constexpr int kPieces = 3;
        const float heaviness = drop.width / spatter_.drop_mm;
        float way = drop.width * rng.between(2.0f, 9.0f) * std::sqrt(heaviness) * smoothness(at_.support);
        const float width = drop.width * rng.between(0.26f, 0.38f);
        Vec2 from = drop.at + Vec2{0.12f * drop.width * normal(rng), 0.25f * drop.width};
        Vec2 heading{0.0f, 1.0f};
        for (int piece = 0; piece < kPieces; ++piece) {
            const float step = way / kPieces;
            const Vec2 middle = from + heading * (0.5f * step);
            // Pieces overlap, so that their round ends do not show.
            const Vec2 begin = from - heading * (piece == 0 ? 0.0f : 0.6f * width);
            const Vec2 to{from.x + 0.035f * step * normal(rng) + 0.3f * (middle.x - from.x), from.y + step};
            const auto width_at = [&](int k) {
                return width * (1.0f - 0.45f * static_cast<float>(k) / kPieces);
            };
            if (!add({.path = {{begin, middle, to}},
                      .width_start = width_at(piece),
                      .width_end = width_at(piece + 1),
                      .paint = paint_,
                      .load = 0.7f,
                      .brush = brushes_.run,
                      .seed = rng.bits()},
                     step * width_at(piece)))
                break;
            const Vec2 turn = to - middle;
            heading = turn * (1.0f / std::max(length(turn), 1e-3f));
            from = to;
        }
        lay({.at = from, .heading = {0.0f, 1.0f}, .width = 0.85f * width, .steep = 0.72f}, 1.0f, rng);
    }

    /// Adds a stroke, unless it lies where none may, or too much has strayed already.
    bool add(const Stroke& stroke, float area) {
        if (strokes_.size() >= kMostThrown || !target_.allows(stroke))
            return false;
        const Vec2 canvas = target_.canvas_mm(), middle = stroke.path.at(0.5f);
        if (middle.x < 0.0f || middle.y < 0.0f || middle.x > canvas.x || middle.y > canvas.y)
            return false;
        const float outside = target_.inside(middle) && target_.inside(stroke.path.points[2]) ? 0.0f : area;
        if (astray_ + outside > astray_share_ * (laid_ + area))
            return outside == 0.0f ? keep(stroke, area) : false;
        astray_ += outside;
        return keep(stroke, area);
    }

    bool keep(const Stroke& stroke, float area) {
        laid_ += area;
        strokes_.push_back(stroke);
        return true;
    }

    const Spatter& spatter_;
    const SpatterTarget& target_;
    const ThrownAt& at_;
    const Paint& paint_;
    ThrowBrushes brushes_;
    std::vector<Stroke> strokes_;
    float astray_share_ = kAstray;
    float enough_ = 0.0f, laid_ = 0.0f, astray_ = 0.0f;  ///< mm².
};

}  // namespace

Result<std::vector<Stroke>> thrown_drops(const Spatter& spatter, const ThrownAt& at, const Paint& paint,
                                         ThrowBrushes brushes) {
    if (!(spatter.amount > 0.0f))
        return std::vector<Stroke>();
    const Result<SpatterTarget> target = SpatterTarget::of(spatter, at);
    if (!target)
        return target.error();
    return Throwing(spatter, *target, at, paint, brushes).thrown();
}

Status add_spatter(Plan& plan, const Spatter& spatter, const ThrownAt& at, const Brush& drop) {
    const Result<Paint> paint = named_paint(spatter.colour, plan.materials.palette, "spatter");
    if (!paint)
        return paint.error();
    Brush run = drop;
    run.name = "run";
    run.tip = 1.0f;
    const ThrowBrushes brushes{.drop = brush_number(plan, drop), .run = brush_number(plan, run)};
    Result<std::vector<Stroke>> strokes = thrown_drops(spatter, at, *paint, brushes);
    if (!strokes)
        return strokes.error();
    append_pass(plan, kSpatterPass, *strokes);
    return Done{};
}

}  // namespace allaprima
