#include "seeing/measure_painting.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "image/filters.h"
#include "image/oklab.h"
#include "model/brief.h"
#include "model/reference.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

/// All in pixels of the measured picture: the blur that forms are told from touches by, that of the flow, and
/// the greatest lag.
constexpr float kForms = 8.0f, kFlow = 4.0f;
constexpr int kMostLag = 60;
constexpr int kGrid = 4;         // every so manieth pixel is a place
constexpr float kTurn = 10.24f;  // a hundredth of the long side
constexpr float kGrain = 0.7f, kRidges = 2.0f;

Image<float> lightness_of(const Image<Oklab>& picture) {
    Image<float> lightness(picture.size());
    for (size_t i = 0; i < lightness.pixels().size(); ++i)
        lightness.pixels()[i] = picture.pixels()[i].lightness;
    return lightness;
}

Image<float> difference(const Image<float>& a, const Image<float>& b) {
    Image<float> result(a.size());
    for (size_t i = 0; i < result.pixels().size(); ++i)
        result.pixels()[i] = a.pixels()[i] - b.pixels()[i];
    return result;
}

float sample(const Image<float>& picture, Vec2 p) {
    const int x = std::clamp(static_cast<int>(p.x), 0, picture.width() - 1),
              y = std::clamp(static_cast<int>(p.y), 0, picture.height() - 1);
    return picture.at(x, y);
}

/// A place of the grid with the flow there.
struct Place {
    Vec2 at;
    Flow flow;
};

std::vector<Place> places_of(const Structure& structure) {
    std::vector<Place> places;
    for (int y = kGrid / 2; y < structure.xx.height(); y += kGrid)
        for (int x = kGrid / 2; x < structure.xx.width(); x += kGrid)
            places.push_back(
                {{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f}, flow_at(structure, x, y)});
    return places;
}

/// Twice the lag at which the autocorrelation in one direction has fallen to a half.
float correlation_width(const Image<float>& detail, const std::vector<Place>& places, bool along) {
    double energy = 1e-12;
    for (const Place& place : places)
        energy += place.flow.coherence * sample(detail, place.at) * sample(detail, place.at);
    double before = 1.0;
    for (int lag = 1; lag <= kMostLag; ++lag) {
        double sum = 0.0;
        for (const Place& place : places) {
            const Vec2 d = place.flow.direction, way = along ? d : Vec2{-d.y, d.x};
            sum += place.flow.coherence * sample(detail, place.at) *
                   sample(detail, place.at + way * static_cast<float>(lag));
        }
        const double now = sum / energy;
        if (now < 0.5)
            return 2.0f * static_cast<float>(lag - 1 + (before - 0.5) / std::max(1e-6, before - now));
        before = now;
    }
    return 2.0f * kMostLag;
}

void measure_directions(const Structure& structure, const std::vector<Place>& places,
                        PaintingMeasures& measures) {
    double coherence = 0.0, turn = 0.0, sure = 1e-12;
    for (const Place& place : places) {
        coherence += place.flow.coherence;
        const Vec2 on = place.at + place.flow.direction * kTurn;
        const int x = static_cast<int>(on.x), y = static_cast<int>(on.y);
        if (!(on.x >= 0.0f && on.y >= 0.0f) || x >= structure.xx.width() || y >= structure.xx.height())
            continue;
        const Flow there = flow_at(structure, x, y);
        const double weight = place.flow.coherence * there.coherence;
        sure += weight;
        turn += weight * std::asin(std::min(1.0f, std::fabs(cross(place.flow.direction, there.direction))));
    }
    measures.coherence =
        static_cast<float>(coherence / static_cast<double>(std::max<size_t>(1, places.size())));
    measures.curvature = static_cast<float>(turn / sure);
}

}  // namespace

PaintingMeasures measure_painting(const Image<Rgb>& encoded) {
    Reference reference;
    reference.colour = resized(encoded, with_long_side(encoded.size(), kMeasuringSide));
    const Image<Oklab> picture = oklab_of_srgb(reference.colour);
    const Image<float> lightness = lightness_of(picture);
    const Structure structure = smoothed(structure_of(reference.colour), kFlow);
    const std::vector<Place> places = places_of(structure);
    const Image<float> detail = difference(lightness, blurred(lightness, kForms));

    PaintingMeasures measures;
    measures.width = correlation_width(detail, places, false) / kMeasuringSide;
    measures.length = correlation_width(detail, places, true) / kMeasuringSide;
    measure_directions(structure, places, measures);
    const Image<float> ridges = difference(blurred(lightness, kGrain), blurred(lightness, kRidges));
    double energy = 0.0;
    for (const float height : ridges.pixels())
        energy += static_cast<double>(height) * height;
    measures.relief = static_cast<float>(std::sqrt(energy / static_cast<double>(lightness.pixels().size())));
    const ValueRange values = value_range(picture);
    measures.darkest = values.darkest;
    measures.middle = values.middle;
    measures.lightest = values.lightest;
    const ColourMeans means = colour_means(picture);
    measures.chroma = means.chroma;
    measures.light_warmth = means.light_warmth;
    measures.shadow_warmth = means.shadow_warmth;
    return measures;
}

}  // namespace allaprima
