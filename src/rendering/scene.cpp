// What the renderings of a plan share, and how a tile is primed, laid and shown.
// Every value depends on absolute pixel positions alone, so that no cut shows.
#include "rendering/scene.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "image/colour.h"
#include "pigment/recipe_book.h"
#include "rendering/display_curve.h"
#include "rendering/lay_kernel.h"
#include "rendering/outline.h"

namespace allaprima {
namespace {

bool has_glaze(const Plan& plan) {
    return !plan.materials.palette.plain() && std::ranges::any_of(plan.passes, [](const Pass& pass) {
        return pass.coat == Coat::Glaze && pass.strokes > 0;
    });
}

float height_of(const CanvasTile& tile, size_t i) {
    return tile.body[i] + tile.relief[i] + tile.tooth[i] * Tooth::showing(tile.body[i]);
}

/// Wet paint slumps: it keeps no slope much steeper than 1, which would look like a cut under the light.
Vec2 slumped(Vec2 slope) {
    return slope * (1.0f / std::sqrt(1.0f + dot(slope, slope) * (1.0f / (0.9f * 0.9f))));
}

Vec2 slope_at(const CanvasTile& tile, size_t i) {
    const float scale = 0.5f / tile.pixel_mm;
    const auto stride = static_cast<size_t>(tile.stride);
    return slumped({(height_of(tile, i + 1) - height_of(tile, i - 1)) * scale,
                    (height_of(tile, i + stride) - height_of(tile, i - stride)) * scale});
}

Rgb clamped(Rgb c) {
    return {std::clamp(c.r, 0.0f, 1.0f), std::clamp(c.g, 0.0f, 1.0f), std::clamp(c.b, 0.0f, 1.0f)};
}

/// How far the grain of the support stands up through the paint, mm.
float grain_at(const CanvasTile& tile, size_t i) {
    return Tooth::showing(tile.body[i]) * tile.tooth[i];
}

/// Paint that stands up by itself, as a drop does, beside what the body tells: relief beyond what bristles
/// leave in thin paint, mm.
float standing_at(const CanvasTile& tile, size_t i) {
    constexpr float kTracks = 0.1f;
    return std::max(0.0f, tile.relief[i] - kTracks);
}

/// Plain colour as it lies there, sRGB-encoded. On the knots of the weave thin paint is rubbed away and the
/// ground glimmers through; in the hollows it lies deeper. Both even out.
Rgb plain_colour(const Scene& scene, const CanvasTile& tile, size_t i) {
    const Rgb colour{tile.red[i], tile.green[i], tile.blue[i]};
    if (!scene.plan.shows_ground())
        return clamped(tile.cover[i] > 0.0f ? colour * (1.0f / tile.cover[i]) : Rgb{});
    const float rubbed = 0.22f * grain_at(tile, i) / scene.tooth.height();
    return clamped(lerp(colour, scene.plan.ground, rubbed));
}

/// The light that a row of pixels reflects evenly to all sides.
void own_light(const Scene& scene, const CanvasTile& tile, size_t first, std::span<Rgb> light) {
    if (scene.pigments) {
        std::vector<float> grain(light.size());
        for (size_t k = 0; k < grain.size(); ++k)
            grain[k] = grain_at(tile, first + k) - standing_at(tile, first + k);
        scene.pigments->light_of(tile, first, grain, scene.plan.shows_ground(), light);
        return;
    }
    for (size_t k = 0; k < light.size(); ++k)
        light[k] = quickly_linear(plain_colour(scene, tile, first + k));
}

Rgb encoded(const Scene& scene, Rgb linear) {
    return scene.settings.wide ? srgb_from_linear(linear) : quickly_encoded(linear);
}

/// Where the surface faces, each axis from −1 to 1 brought to 0 … 1: x right, y up, z towards the eye.
Rgb normal_at(const CanvasTile& tile, size_t i) {
    const Vec2 slope = slope_at(tile, i);
    const float z = 1.0f / std::sqrt(1.0f + dot(slope, slope));
    return {0.5f - 0.5f * slope.x * z, 0.5f + 0.5f * slope.y * z, 0.5f + 0.5f * z};
}

Rgb relief_at(const CanvasTile& tile, size_t i) {
    const float share = (height_of(tile, i) - kLowestRelief) / (kHighestRelief - kLowestRelief);
    const float grey = std::clamp(share, 0.0f, 1.0f);
    return {grey, grey, grey};
}

/// @param at middle of the first pixel on the canvas, mm.
void show_row(const Scene& scene, const CanvasTile& tile, size_t first, Vec2 at, std::span<Rgb> row) {
    switch (scene.settings.finish) {
        case Finish::Relief:
            for (size_t k = 0; k < row.size(); ++k)
                row[k] = relief_at(tile, first + k);
            return;
        case Finish::Normals:
            for (size_t k = 0; k < row.size(); ++k)
                row[k] = normal_at(tile, first + k);
            return;
        case Finish::Flat:
        case Finish::Unlit:
            if (!scene.pigments) {
                for (size_t k = 0; k < row.size(); ++k)
                    row[k] = plain_colour(scene, tile, first + k);
                return;
            }
            own_light(scene, tile, first, row);
            break;
        case Finish::Lit:
            own_light(scene, tile, first, row);
            for (size_t k = 0; k < row.size(); ++k) {
                const Vec2 grit = scene.tooth.grit_at(at + Vec2{static_cast<float>(k) * scene.pixel_mm, 0.0f},
                                                      scene.pixel_mm);
                row[k] = scene.lighting.seen(
                    row[k], (slope_at(tile, first + k) + grit) * scene.settings.relief_strength);
            }
            break;
    }
    for (Rgb& pixel : row)
        pixel = encoded(scene, pixel);
}

}  // namespace

Scene bare_scene(const Plan& plan, const RenderSettings& settings) {
    const Palette& palette = plan.materials.palette;
    Scene scene{
        .plan = plan,
        .settings = settings,
        .pixel_mm = std::max(plan.width_mm, plan.height_mm) / static_cast<float>(settings.size.long_side()),
        .glazed = settings.finish != Finish::Flat && !palette.plain() && has_glaze(plan),
        .outline = outline_for(plan, settings.size),
        .tooth = Tooth(plan.materials.support),
        .lighting = Lighting(settings.light),
        .pigments = {},
        .touches = {},
        .flats = {}};
    if (settings.finish != Finish::Flat && !palette.plain() && !is_measure(settings.finish))
        scene.pigments.emplace(palette, plan.ground, RecipeBook(palette).exposure(), settings.illuminant);
    return scene;
}

const Footprint& footprint_of(const Scene& scene, size_t stroke) {
    return scene.flats.empty() ? scene.touches[stroke - scene.first].footprint
                               : scene.flats[stroke - scene.first].footprint;
}

float reach_of(const Scene& scene, size_t stroke) {
    return scene.flats.empty() ? scene.touches[stroke - scene.first].reach
                               : scene.flats[stroke - scene.first].reach;
}

BoundingBox pixel_box_of(const Scene& scene, size_t stroke) {
    return pixel_box_around(footprint_of(scene, stroke), reach_of(scene, stroke), scene.pixel_mm);
}

BoundingBox pixel_box_around(const Footprint& footprint, float reach, float pixel_mm) {
    const BoundingBox box = footprint.bounding_box(reach);
    const float scale = 1.0f / pixel_mm, around = kHalo + 1.0f;
    return {box.low * scale - Vec2{around, around}, box.high * scale + Vec2{around, around}};
}

bool meets(const BoundingBox& box, PixelRect area) {
    return box.low.x < static_cast<float>(area.x1) && box.high.x >= static_cast<float>(area.x0) &&
           box.low.y < static_cast<float>(area.y1) && box.high.y >= static_cast<float>(area.y0);
}

PixelRect part_of(const RenderSettings& settings) {
    return settings.part.value_or(PixelRect{0, 0, settings.size.width, settings.size.height});
}

PixelRect moved_by(PixelRect tile, PixelRect part) {
    return {part.x0 + tile.x0, part.y0 + tile.y0, part.x0 + tile.x1, part.y0 + tile.y1};
}

Picture empty_picture(const Plan& plan, Size size) {
    return {Image<Rgb>(size), plan.transparent ? Image<float>(size) : Image<float>()};
}

void lay_stroke(const Scene& scene, size_t stroke, CanvasTile& tile) {
    if (scene.settings.finish == Finish::Flat)
        lay_flat(scene.flats[stroke - scene.first], tile);
    else
        lay_touch(scene.touches[stroke - scene.first], tile);
}

CanvasTile primed_tile(const Scene& scene, PixelRect area) {
    const PixelRect bordered{area.x0 - kHalo, area.y0 - kHalo, area.x1 + kHalo, area.y1 + kHalo};
    const bool textured = scene.settings.finish != Finish::Flat;
    const bool pigments = textured && !scene.plan.materials.palette.plain();
    CanvasTile tile(bordered, scene.pixel_mm,
                    pigments ? static_cast<int>(scene.plan.materials.palette.tubes.size()) : 0, scene.glazed);
    if (scene.plan.shows_ground()) {
        std::ranges::fill(tile.red, scene.plan.ground.r);
        std::ranges::fill(tile.green, scene.plan.ground.g);
        std::ranges::fill(tile.blue, scene.plan.ground.b);
        std::ranges::fill(tile.cover, 1.0f);
    }
    if (textured)
        for (int y = bordered.y0; y < bordered.y1; ++y)
            for (int x = bordered.x0; x < bordered.x1; ++x)
                tile.tooth[tile.index(x, y)] = scene.tooth.height_at(tile.centre(x, y), scene.pixel_mm);
    return tile;
}

void show_part(const Scene& scene, const CanvasTile& tile, PixelRect area, int left, int top,
               Picture& shown) {
    const auto width = static_cast<size_t>(area.width());
    const auto from = static_cast<size_t>(area.x0 - left);
    for (int y = area.y0; y < area.y1; ++y) {
        const size_t first = tile.index(area.x0, y);
        const std::span<Rgb> row = shown.colour.row(y - top).subspan(from, width);
        show_row(scene, tile, first, tile.centre(area.x0, y), row);
        if (!scene.outline.empty())
            cut_off(scene, {area.x0, y, area.x1, area.y1}, row,
                    shown.alpha.empty() ? std::span<float>() : shown.alpha.row(y - top).subspan(from, width));
        else if (!shown.alpha.empty())
            std::copy_n(tile.cover.begin() + static_cast<long>(first), width,
                        shown.alpha.row(y - top).begin() + static_cast<long>(from));
    }
}

}  // namespace allaprima
