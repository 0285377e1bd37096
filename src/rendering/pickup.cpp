#include "rendering/pickup.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "image/colour.h"
#include "rendering/detail.h"

namespace allaprima {
namespace {

constexpr float kGroupMm = 2.0f;
constexpr float kPickupStepMm = 2.0f;
constexpr float kWipedOff = 0.35f;
constexpr float kDragMm = 14.0f;  // way over which a group's paint is renewed by what it passes
constexpr int kMostGroups = 32;
constexpr int kMostPickupSteps = 64;
constexpr int kCoarseness = 2;               // planned pixels a side
constexpr float kMostCoarsePixels = 1.6e6f;  // more than plans have whose size is not asked for

/// Of a dry painting nothing is picked up, and no canvas is needed.
CanvasTile coarse_canvas(const Plan& plan, float detail) {
    const float pixel = coarse_pixel_mm(plan, detail);
    if (plan.materials.wetness <= 0.0f)
        return {{0, 0, 1, 1}, pixel, 0, false};
    const PixelRect all{0, 0, std::max(1, static_cast<int>(std::ceil(plan.width_mm / pixel))),
                        std::max(1, static_cast<int>(std::ceil(plan.height_mm / pixel)))};
    return {all, pixel, channels_of(plan.materials.palette), false};
}

size_t pixel_under(const CanvasTile& canvas, Vec2 p) {
    const float scale = 1.0f / canvas.pixel_mm;
    const auto x = std::clamp(p.x * scale, 0.0f, static_cast<float>(canvas.area.x1 - 1));
    const auto y = std::clamp(p.y * scale, 0.0f, static_cast<float>(canvas.area.y1 - 1));
    return canvas.index(static_cast<int>(x), static_cast<int>(y));
}

int cells(float way, float cell, int most) {
    return static_cast<int>(std::clamp(std::ceil(way / cell), 1.0f, static_cast<float>(most)));
}

/// Goes on from what a group carried with what it takes up here: only as much as there is wet paint.
void renew(std::span<float> carried, const FlatTouch& touch, const CanvasTile& canvas, size_t pixel,
           float renewal) {
    const float wet = canvas.body[pixel];
    const float scale = wet > 1e-3f ? 1.0f / wet : 0.0f;  // the planes hold colour times wet
    // Wet paint takes hold of the brush at once; on dry canvas it is wiped off slowly.
    const float taken = renewal * (kWipedOff + (1.0f - kWipedOff) * std::min(1.0f, wet));
    auto towards = [&](float& from, float found, float own) {
        from += taken * (wet * (found * scale - own) - from);
    };
    towards(carried[0], canvas.red[pixel], touch.colour.r);
    towards(carried[1], canvas.green[pixel], touch.colour.g);
    towards(carried[2], canvas.blue[pixel], touch.colour.b);
    const auto channels = static_cast<size_t>(canvas.channels);
    for (size_t k = 0; k < channels; ++k)
        towards(carried[4 + k], canvas.shares[pixel * channels + k], touch.shares[k]);
}

/// A painter wipes a brush that has run into paint of quite another colour: the more it strays, the less of
/// it stays.
void wipe(std::span<float> stray) {
    const float most = std::max({std::fabs(stray[0]), std::fabs(stray[1]), std::fabs(stray[2])});
    const float kept = 1.0f / (1.0f + 6.0f * most);
    for (float& v : stray)
        v *= kept;
}

PickUp dragged(const FlatTouch& touch, const CanvasTile& canvas, float detail) {
    const Footprint& footprint = touch.footprint;
    const size_t size = 4 + static_cast<size_t>(canvas.channels);
    PickUp table = sized_table(2.0f * footprint.half_width(0.5f), footprint.length(), detail);
    const auto groups = static_cast<size_t>(table.groups);
    const float step = footprint.length() / static_cast<float>(table.steps);
    const float renewal = 1.0f - std::exp(-step / kDragMm);
    std::vector<float> carried(groups * size, 0.0f);
    for (int s = 0; s < table.steps; ++s) {
        const float share = (static_cast<float>(s) + 0.5f) / static_cast<float>(table.steps);
        const Vec2 centre = footprint.centre_at(share * footprint.length());
        const Vec2 heading = footprint.heading_at(share * footprint.length());
        const Vec2 right{-heading.y, heading.x};
        for (size_t g = 0; g < groups; ++g) {
            const float across =
                (2.0f * static_cast<float>(g) + 1.0f) / static_cast<float>(table.groups) - 1.0f;
            const Vec2 at = centre + right * (across * footprint.half_width(share));
            renew(std::span(carried).subspan(g * size, size), touch, canvas, pixel_under(canvas, at),
                  renewal);
        }
        table.stray.insert(table.stray.end(), carried.begin(), carried.end());
    }
    for (size_t cell = 0; cell < table.stray.size(); cell += size)
        wipe(std::span(table.stray).subspan(cell, size));
    return table;
}

void dry(CanvasTile& canvas) {
    for (auto* plane : {&canvas.red, &canvas.green, &canvas.blue, &canvas.body, &canvas.shares})
        std::ranges::fill(*plane, 0.0f);
}

/// Of what is dragged, the paint that is laid holds about so much.
constexpr float kLaid = 0.25f;

Rgb shown(const Palette& palette, const Shares& shares) {
    return srgb_from_linear(
        linear_srgb_from_xyz(seen_under(masstone(medium_of(palette, shares)), Illuminant::D65)));
}

float distance(Lab a, Lab b) {
    return std::hypot(a.lightness - b.lightness, std::hypot(a.a - b.a, a.b - b.b));
}

/// What paint looks like before anything is mixed into it.
struct OwnLook {
    Rgb colour;
    Lab lab;
};

/// Scales one cell so that the paint changes by as much as if light were mixed, not pigments.
void tame_cell(std::span<float> stray, const Shares& own, const OwnLook& alone, const Palette& palette) {
    constexpr int kSteps = 5;
    float replaced = 0.0f;
    for (float v : stray)
        replaced += std::max(0.0f, v);
    if (replaced < 1e-4f)
        return;
    auto mixed = [&](float share) {
        Shares shares = own;
        for (size_t k = 0; k < palette.tubes.size(); ++k)
            shares[k] = std::max(0.0f, shares[k] + stray[k] * (share / replaced));
        return shown(palette, shares);
    };
    const float covered = kLaid * std::min(1.0f, replaced);
    const float wanted = distance(lab_of_srgb(lerp(alone.colour, mixed(1.0f), covered)), alone.lab);
    // More of it changes the paint more: halve the way, by factors.
    float low = 0.02f, high = 2.0f;
    for (int step = 0; step < kSteps; ++step) {
        const float middle = std::sqrt(low * high);
        const Lab there = lab_of_srgb(mixed(std::min(1.0f, covered * middle)));
        (distance(there, alone.lab) > wanted ? high : low) = middle;
    }
    const float factor = std::sqrt(low * high);
    for (float& v : stray)
        v *= factor;
}

}  // namespace

void PickUp::tame(const Shares& own, const Palette& palette) {
    if (clean() || palette.plain())
        return;
    const size_t size = 4 + static_cast<size_t>(channels_of(palette));
    const Rgb colour = shown(palette, own);
    const OwnLook alone{colour, lab_of_srgb(colour)};
    for (size_t cell = 0; cell < stray.size(); cell += size)
        tame_cell(std::span(stray).subspan(cell + 4, size - 4), own, alone, palette);
}

Rgb PickUp::colour_at(float across, float share) const {
    if (clean())
        return {};
    const float x = std::clamp((across + 1.0f) * 0.5f * static_cast<float>(groups) - 0.5f, 0.0f,
                               static_cast<float>(groups - 1));
    const float y = std::clamp(share * static_cast<float>(steps) - 0.5f, 0.0f, static_cast<float>(steps - 1));
    const int i = static_cast<int>(x), j = static_cast<int>(y);
    const int i1 = std::min(i + 1, groups - 1), j1 = std::min(j + 1, steps - 1);
    const size_t size = stray.size() / (static_cast<size_t>(groups) * static_cast<size_t>(steps));
    auto cell = [&](int group, int step) {
        const float* v = stray.data() + static_cast<size_t>(step * groups + group) * size;
        return Rgb{v[0], v[1], v[2]};
    };
    const float tx = x - static_cast<float>(i), ty = y - static_cast<float>(j);
    return lerp(lerp(cell(i, j), cell(i1, j), tx), lerp(cell(i, j1), cell(i1, j1), tx), ty);
}

std::vector<Coat> coats_of(const Plan& plan) {
    std::vector<Coat> coats;
    for (const Pass& pass : plan.passes)
        coats.insert(coats.end(), static_cast<size_t>(pass.strokes), pass.coat);
    coats.resize(plan.strokes.size(), Coat::Body);
    return coats;
}

float coarse_pixel_mm(const Plan& plan, float detail) {
    const float finest = std::sqrt(plan.width_mm / kMostCoarsePixels * plan.height_mm);
    const float usual = std::max(static_cast<float>(kCoarseness) * plan.planned_pixel_mm, finest);
    return detail < 1.0f ? usual / std::sqrt(detail) : usual;
}

PickUp sized_table(float width, float way, float detail) {
    PickUp table;
    table.groups = cells(width, kGroupMm, kMostGroups);
    table.steps = cells(way, kPickupStepMm, kMostPickupSteps);
    if (detail < 1.0f)
        for (int* side : {&table.groups, &table.steps})
            *side = std::max(1, static_cast<int>(static_cast<float>(*side) * std::sqrt(detail)));
    return table;
}

PickUpWalk::PickUpWalk(const Plan& plan, const ThreadPool& workers)
    : plan_(plan),
      workers_(workers),
      coats_(coats_of(plan)),
      detail_(detail_of(plan)),
      canvas_(coarse_canvas(plan, detail_)) {}

PickUp PickUpWalk::next() {
    const size_t i = laid_++;
    return lay(plan_.strokes[i], coats_[i]);
}

PickUp PickUpWalk::lay(const Stroke& stroke, Coat coat) {
    if (plan_.materials.wetness <= 0.0f)
        return {};
    if (last_coat_ && *last_coat_ != coat)
        dry(canvas_);
    last_coat_ = coat;
    const FlatTouch touch(stroke, canvas_.channels, planned_edge(stroke, plan_));
    PickUp table;
    if (coat == Coat::Body)
        table = dragged(touch, canvas_, detail_);
    lay_flat(touch, canvas_, workers_);
    return table;
}

}  // namespace allaprima
