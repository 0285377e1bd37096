#include "engine/learn_hand.h"

#include <algorithm>
#include <cmath>

#include "engine/gather_materials.h"
#include "image/colour.h"
#include "image/filters.h"
#include "io/read_photo.h"
#include "pigment/choose_tubes.h"

namespace allaprima {
namespace {

constexpr int kTubes = 9;
constexpr int kMainColours = 48;
/// The coherence at which strokes begin to be led, and that at which they are led like the painterly hand's.
constexpr float kUnledCoherence = 0.38f, kUsualCoherence = 0.48f;
constexpr float kUsualRelief = 0.005f;  // of the painterly hand on a smooth photograph
constexpr float kLearnedWidth = 0.5f;   // of a stroke in its room
/// So many times as wide as it is measured is a stroke: bristles and ridges streak it.
constexpr float kStreaked = 2.8f;
constexpr float kFewestStrokes = 300.0f, kMostStrokes = 8000.0f;

Result<Image<Rgb>> picture_of(const std::string& path) {
    const Result<Photo> photo = read_photo(path, ReadLimits{}, kMeasuringSide);
    if (!photo)
        return photo.error();
    Image<Rgb> picture = resized(photo->colour, with_long_side(photo->size(), kMeasuringSide));
    for (Rgb& c : picture.pixels()) {
        const Rgb e = srgb_from_linear(c);
        c = {std::clamp(e.r, 0.0f, 1.0f), std::clamp(e.g, 0.0f, 1.0f), std::clamp(e.b, 0.0f, 1.0f)};
    }
    return picture;
}

/// Their names, with commas between them, as a palette is named.
std::string names_of_tubes(const std::vector<ColourShare>& colours) {
    std::string names;
    for (const Pigment& tube : choose_tubes(paints_to_choose_from(), colours, kTubes))
        names += (names.empty() ? "" : ", ") + tube.name;
    return names;
}

}  // namespace

Result<PaintingMeasures> measure_picture(const std::string& path) {
    const Result<Image<Rgb>> picture = picture_of(path);
    if (!picture)
        return picture.error();
    return measure_painting(*picture);
}

Hand hand_from_measures(const PaintingMeasures& measures, float height_share) {
    Hand hand;
    // As many strokes of that width as fill the canvas.
    const float room = kStreaked * std::max(1e-3f, measures.width) / kLearnedWidth;
    const float area = height_share > 1.0f ? 1.0f / height_share : height_share;
    hand.strokes = std::round(std::clamp(area / (room * room), kFewestStrokes, kMostStrokes));
    hand.width = kLearnedWidth;
    hand.keep_width = 0.5f;
    hand.length = std::clamp(measures.length / std::max(1e-3f, measures.width), 1.2f, 10.0f);
    hand.keep_length = 1.0f;
    const float sure =
        std::clamp((measures.coherence - kUnledCoherence) / (kUsualCoherence - kUnledCoherence), 0.0f, 2.0f);
    hand.flow = 0.5f * sure;
    hand.sweep = 0.6f * sure;
    hand.swirl = 0.4f * sure;
    // The rise of an arc is an eighth of its turn from end to end.
    const float turn = measures.curvature * measures.length / 0.01f;
    hand.curvature = std::clamp(0.125f * turn, 0.0f, 0.25f);
    hand.calm = 0.15f;
    hand.relief = std::clamp(measures.relief / kUsualRelief, 0.3f, 3.0f);
    hand.found = std::clamp(measures.relief / kUsualRelief - 1.0f, 0.0f, 1.0f);
    hand.range = 1.0f;
    hand.darkest = measures.darkest;
    hand.middle = measures.middle;
    hand.lightest = measures.lightest;
    hand.tint = 1.0f;
    hand.mean_chroma = std::clamp(measures.chroma, 0.0f, 0.3f);
    hand.light_warmth = std::clamp(measures.light_warmth, -0.2f, 0.2f);
    hand.shadow_warmth = std::clamp(measures.shadow_warmth, -0.2f, 0.2f);
    return hand;
}

Result<Hand> learn_hand(const std::vector<std::string>& paintings, const std::string& name) {
    PaintingMeasures mean;
    std::vector<ColourShare> colours;
    float height_share = 0.0f;
    const float share = 1.0f / static_cast<float>(paintings.size());
    for (const std::string& path : paintings) {
        const Result<Image<Rgb>> picture = picture_of(path);
        if (!picture)
            return picture.error();
        const PaintingMeasures measures = measure_painting(*picture);
        for (const PaintingMeasure& measure : kPaintingMeasures)
            mean.*measure.member += share * measures.*measure.member;
        height_share += share * static_cast<float>(picture->height()) / static_cast<float>(picture->width());
        const std::vector<ColourShare> main = main_colours(*picture, kMainColours);
        colours.insert(colours.end(), main.begin(), main.end());
    }
    Hand hand = hand_from_measures(mean, height_share);
    hand.name = name;
    hand.palette = names_of_tubes(colours);
    return hand;
}

}  // namespace allaprima
