#include "learning/correct_hand.h"

#include <algorithm>
#include <cmath>

#include "composing/make_reference.h"
#include "composing/temper_colours.h"
#include "image/colour.h"
#include "image/filters.h"
#include "model/brief_settings.h"
#include "planning/plan_painting.h"
#include "rendering/render.h"
#include "seeing/guided_filter.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

constexpr int kPaintings = 3;
constexpr int kPlanningSide = 640;  // of these paintings, pixels: three within a minute
/// Beyond this, degrees, strokes no longer say where a form runs.
constexpr float kMostWaver = 65.0f;
/// Of the way that a measure asks for, so that settings that move several measures do not swing.
constexpr float kDamping = 0.7f;
/// Touches are left out over a sixtieth of the long side where colour, encoded, varies by less than an
/// eighth.
constexpr float kMotifRadius = 16.0f, kMotifTolerance = 0.015f;

/// Hears of one of several paintings as a share of all.
class OneOfSeveral final : public Observer {
  public:
    OneOfSeveral(Observer& told, int which) : told_(told), which_(which) {}
    void progress(std::string_view stage, double share) override {
        if (stage == "planning")
            told_.progress("learning", (which_ + share) / kPaintings);
    }
    bool stop_requested() const override { return told_.stop_requested(); }

  private:
    Observer& told_;
    int which_;
};

bool is_ratio(float PaintingMeasures::*measure) {
    return measure == &PaintingMeasures::width || measure == &PaintingMeasures::length ||
           measure == &PaintingMeasures::coherence || measure == &PaintingMeasures::curvature ||
           measure == &PaintingMeasures::relief || measure == &PaintingMeasures::broken;
}

/// By how much a setting that its measure grows with is to be multiplied.
float factor(float painted, float wanted, float power = 1.0f) {
    constexpr float kMost = 1.8f;
    const float ratio = std::max(1e-4f, wanted) / std::max(1e-4f, painted);
    return std::clamp(std::pow(ratio, kDamping * power), 1.0f / kMost, kMost);
}

Photo photo_of(const Image<Rgb>& encoded) {
    Photo photo;
    photo.colour = encoded;
    for (Rgb& c : photo.colour.pixels())
        c = linear_from_srgb(c);
    photo.original_size = encoded.size();
    return photo;
}

}  // namespace

float distance_of(const PaintingMeasures& a, const PaintingMeasures& b) {
    constexpr float kHalf = 0.405f;  // the logarithm of three halves
    float sum = 0.0f;
    for (const PaintingMeasure& measure : kPaintingMeasures) {
        const float x = a.*measure.member, y = b.*measure.member;
        sum += is_ratio(measure.member) ? std::fabs(std::log(std::max(1e-4f, x) / std::max(1e-4f, y))) / kHalf
                                        : std::fabs(x - y) / 0.1f;
    }
    return sum / static_cast<float>(kPaintingMeasures.size());
}

// Length stays: a motif without touches has no contours as long as those of a photograph, which show in it.
Hand corrected(Hand hand, const PaintingMeasures& painted, const PaintingMeasures& wanted) {
    const auto missing = [&](float PaintingMeasures::*measure) {
        return kDamping * (wanted.*measure - painted.*measure);
    };
    // Twice as wide strokes fill the canvas with a quarter of their number.
    hand.strokes = std::round(
        std::clamp(hand.strokes * factor(painted.width, wanted.width, -2.0f), kFewestLearned, kMostLearned));
    // A right angle of waver takes about a third of coherence away.
    hand.waver = std::clamp(hand.waver - 270.0f * missing(&PaintingMeasures::coherence), 0.0f, kMostWaver);
    // Broad eddies turn slowly.
    hand.eddy = std::clamp(hand.eddy * factor(painted.curvature, wanted.curvature, -2.0f), 1.5f, 8.0f);
    hand.relief = std::clamp(hand.relief * factor(painted.relief, wanted.relief), 0.3f, 4.0f);
    hand.broken = std::clamp(hand.broken * factor(painted.broken, wanted.broken), 0.002f, 0.1f);
    hand.darkest = std::clamp(hand.darkest + missing(&PaintingMeasures::darkest), 0.0f, 1.0f);
    hand.middle = std::clamp(hand.middle + missing(&PaintingMeasures::middle), 0.0f, 1.0f);
    hand.lightest = std::clamp(hand.lightest + missing(&PaintingMeasures::lightest), 0.0f, 1.0f);
    hand.mean_chroma = std::clamp(hand.mean_chroma + missing(&PaintingMeasures::chroma), 0.0f, 0.3f);
    hand.light_warmth = std::clamp(hand.light_warmth + missing(&PaintingMeasures::light_warmth), -0.2f, 0.2f);
    hand.shadow_warmth =
        std::clamp(hand.shadow_warmth + missing(&PaintingMeasures::shadow_warmth), -0.2f, 0.2f);
    return hand;
}

Image<Rgb> motif_of(const Image<Rgb>& painting) {
    const Image<Rgb> seen = resized(painting, with_long_side(painting.size(), kMeasuringSide));
    Image<Rgb> motif(seen.size());
    for (float Rgb::*const channel : {&Rgb::r, &Rgb::g, &Rgb::b}) {
        Image<float> map(seen.size());
        for (size_t i = 0; i < map.pixels().size(); ++i)
            map.pixels()[i] = seen.pixels()[i].*channel;
        map = guided_filter(seen, map, kMotifRadius, kMotifTolerance);
        for (size_t i = 0; i < map.pixels().size(); ++i)
            motif.pixels()[i].*channel = std::clamp(map.pixels()[i], 0.0f, 1.0f);
    }
    return motif;
}

Image<Rgb> painted_by(const Hand& hand, const Image<Rgb>& motif, Materials materials,
                      const ThreadPool& workers, Observer& observer) {
    const float thicker = hand.relief / materials.hand.relief;
    for (Brush& brush : materials.brushes)
        brush.load *= thicker;
    materials.hand = hand;
    Brief brief;
    brief.ground = hand.ground;
    brief.strokes = static_cast<int>(hand.strokes);
    brief.plan_size = kPlanningSide;
    Reference reference = make_reference(photo_of(motif), brief);
    temper_colours(reference, hand, hand.ground.has_value());
    const Study study = study_reference(reference, {}, {});
    const Plan plan = plan_painting({reference, study, brief, materials}, PlanState{}, workers, observer,
                                    [](const PlanState&) {});
    if (observer.stop_requested())
        return {};
    const Size size = with_long_side(reference.size(), kMeasuringSide);
    return render_picture(plan, {.size = size, .light = brief.light}, workers).colour;
}

Hand corrected_by_painting(const Hand& hand, const Image<Rgb>& motif, const PaintingMeasures& wanted,
                           const Materials& materials, const ThreadPool& workers, Observer& observer) {
    Hand next = hand, best = hand;
    float least = 1e30f;
    for (int i = 0; i < kPaintings; ++i) {
        OneOfSeveral part(observer, i);
        const Image<Rgb> picture = painted_by(next, motif, materials, workers, part);
        if (picture.empty())
            break;
        const PaintingMeasures painted = measure_painting(picture);
        if (const float far = distance_of(painted, wanted); far < least) {
            least = far;
            best = next;
        }
        next = corrected(next, painted, wanted);
    }
    return best;
}

}  // namespace allaprima
