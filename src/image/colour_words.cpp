#include "image/colour_words.h"

#include <array>
#include <cmath>
#include <numbers>

#include "image/cie.h"

namespace allaprima {
namespace {

struct Hue {
    float below;  ///< Of the angle in the a*b* plane, degrees.
    const char* name;
};
constexpr std::array kHues{Hue{15.0f, "pink"},    Hue{52.0f, "red"},     Hue{76.0f, "orange"},
                           Hue{106.0f, "yellow"}, Hue{180.0f, "green"},  Hue{232.0f, "turquoise"},
                           Hue{308.0f, "blue"},   Hue{338.0f, "violet"}, Hue{361.0f, "pink"}};
/// Less chroma than this is grey; more than that is strong.
constexpr float kGrey = 8.0f, kStrong = 60.0f;
constexpr float kDark = 32.0f, kLight = 72.0f;

std::string grey_in_words(float lightness) {
    if (lightness < 15.0f)
        return "black";
    if (lightness > 93.0f)
        return "white";
    return lightness < 42.0f ? "dark grey" : lightness > kLight ? "light grey" : "grey";
}

/// Dark orange and yellow have a name of their own.
bool is_brown(const Lab& lab, float angle) {
    return lab.lightness < 50.0f && angle >= kHues[1].below - 10.0f && angle < kHues[3].below;
}

}  // namespace

std::string colour_in_words(Rgb colour) {
    const Lab lab = lab_of_srgb(colour);
    const float chroma = std::hypot(lab.a, lab.b);
    if (chroma < kGrey)
        return grey_in_words(lab.lightness);
    float angle = std::atan2(lab.b, lab.a) * 180.0f / std::numbers::pi_v<float>;
    angle += angle < 0.0f ? 360.0f : 0.0f;
    if (is_brown(lab, angle))
        return lab.lightness < kDark ? "dark brown" : "brown";
    std::string words = lab.lightness < kDark ? "dark " : lab.lightness > kLight ? "light " : "";
    if (words.empty() && chroma > kStrong)
        words = "strong ";
    for (const Hue& hue : kHues)
        if (angle < hue.below)
            return words + hue.name;
    return words + kHues.back().name;
}

}  // namespace allaprima
