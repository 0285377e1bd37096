#include "brush/hand.h"

#include "brush/planned_passes.h"

namespace allaprima {
namespace {

constexpr float kMostWeight = 8.0f;
constexpr TextOfPasses kBrushHelp{"One brush, or one for each pass: {}"};

const HandSetting kHandSettings[] = {
    {"flow", &Hand::flow, 0.0f, kMostWeight, "How much it counts that strokes run along the form"},
    {"calm", &Hand::calm, 0.0f, kMostWeight, "How much it counts that strokes bend no more than 'curvature'"},
    {"reach", &Hand::reach, 0.0f, kMostWeight,
     "How much it counts that strokes are longer than they are wide"},
    {"opacity", &Hand::opacity, 0.0f, kMostWeight, "How much it counts that paint hides what is under it"},
    {"taper", &Hand::taper, 0.0f, kMostWeight,
     "How much it counts that strokes keep their width from end to end"},
    {"fading", &Hand::fading, 0.0f, 0.0f, "Whether borders may be softer than a brush leaves them"},
    {"likeness", &Hand::likeness, 0.0f, 0.0f,
     "Whether only likeness counts, everywhere the same: strokes are moved boldly and settle for a long "
     "time"},

    {"strokes", &Hand::strokes, 0.0f, 100'000.0f,
     "How many strokes if the brief does not say; 0 the usual number"},
    {"first_width", &Hand::first_width, 0.05f, 2.0f,
     "Width of the strokes laid first, in shares of their room"},
    {"width", &Hand::width, 0.05f, 2.0f, "Width of the strokes laid last, in shares of their room"},
    {"keep_width", &Hand::keep_width, 0.0f, kMostWeight,
     "How much it counts that strokes keep to that width"},
    {"length", &Hand::length, 0.0f, 20.0f, "Length of a stroke in its own widths; 0 as the form asks"},
    {"keep_length", &Hand::keep_length, 0.0f, kMostWeight,
     "How much it counts that strokes keep to that length"},
    {"curvature", &Hand::curvature, 0.0f, 0.5f,
     "How far strokes bend, as the rise of the arc over its length: 0 straight, 0.15 a comma, 0.5 half a "
     "circle"},
    {"spacing", &Hand::spacing, 0.2f, 6.0f,
     "Least distance between strokes that are laid together, in halves of their width"},
    {"blur", &Hand::blur, 0.1f, 3.0f,
     "How broadly the eye looks for what is wrong, in halves of a stroke's width"},
    {"sweep", &Hand::sweep, 0.0f, 6.0f,
     "How far forms lead strokes that lie around them, in sides of a stroke's room; 0 only where they are"},
    {"slant", &Hand::slant, -90.0f, 90.0f,
     "Direction of strokes that no form leads, degrees: 0 level, 45 rising to the right, 90 upright"},
    {"hatching", &Hand::hatching, 0.0f, 10.0f,
     "How strongly strokes keep to 'slant': 1 as an average form leads them"},
    {"swirl", &Hand::swirl, 0.0f, 10.0f,
     "How strongly strokes whirl where no form leads them: 1 as an average form"},
    {"eddy", &Hand::eddy, 0.5f, 12.0f, "How broad those whirls are, in sides of a stroke's room"},
    {"waver", &Hand::waver, 0.0f, 90.0f,
     "How far strokes stray from the direction that leads them, each to its own side, degrees"},

    {"range", &Hand::range, 0.0f, 1.0f,
     "How far values are moved to 'darkest', 'middle' and 'lightest': 0 left as they are, 1 all of the way"},
    {"darkest", &Hand::darkest, 0.0f, 1.0f,
     "Lightness (Oklab) of the darks: only a twentieth of the picture is darker"},
    {"middle", &Hand::middle, 0.0f, 1.0f, "Lightness of the middle: half of the picture is darker"},
    {"lightest", &Hand::lightest, 0.0f, 1.0f,
     "Lightness of the lights: only a twentieth of the picture is lighter"},
    {"chroma", &Hand::chroma, 0.0f, 4.0f, "What the picture's chroma is multiplied by: 0 grey, 1 as it is"},
    {"warm_lights", &Hand::warm_lights, -0.2f, 0.2f,
     "How much warmer the lights are made, in Oklab's unit of chroma"},
    {"cool_shadows", &Hand::cool_shadows, -0.2f, 0.2f,
     "How much cooler the shadows are made, in the same unit"},
    {"tint", &Hand::tint, 0.0f, 1.0f,
     "How far 'mean_chroma', 'light_warmth' and 'shadow_warmth' are met: 0 not at all, 1 all of the way"},
    {"mean_chroma", &Hand::mean_chroma, 0.0f, 0.3f, "Chroma that the picture should have on average"},
    {"light_warmth", &Hand::light_warmth, -0.2f, 0.2f, "Warmth that its lights should have on average"},
    {"shadow_warmth", &Hand::shadow_warmth, -0.2f, 0.2f, "Warmth that its shadows should have on average"},
    {"broken", &Hand::broken, 0.0f, 0.3f,
     "How far neighbouring strokes differ in hue while their mean stays the same, in Oklab's unit of chroma"},
    {"lost", &Hand::lost, 0.0f, 1.0f, "How far edges are lost away from what matters"},
    {"lost_darks", &Hand::lost_darks, 0.0f, 1.0f, "How far edges are lost in the shadows"},
    {"found", &Hand::found, 0.0f, 1.0f,
     "How far edges are kept crisp everywhere else: 0 where contours are, 1 all"},

    {"relief", &Hand::relief, 0.1f, 4.0f, "How thick paint is laid, compared with what the brush holds"},
    {"wetness", &Hand::wetness, 0.0f, 1.0f, "How wet the paint is that is painted into: 0 dry, 1 soup"},
    {"scumbles", &Hand::scumbles, 0.0f, 0.4f, "Share of the strokes that are dragged thinly over dry paint"},
    {"glazes", &Hand::glazes, 0.0f, 0.4f, "Share of the strokes that are laid last as thin films"},
    {"palette", &Hand::palette, 0.0f, 0.0f, "The tubes, as the setting 'palette' of a brief names them"},
    {"brush", &Hand::brush, 0.0f, 0.0f, kBrushHelp.c_str()},
    {"canvas", &Hand::canvas, 0.0f, 0.0f, "What is painted on: linen, cotton, panel or paper"},
    {"ground", &Hand::ground, 0.0f, 0.0f,
     "Colour of the primed canvas, or \"auto\": the picture's mean colour"},
};

}  // namespace

std::span<const HandSetting> hand_settings() {
    return kHandSettings;
}

}  // namespace allaprima
