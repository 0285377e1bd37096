#include "seeing/measure_painting.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "image/filters.h"
#include "image/oklab.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

/// All in pixels of the measured picture: the blur that weave and bristles are left out by, that of forms
/// against touches, that of one touch's own direction, that of a neighbourhood of touches, the way on which
/// directions are compared, and the greatest lag.
constexpr float kWeave = 1.5f, kForms = 8.0f, kTouch = 4.0f, kNeighbours = 16.0f, kTurn = 20.0f;
constexpr int kMostLag = 100;
constexpr int kGrid = 4;  // every so manieth pixel is a place
constexpr float kGrain = 0.7f, kRidges = 2.0f;
/// Standard deviations at which ridges are looked for: half an octave apart, up to those of forms.
constexpr std::array kScales{1.0f, 1.4142136f, 2.0f, 2.8284271f, 4.0f, 5.6568542f, 8.0f};
/// Colour varies between touches from the one blur to the other.
constexpr float kColours = 2.0f, kHues = 10.0f;

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

/// Lightness without its broad forms, over its own spread around each place: so that every touch counts
/// alike, those on an even ground as those on a contour.
Image<float> touches_of(const Image<float>& lightness) {
    constexpr float kNoTouch = 0.005f;  // spread of lightness below which there is only noise
    Image<float> touches = difference(lightness, blurred(lightness, kForms));
    Image<float> spread(touches.size());
    for (size_t i = 0; i < spread.pixels().size(); ++i)
        spread.pixels()[i] = touches.pixels()[i] * touches.pixels()[i];
    spread = blurred(spread, kNeighbours);
    for (size_t i = 0; i < spread.pixels().size(); ++i)
        touches.pixels()[i] /= std::sqrt(std::max(0.0f, spread.pixels()[i]) + kNoTouch * kNoTouch);
    return touches;
}

Image<Rgb> as_colour(const Image<float>& picture) {
    Image<Rgb> colour(picture.size());
    for (size_t i = 0; i < colour.pixels().size(); ++i)
        colour.pixels()[i].r = picture.pixels()[i];
    return colour;
}

float root_mean_square(const Image<float>& picture) {
    double energy = 0.0;
    for (const float value : picture.pixels())
        energy += static_cast<double>(value) * value;
    return static_cast<float>(std::sqrt(energy / static_cast<double>(picture.pixels().size())));
}

template <typename T>
const T& nearest(const Image<T>& picture, Vec2 p) {
    const int x = std::clamp(static_cast<int>(p.x), 0, picture.width() - 1),
              y = std::clamp(static_cast<int>(p.y), 0, picture.height() - 1);
    return picture.at(x, y);
}

Image<Flow> flow_of(const Structure& structure) {
    Image<Flow> flow(structure.xx.size());
    for (int y = 0; y < flow.height(); ++y)
        for (int x = 0; x < flow.width(); ++x)
            flow.at(x, y) = flow_at(structure, x, y);
    return flow;
}

std::vector<Vec2> places_of(Size size) {
    std::vector<Vec2> places;
    for (int y = kGrid / 2; y < size.height; y += kGrid)
        for (int x = kGrid / 2; x < size.width; x += kGrid)
            places.push_back({static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f});
    return places;
}

/// Lindeberg's strength of a ridge at a pixel of a blurred picture: sigma^1.5 times the difference of the
/// principal curvatures, so that a ridge is strongest at the scale that is its own.
float ridge_strength(const Image<float>& blurred_picture, float sigma, int x, int y) {
    const auto value = [&](int dx, int dy) {
        return blurred_picture.at(std::clamp(x + dx, 0, blurred_picture.width() - 1),
                                  std::clamp(y + dy, 0, blurred_picture.height() - 1));
    };
    const float here = 2.0f * value(0, 0);
    const float xx = value(1, 0) + value(-1, 0) - here, yy = value(0, 1) + value(0, -1) - here;
    const float xy = 0.25f * (value(1, 1) + value(-1, -1) - value(1, -1) - value(-1, 1));
    return std::pow(sigma, 1.5f) * std::hypot(xx - yy, 2.0f * xy);
}

/// Twice the scale at which ridges and furrows of touches are strongest, in the mean by the square of their
/// strength.
float width_of_touches(const Image<float>& touches) {
    Image<float> strongest(touches.size()), scale(touches.size());
    for (const float sigma : kScales) {
        const Image<float> seen = blurred(touches, sigma);
        for (int y = 0; y < touches.height(); ++y)
            for (int x = 0; x < touches.width(); ++x)
                if (const float strength = ridge_strength(seen, sigma, x, y); strength > strongest.at(x, y)) {
                    strongest.at(x, y) = strength;
                    scale.at(x, y) = sigma;
                }
    }
    double sum = 0.0, weights = 1e-12;
    for (size_t i = 0; i < scale.pixels().size(); ++i) {
        const double weight = static_cast<double>(strongest.pixels()[i]) * strongest.pixels()[i];
        sum += weight * scale.pixels()[i];
        weights += weight;
    }
    return 2.0f * static_cast<float>(sum / weights);
}

/// A walk that follows the flow from a place, a pixel at a time.
struct Walk {
    Vec2 at, heading;

    void go_on(const Image<Flow>& flow) {
        at = at + heading;
        const Vec2 along = nearest(flow, at).direction;
        heading = dot(along, heading) < 0.0f ? along * -1.0f : along;
    }
};

/// Twice the way along the flow after which touches are only half as alike, each place weighed by how sure
/// the flow is.
float length_of_touches(const Image<float>& touches, const Image<Flow>& flow) {
    const std::vector<Vec2> places = places_of(flow.size());
    std::vector<Walk> walks;
    double energy = 1e-12;
    for (const Vec2 place : places) {
        const Flow& here = nearest(flow, place);
        walks.push_back({place, here.direction});
        energy += here.coherence * nearest(touches, place) * nearest(touches, place);
    }
    double before = 1.0;
    for (int lag = 1; lag <= kMostLag; ++lag) {
        double sum = 0.0;
        for (size_t i = 0; i < walks.size(); ++i) {
            walks[i].go_on(flow);
            sum += nearest(flow, places[i]).coherence * nearest(touches, places[i]) *
                   nearest(touches, walks[i].at);
        }
        const double now = sum / energy;
        if (now < 0.5)
            return 2.0f * static_cast<float>(lag - 1 + (before - 0.5) / std::max(1e-6, before - now));
        before = now;
    }
    return 2.0f * kMostLag;
}

float mean_coherence(const Image<Flow>& flow) {
    double sum = 0.0;
    for (const Flow& here : flow.pixels())
        sum += here.coherence;
    return static_cast<float>(sum / static_cast<double>(flow.pixels().size()));
}

/// The mean angle between the directions at both ends of the way kTurn.
float mean_turn(const Image<Flow>& flow) {
    double turn = 0.0, sure = 1e-12;
    for (const Vec2 place : places_of(flow.size())) {
        const Flow& here = nearest(flow, place);
        const Flow& there = nearest(flow, place + here.direction * kTurn);
        const double weight = here.coherence * there.coherence;
        sure += weight;
        turn += weight * std::asin(std::min(1.0f, std::fabs(cross(here.direction, there.direction))));
    }
    return static_cast<float>(turn / sure);
}

/// How far neighbouring touches part in hue and chroma: root mean square of colour at their scale.
float broken_colour(const Image<Oklab>& picture) {
    Image<Rgb> colours(picture.size());
    for (size_t i = 0; i < colours.pixels().size(); ++i)
        colours.pixels()[i] = {0.0f, picture.pixels()[i].a, picture.pixels()[i].b};
    const Image<Rgb> fine = blurred(colours, kColours), broad = blurred(colours, kHues);
    double energy = 0.0;
    for (size_t i = 0; i < fine.pixels().size(); ++i) {
        const Rgb d = fine.pixels()[i] - broad.pixels()[i];
        energy += static_cast<double>(d.g) * d.g + static_cast<double>(d.b) * d.b;
    }
    return static_cast<float>(std::sqrt(energy / static_cast<double>(fine.pixels().size())));
}

}  // namespace

PaintingMeasures measure_painting(const Image<Rgb>& encoded) {
    const Image<Rgb> colour = resized(encoded, with_long_side(encoded.size(), kMeasuringSide));
    const Image<Oklab> picture = oklab_of_srgb(colour);
    const Image<float> lightness = lightness_of(picture);
    const Image<float> fine = touches_of(lightness), touches = blurred(fine, kWeave);
    const Structure structure = structure_of(as_colour(touches));
    const Image<Flow> flow = flow_of(smoothed(structure, kTouch));

    PaintingMeasures measures;
    measures.width = width_of_touches(fine) / kMeasuringSide;
    measures.length = length_of_touches(touches, flow) / kMeasuringSide;
    measures.coherence = mean_coherence(flow_of(smoothed(structure, kNeighbours)));
    measures.curvature = mean_turn(flow);
    measures.relief = root_mean_square(difference(blurred(lightness, kGrain), blurred(lightness, kRidges)));
    measures.broken = broken_colour(picture);
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
