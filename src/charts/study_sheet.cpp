#include "charts/study_sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "base/rng.h"
#include "charts/contact_sheet.h"
#include "image/filters.h"
#include "seeing/edge_importance.h"
#include "seeing/saliency.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

/// Of each picture, pixels: large enough to judge a figure's border by.
constexpr int kPanelLongSide = 800, kColumns = 3;

constexpr Rgb kFaceColour{1.0f, 0.85f, 0.1f}, kEyeColour{0.2f, 0.95f, 0.35f},
    kMouthColour{1.0f, 0.35f, 0.75f};
/// By the word of kSightingWords.
constexpr std::array kSightingColours{Rgb{1.0f, 0.5f, 0.1f}, Rgb{0.75f, 0.4f, 1.0f}, Rgb{0.5f, 0.65f, 1.0f},
                                      Rgb{0.6f, 1.0f, 0.6f}};
constexpr int kNameHeight = 15;  // pixels
constexpr Rgb kOutline{0.1f, 0.85f, 1.0f}, kBehindFigure{0.80f, 0.79f, 0.77f};
constexpr float kFormBlur = 3.0f;

void draw_box(Image<Rgb>& picture, const ShareRect& box, Rgb colour, int thickness) {
    auto pixel = [](float share, int side) {
        return static_cast<int>(std::clamp(share, -1.0f, 2.0f) * static_cast<float>(side));
    };
    const PixelRect r{pixel(box.x, picture.width()), pixel(box.y, picture.height()),
                      pixel(box.x + box.width, picture.width()), pixel(box.y + box.height, picture.height())};
    for (int y = std::max(0, r.y0); y < std::min(picture.height(), r.y1); ++y)
        for (int x = std::max(0, r.x0); x < std::min(picture.width(), r.x1); ++x)
            if (std::min({x - r.x0, r.x1 - 1 - x, y - r.y0, r.y1 - 1 - y}) < thickness)
                picture.at(x, y) = colour;
}

/// A name inside the upper edge of a box, dark behind light.
void write_name(const std::string& name, const ShareRect& box, Rgb colour, const Lettering* lettering,
                Image<Rgb>& picture) {
    if (!lettering)
        return;
    const int x = static_cast<int>(std::clamp(box.x, 0.0f, 1.0f) * static_cast<float>(picture.width())) + 4;
    const int y = static_cast<int>(std::clamp(box.y, 0.0f, 1.0f) * static_cast<float>(picture.height())) +
                  kNameHeight + 1;
    lettering->write({.text = name, .x = x + 1, .y = y + 1, .height = kNameHeight, .colour = {}}, picture);
    lettering->write({.text = name, .x = x, .y = y, .height = kNameHeight, .colour = colour}, picture);
}

/// The photograph, with what was found in it.
Image<Rgb> marked(Image<Rgb> picture, const Study& study, const Lettering* lettering) {
    if (!study.figure.empty()) {
        const Image<float> figure = resized(study.figure, picture.size());
        for (int y = 1; y < picture.height(); ++y)
            for (int x = 1; x < picture.width(); ++x) {
                const bool inside = figure.at(x, y) > 0.5f;
                if (inside != (figure.at(x - 1, y) > 0.5f) || inside != (figure.at(x, y - 1) > 0.5f))
                    for (const auto& [px, py] : {std::pair{x, y}, {x - 1, y}, {x, y - 1}})
                        picture.at(px, py) = kOutline;
            }
    }
    for (const Face& face : study.faces) {
        draw_box(picture, face.box, kFaceColour, 2);
        for (const ShareRect& eye : face.eyes)
            draw_box(picture, eye, kEyeColour, 1);
        if (face.mouth)
            draw_box(picture, *face.mouth, kMouthColour, 1);
    }
    for (const Sighting& other : study.others)
        draw_box(picture, other.box, kSightingColours.at(static_cast<size_t>(other.kind)), 2);
    for (const Sighting& other : study.others)
        write_name(name_of(other), other.box, kSightingColours.at(static_cast<size_t>(other.kind)), lettering,
                   picture);
    for (size_t i = 0; i < study.faces.size(); ++i)
        write_name(name_of(study.faces[i], i), study.faces[i].box, kFaceColour, lettering, picture);
    return picture;
}

/// The form as streaks of noise smeared along it (line integral convolution: Cabral & Leedom, SIGGRAPH 1993),
/// in the picture's colours where the form is sure.
Image<Rgb> streaks(const Image<Rgb>& picture, const Structure& unsmoothed) {
    constexpr int kSteps = 10;
    const Structure structure = smoothed(unsmoothed, kFormBlur);
    Image<Vec2> along(picture.size());
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            along.at(x, y) = flow_at(structure, x, y).direction;
    auto grain = [&](int x, int y) {
        return unit_float(scramble(static_cast<uint64_t>(y) * static_cast<uint64_t>(picture.width()) +
                                   static_cast<uint64_t>(x)));
    };
    Image<Rgb> result(picture.size());
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            float sum = grain(x, y);
            int count = 1;
            for (const float side : {-1.0f, 1.0f}) {
                Vec2 here{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f};
                Vec2 heading = along.at(x, y) * side;
                for (int k = 0; k < kSteps; ++k) {
                    here = here + heading;
                    const int px = static_cast<int>(std::floor(here.x)),
                              py = static_cast<int>(std::floor(here.y));
                    if (px < 0 || py < 0 || px >= picture.width() || py >= picture.height())
                        break;
                    const Vec2 next = along.at(px, py);
                    heading = dot(next, heading) < 0.0f ? next * -1.0f : next;
                    sum += grain(px, py);
                    ++count;
                }
            }
            const float light =
                std::clamp(0.5f + 2.6f * (sum / static_cast<float>(count) - 0.5f), 0.0f, 1.0f);
            result.at(x, y) = lerp({light, light, light}, picture.at(x, y), 0.45f);
        }
    return result;
}

/// From dark blue over orange to white.
Rgb heat(float v) {
    v = std::clamp(v, 0.0f, 1.0f);
    return {std::min(1.0f, 2.0f * v), std::clamp(1.6f * v - 0.35f, 0.0f, 1.0f),
            v < 0.5f ? 0.25f * (1.0f - v) : std::max(0.125f, 2.6f * v - 1.6f)};
}

Image<Rgb> map_of(const Image<float>& map, float scale, float power) {
    Image<Rgb> shown(map.size());
    std::ranges::transform(map.pixels(), shown.pixels().begin(),
                           [&](float v) { return heat(std::pow(std::max(0.0f, v * scale), power)); });
    return shown;
}

Image<Rgb> grey_of(const Image<float>& map, bool inverted) {
    Image<Rgb> shown(map.size());
    std::ranges::transform(map.pixels(), shown.pixels().begin(), [&](float v) {
        const float light = inverted ? 1.0f - v : v;
        return Rgb{light, light, light};
    });
    return shown;
}

Image<Rgb> cut(const Image<Rgb>& picture, const Image<float>& figure) {
    if (figure.empty())
        return Image<Rgb>(picture.size(), kBehindFigure);
    Image<Rgb> shown(picture.size());
    for (size_t i = 0; i < shown.pixels().size(); ++i)
        shown.pixels()[i] = lerp(kBehindFigure, picture.pixels()[i], figure.pixels()[i]);
    return shown;
}

}  // namespace

Picture study_sheet(const Reference& reference, const Study& study, const Lettering* lettering) {
    const Image<Rgb>& picture = reference.colour;
    const float peak = *std::ranges::max_element(study.focus.pixels());
    const Image<float> edges = edge_importance(picture, study.focus);
    const Size panel = with_long_side(picture.size(), kPanelLongSide);
    const std::array panels = {
        Panel{study.faces.empty() && study.others.empty() ? "the photograph: no face found"
                                                          : "what was seen, and the figure's outline",
              marked(resized(picture, panel), study, lettering)},
        Panel{"which way the form runs", resized(streaks(picture, study.structure), panel)},
        Panel{"focus: what counts more is lighter", resized(map_of(study.focus, 1.0f / peak, 0.4f), panel)},
        Panel{study.figure.empty() ? "no figure found"
              : study.doubt        ? "the figure, which is doubtful"
                                   : "the figure",
              resized(cut(picture, study.figure), panel)},
        Panel{"edges: dark ones are kept, light ones may be lost", resized(grey_of(edges, true), panel)},
        Panel{"what stands out", resized(grey_of(saliency(picture), false), panel)},
    };
    return contact_sheet(panels, kColumns, lettering);
}

}  // namespace allaprima
