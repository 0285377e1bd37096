#include "composing/compose.h"

#include <algorithm>
#include <utility>

#include "composing/backdrop.h"
#include "composing/blend_bands.h"
#include "composing/cloth.h"
#include "composing/cut_out.h"
#include "composing/melt_sky.h"
#include "composing/place_subject.h"
#include "composing/stand_motif.h"
#include "composing/tone.h"
#include "image/colour.h"
#include "image/filters.h"

namespace allaprima {
namespace {

/// The figure's edge is taken to be soft over this share of the long side.
constexpr float kSoftEdge = 0.006f;
/// Air is lighter by this than what stands around the subject; Oklab.
constexpr float kAirLighter = 0.08f, kLightestAir = 0.93f;

/// Air is taken from the photograph at this long side.
constexpr int kAirPlate = 384;

/// What a motif needs to know of the picture it comes into.
struct Scene {
    Size canvas;
    Tone subject;
    Oklab air;
    bool light_from_left = true;
};

Rgb mean_of(const Image<Rgb>& picture, const Image<float>& alpha) {
    return linear_of_oklab(tone_of(picture, alpha.empty() ? Image<float>(picture.size(), 1.0f) : alpha).mean);
}

/// The tone of what stands around the figure.
Oklab air_around(const Image<Rgb>& backdrop, const Image<float>& figure) {
    const Size size = with_long_side(backdrop.size(), 128);
    const Image<float> there = resized(figure, size), near = blurred(there, 10.0f);
    Image<float> weight(size);
    for (size_t i = 0; i < weight.pixels().size(); ++i)
        weight.pixels()[i] = (near.pixels()[i] + 0.02f) * (1.0f - there.pixels()[i]);
    Oklab air = tone_of(resized(backdrop, size), weight).mean;
    air.lightness = std::max(air.lightness, std::min(kLightestAir, air.lightness + kAirLighter));
    return air;
}

/// Whether the face, or the figure where there is none, is lighter on its left.
bool lit_from_left(const Image<Rgb>& picture, const Image<float>& figure, const std::vector<Face>& faces) {
    const ShareRect box = faces.empty() ? ShareRect{0.0f, 0.0f, 1.0f, 1.0f} : faces.front().box;
    const auto w = static_cast<float>(picture.width()), h = static_cast<float>(picture.height());
    double light = 0.0, light_x = 0.0, all = 0.0, all_x = 0.0;
    for (int y = std::max(0, static_cast<int>(box.y * h)); y < std::min(h, (box.y + box.height) * h); ++y)
        for (int x = std::max(0, static_cast<int>(box.x * w)); x < std::min(w, (box.x + box.width) * w);
             ++x) {
            const double share = figure.at(x, y), l = share * std::max(0.0f, luminance(picture.at(x, y)));
            all += share;
            all_x += share * x;
            light += l;
            light_x += l * x;
        }
    return light <= 0.0 || all <= 0.0 || light_x / light <= all_x / all;
}

/// Whether it stands before the background with an outline of its own.
bool stands(MotifPlace place) {
    return place == MotifPlace::Left || place == MotifPlace::Right || place == MotifPlace::Box;
}

/// The motif's picture in the subject's light; without the plain background it had, where it stands.
Layer prepared(const Photo& motif, const Motif& wishes, const Scene& scene, const ThreadPool& workers) {
    Layer layer = motif.alpha.empty() && stands(wishes.place) && wishes.softness > 0.0f
                      ? melt_sky(motif.colour, wishes.softness, workers)
                      : layer_of(motif.colour, motif.alpha);
    harmonise(layer, scene.subject, workers);
    return layer;
}

/// Where a motif is seen, at the size at which that is kept.
Image<float> small(const Image<float>& seen) {
    return resized(seen, no_longer_than(kMotifLongSide, seen.size()));
}

/// Scales each pixel by what `factor` makes of that of `by`.
template <typename Factor>
void scale_by(Image<float>& map, const Image<float>& by, const Factor& factor) {
    for (size_t i = 0; i < map.pixels().size(); ++i)
        map.pixels()[i] *= factor(by.pixels()[i]);
}

/// Takes away what is hidden by something that is laid over all motifs so far.
void hide(std::vector<Image<float>>& motifs, const Image<float>& over) {
    for (Image<float>& seen : motifs)
        scale_by(seen, over, [](float share) { return 1.0f - share; });
}

/// Lays one motif, as it is prepared, over the background. @return its share of each pixel, small.
Image<float> lay_motif(Image<Rgb>& background, const Layer& layer, const Motif& wishes, const Scene& scene,
                       const ThreadPool& workers) {
    if (wishes.place == MotifPlace::Across || wishes.place == MotifPlace::Behind) {
        Layer all = wishes.place == MotifPlace::Across
                        ? hang_cloth(layer, wishes, scene.light_from_left, scene.canvas, workers)
                        : scene_behind(layer, scene.canvas, workers);
        veil(all, wishes.veil, scene.air, workers);
        lay_over(background, all, {}, workers);
        return small(all.alpha);
    }
    StandingMotif standing = wishes.place == MotifPlace::Box
                                 ? stand_in_box(layer, wishes, scene.canvas, workers)
                                 : stand_beside(layer, wishes, scene.canvas, workers);
    veil(standing.layer, wishes.veil, scene.air, workers);
    Image<Rgb> with_motif = background;
    lay_over(with_motif, standing.layer, {}, workers);
    background = blend_bands(background, with_motif, standing.share, workers);
    Image<float> seen = small(standing.layer.alpha);
    scale_by(seen, small(standing.share), [](float share) { return share; });
    return seen;
}

/// Tells how far composing is: the subject, the backdrop, two steps for each motif, and the subject again.
class Steps {
  public:
    Steps(Observer& observer, size_t motifs)
        : observer_(observer), all_(3.0 + 2.0 * static_cast<double>(motifs)) {}
    void begin_next() { observer_.progress("composing", done_++ / all_); }

  private:
    Observer& observer_;
    double all_, done_ = 0.0;
};

/// Lays all motifs. @return where each is seen.
std::vector<Image<float>> lay_motifs(Image<Rgb>& background, const std::vector<Photo>& motifs,
                                     const std::vector<Motif>& wishes, const Scene& scene,
                                     const ThreadPool& workers, Steps& steps) {
    std::vector<Image<float>> all;
    for (size_t i = 0; i < motifs.size(); ++i) {
        steps.begin_next();
        const Layer layer = prepared(motifs[i], wishes[i], scene, workers);
        steps.begin_next();
        Image<float> seen = lay_motif(background, layer, wishes[i], scene, workers);
        hide(all, seen);
        all.push_back(std::move(seen));
    }
    return all;
}

Vec2 middle_of_interest(const std::vector<Face>& faces) {
    if (faces.empty())
        return {0.5f, 0.4f};
    const ShareRect& box = faces.front().box;
    return {box.x + 0.5f * box.width, box.y + 0.5f * box.height};
}

Image<Rgb> backdrop_for(const Photo& photo, const Image<float>& figure, Composition& composition, Size canvas,
                        const Brief& brief, const ThreadPool& workers) {
    if (brief.backdrop == Backdrop::Plain) {
        const Rgb ground =
            brief.ground ? linear_from_srgb(*brief.ground) : mean_of(photo.colour, photo.alpha);
        composition.ground = brief.ground ? *brief.ground : srgb_from_linear(ground);
        return plain_backdrop(ground, middle_of_interest(composition.sight.faces), canvas, workers);
    }
    const auto plate = [](const Image<Rgb>& colour, const Image<float>& hidden) {
        return without_figure(colour, hidden,
                              1.0f + kSoftEdge * static_cast<float>(colour.size().long_side()));
    };
    if (brief.backdrop == Backdrop::Photograph || brief.motifs.empty())
        return photograph_backdrop(plate(photo.colour, figure), canvas, workers);
    const Size small = with_long_side(photo.size(), std::min(kAirPlate, photo.size().long_side()));
    return air_backdrop(plate(resized(photo.colour, small), resized(figure, small)), canvas, workers);
}

}  // namespace

bool asks_for_composing(const Brief& brief) {
    return !brief.motifs.empty() || brief.backdrop == Backdrop::Plain || brief.subject.box ||
           brief.subject.scale != 1.0f;
}

Composition compose_picture(const Photo& photo, const Image<float>& figure, const Sights& sight,
                            const std::vector<Photo>& motifs, const Brief& brief, const ThreadPool& workers,
                            Observer& observer) {
    ALLAPRIMA_CHECK(motifs.size() == brief.motifs.size());
    Composition result{photo, figure, sight, std::nullopt, {}, {}};
    if (!asks_for_composing(brief))
        return result;
    const auto shows = [](float alpha) { return alpha > 0.5f; };
    if (figure.size() != photo.size() ||
        std::none_of(figure.pixels().begin(), figure.pixels().end(), shows)) {
        result.warnings.push_back("no subject was found in the photograph; it is painted as it is");
        return result;
    }
    Steps steps(observer, motifs.size());
    steps.begin_next();
    const Size canvas = composed_size(photo.size(), brief.output);
    SubjectPlace place = place_subject(figure, sight, brief.subject, canvas);
    result.warnings = std::move(place.warnings);
    result.sight = moved(sight, place.placement, photo.size(), canvas);

    Layer subject =
        cut_out(photo.colour, figure, 2.0f + kSoftEdge * static_cast<float>(photo.size().long_side()));
    if (fade_cuts(subject, place.placement, canvas))
        result.warnings.push_back(
            "the photograph cuts the subject off, and that edge is now inside the picture; the subject fades "
            "away there");
    subject = placed(subject, place.placement, canvas, false, workers);

    steps.begin_next();
    Image<Rgb> picture = backdrop_for(photo, figure, result, canvas, brief, workers);
    const Scene scene{canvas, tone_of(subject), air_around(picture, subject.alpha),
                      lit_from_left(photo.colour, figure, sight.faces)};
    result.motifs = lay_motifs(picture, motifs, brief.motifs, scene, workers, steps);
    steps.begin_next();
    hide(result.motifs, small(subject.alpha));
    for (Image<float>& seen : result.motifs)
        for (float& share : seen.pixels())
            share = in_16_bit_steps(share);
    tint(subject, air_around(picture, subject.alpha), brief.subject.tint, workers);
    lay_over(picture, subject, {}, workers);
    result.photo.colour = std::move(picture);
    result.photo.alpha = {};
    result.figure = std::move(subject.alpha);
    return result;
}

}  // namespace allaprima
