#include "learning/learn_hand.h"

#include <algorithm>
#include <cmath>

#include "briefs/gather_materials.h"
#include "image/colour.h"
#include "image/filters.h"
#include "image/oklab.h"
#include "learning/correct_hand.h"
#include "pictures/read_photo.h"
#include "pigment/choose_tubes.h"

namespace allaprima {
namespace {

constexpr int kTubes = 9;
constexpr int kLearnedColours = 48;
/// The coherence at which strokes begin to be led, and that at which they are led surely.
constexpr float kUnledCoherence = 0.40f, kSureCoherence = 0.56f;
constexpr float kUsualRelief = 0.006f;  // of the painterly hand on a smooth photograph
constexpr float kShortestLength = 1.2f, kLongestLength = 10.0f;  // of a stroke in its own widths
constexpr float kLearnedWidth = 0.5f;                            // of a stroke in its room
/// So many times as wide as it is measured is a stroke: bristles and ridges streak it.
constexpr float kStreaked = 2.1f;

Result<Image<Rgb>> picture_of(const std::string& path) {
    const Result<Photo> photo = read_photo(path, ReadLimits{}, kMeasuringSide);
    if (!photo)
        return photo.error();
    return screen_srgb(resized(photo->colour, with_long_side(photo->size(), kMeasuringSide)));
}

/// Their names, with commas between them, as a palette is named.
std::string names_of_tubes(const std::vector<ColourShare>& colours) {
    std::string names;
    for (const Pigment& tube : choose_tubes(paints_to_choose_from(), colours, kTubes))
        names += (names.empty() ? "" : ", ") + tube.name;
    return names;
}

/// A ground as dark as the painting's darks, of the opposite hue: so that it is painted over everywhere, and
/// sets off what is laid on it where it shows between strokes.
Rgb ground_of(const PaintingMeasures& measures, const Image<Rgb>& picture) {
    constexpr float kChroma = 0.06f, kDarker = 0.06f;
    Oklab mean;
    const Image<Oklab> colours = oklab_of_srgb(picture);
    for (const Oklab& c : colours.pixels()) {
        mean.a += c.a;
        mean.b += c.b;
    }
    const float far = std::max(1e-6f, chroma_of(mean));
    return srgb_of_oklab_in_gamut(
        {std::max(0.2f, measures.darkest - kDarker), -kChroma * mean.a / far, -kChroma * mean.b / far});
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
    const float width = kStreaked * std::max(1e-3f, measures.width), room = width / kLearnedWidth;
    const float area = height_share > 1.0f ? 1.0f / height_share : height_share;
    hand.strokes = std::round(std::clamp(area / (room * room), kFewestLearned, kMostLearned));
    hand.width = kLearnedWidth;
    hand.first_width = 0.45f;
    hand.keep_width = 1.0f;
    hand.length = std::clamp(measures.length / width, kShortestLength, kLongestLength);
    hand.keep_length = 1.0f;
    hand.opacity = 1.2f;
    hand.spacing = 1.3f;
    const float sure =
        std::clamp((measures.coherence - kUnledCoherence) / (kSureCoherence - kUnledCoherence), 0.0f, 1.5f);
    hand.flow = 0.2f + 0.8f * sure;
    hand.sweep = 1.2f * sure;
    hand.swirl = 1.2f * sure;
    hand.eddy = std::clamp(1.5f / std::max(0.1f, measures.curvature), 1.5f, 8.0f);
    hand.waver = std::clamp(55.0f * (1.0f - sure), 0.0f, 55.0f);
    // The rise of an arc is an eighth of its turn from end to end.
    const float turn = measures.curvature * measures.length / 0.02f;
    hand.curvature = std::clamp(0.125f * turn, 0.0f, 0.2f);
    hand.calm = 0.15f;
    hand.relief = std::clamp(measures.relief / kUsualRelief, 0.3f, 4.0f);
    hand.found = std::clamp(measures.relief / kUsualRelief - 1.0f, 0.0f, 1.0f);
    hand.broken = std::clamp(1.5f * measures.broken, 0.0f, 0.1f);
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

Result<Hand> learn_hand(const std::vector<std::string>& paintings, const std::string& name,
                        const ThreadPool& workers, Observer& observer) {
    PaintingMeasures mean;
    std::vector<ColourShare> colours;
    Image<Rgb> first;
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
        const std::vector<ColourShare> main = main_colours(*picture, kLearnedColours);
        colours.insert(colours.end(), main.begin(), main.end());
        if (first.empty())
            first = *picture;
    }
    Hand hand = hand_from_measures(mean, height_share);
    hand.name = name;
    hand.palette = names_of_tubes(colours);
    hand.ground = ground_of(mean, first);
    const Result<Materials> materials = gather_materials(hand);
    if (!materials)
        return materials.error();
    return corrected_by_painting(hand, motif_of(first), mean, *materials, workers, observer);
}

}  // namespace allaprima
