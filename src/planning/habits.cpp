#include "planning/habits.h"

#include <algorithm>
#include <cmath>

namespace allaprima {
namespace {

/// Lengths are compared with this many half-widths of reach before a stroke counts as too short.
constexpr float kLeastReach = 3.0f;

void push(DraftStroke& gradient, size_t point, Vec2 by) {
    gradient.points[point] = gradient.points[point] + by;
}

/// 1 − cos² between the chord and the flow, times how sure the flow is.
float along_the_form(const DraftStroke& stroke, const Flow& flow, float weight, DraftStroke& gradient) {
    const Vec2 chord = stroke.points[2] - stroke.points[0];
    const float l2 = dot(chord, chord) + 1e-6f, c = dot(chord, flow.direction);
    weight *= flow.coherence * flow.coherence;
    const Vec2 by_chord = (chord * (c * c / (l2 * l2)) - flow.direction * (c / l2)) * (2.0f * weight);
    push(gradient, 2, by_chord);
    push(gradient, 0, by_chord * -1.0f);
    return weight * (1.0f - c * c / l2);
}

/// How far the second difference of the control points is from that of the wanted curve, over the chord,
/// squared. The curve bends to the side that the stroke bends to.
float bending(const DraftStroke& stroke, float curvature, float weight, DraftStroke& gradient) {
    const auto& p = stroke.points;
    const Vec2 chord = p[2] - p[0], across{-chord.y, chord.x};
    Vec2 bend = p[0] - p[1] * 2.0f + p[2];
    // The arc's rise is a quarter of the second difference.
    const float wanted = dot(bend, across) < 0.0f ? -4.0f * curvature : 4.0f * curvature;
    bend = bend - across * wanted;
    const float l2 = dot(chord, chord) + 1.0f, cost = weight * dot(bend, bend) / l2;
    const Vec2 by_bend = bend * (2.0f * weight / l2);
    const Vec2 by_chord = chord * (-2.0f * cost / l2) + Vec2{-by_bend.y, by_bend.x} * wanted;
    push(gradient, 0, by_bend - by_chord);
    push(gradient, 1, by_bend * -2.0f);
    push(gradient, 2, by_bend + by_chord);
    return cost;
}

/// How far the chord falls short of the least reach, as a share, squared.
float falling_short(const DraftStroke& stroke, float weight, DraftStroke& gradient) {
    const Vec2 chord = stroke.points[2] - stroke.points[0];
    const float l = length(chord) + 1e-6f, half = 0.5f * (stroke.half_width[0] + stroke.half_width[1]);
    const float least = kLeastReach * half, missing = 1.0f - l / least;
    if (missing <= 0.0f)
        return 0.0f;
    const Vec2 by_chord = chord * (-2.0f * weight * missing / (least * l));
    push(gradient, 2, by_chord);
    push(gradient, 0, by_chord * -1.0f);
    const float by_half = 2.0f * weight * missing * l / (least * half);
    gradient.half_width[0] += 0.5f * by_half;
    gradient.half_width[1] += 0.5f * by_half;
    return weight * missing * missing;
}

/// 1 − opacity, squared.
float seeing_through(const DraftStroke& stroke, float weight, DraftStroke& gradient) {
    const float o = opacity_of(stroke), missing = 1.0f - o;
    gradient.opacity_logit -= 2.0f * weight * missing * missing * o;
    return weight * missing * missing;
}

/// Difference of the two widths over their sum, squared.
float tapering(const DraftStroke& stroke, float weight, DraftStroke& gradient) {
    const float a = stroke.half_width[0], b = stroke.half_width[1], sum = a + b, r = (a - b) / sum;
    gradient.half_width[0] += 2.0f * weight * r * (1.0f - r) / sum;
    gradient.half_width[1] -= 2.0f * weight * r * (1.0f + r) / sum;
    return weight * r * r;
}

/// How far a measure is from what it should be: r² / (1 + r²) with r the logarithm of their ratio. What is
/// hopelessly far is no longer drawn.
struct Strayed {
    float cost, by_logarithm;  ///< It, and its derivative by r.
};
Strayed strayed(float ratio) {
    const float r = std::log(ratio), all = 1.0f + r * r;
    return {r * r / all, 2.0f * r / (all * all)};
}

/// The stroke's width beside the hand's own.
float keeping_width(const DraftStroke& stroke, float half_width, float weight, DraftStroke& gradient) {
    const float sum = stroke.half_width[0] + stroke.half_width[1];
    const Strayed far = strayed(0.5f * sum / half_width);
    for (float& by_half : gradient.half_width)
        by_half += weight * far.by_logarithm / sum;
    return weight * far.cost;
}

/// The chord, in widths of the stroke, beside the hand's own length.
float keeping_length(const DraftStroke& stroke, float length_in_widths, float weight, DraftStroke& gradient) {
    const Vec2 chord = stroke.points[2] - stroke.points[0];
    const float l = length(chord) + 1e-3f, sum = stroke.half_width[0] + stroke.half_width[1];
    const Strayed far = strayed(l / (sum * length_in_widths));
    const Vec2 by_chord = chord * (weight * far.by_logarithm / (l * l));
    push(gradient, 2, by_chord);
    push(gradient, 0, by_chord * -1.0f);
    for (float& by_half : gradient.half_width)
        by_half -= weight * far.by_logarithm / sum;
    return weight * far.cost;
}

}  // namespace

bool has_habits(const Hand& hand) {
    return hand.flow > 0.0f || hand.calm > 0.0f || hand.reach > 0.0f || hand.opacity > 0.0f ||
           hand.taper > 0.0f || hand.keep_width > 0.0f || hand.keep_length > 0.0f;
}

float habit_cost(const DraftStroke& stroke, const StrokeSetting& setting, const Hand& hand, float scale,
                 DraftStroke& gradient) {
    float cost = along_the_form(stroke, setting.flow, hand.flow * scale, gradient) +
                 bending(stroke, hand.curvature, hand.calm * scale, gradient) +
                 falling_short(stroke, hand.reach * scale, gradient) +
                 seeing_through(stroke, hand.opacity * scale, gradient) +
                 tapering(stroke, hand.taper * scale, gradient);
    if (hand.keep_width > 0.0f)
        cost += keeping_width(stroke, setting.half_width, hand.keep_width * scale, gradient);
    if (hand.keep_length > 0.0f && hand.length > 0.0f)
        cost += keeping_length(stroke, hand.length, hand.keep_length * scale, gradient);
    return cost;
}

}  // namespace allaprima
