#include "image/cie.h"

#include <cmath>
#include <numbers>

#include "image/colour.h"

namespace allaprima {
namespace {

/// The compression of L*a*b*: a cube root that goes on as a straight line below (6/29)³.
float compressed(float t) {
    constexpr float kBend = 6.0f / 29.0f;
    return t > kBend * kBend * kBend ? std::cbrt(t) : t / (3.0f * kBend * kBend) + 4.0f / 29.0f;
}

float expanded(float f) {
    constexpr float kBend = 6.0f / 29.0f;
    return f > kBend ? f * f * f : 3.0f * kBend * kBend * (f - 4.0f / 29.0f);
}

/// What Bradford's sharpened cones answer to a colour, and the colour to which they answer so.
Xyz cones_of(Xyz v) {
    return {0.8951f * v.x + 0.2664f * v.y - 0.1614f * v.z, -0.7502f * v.x + 1.7135f * v.y + 0.0367f * v.z,
            0.0389f * v.x - 0.0685f * v.y + 1.0296f * v.z};
}
Xyz xyz_of_cones(Xyz v) {
    return {0.9869929f * v.x - 0.1470543f * v.y + 0.1599627f * v.z,
            0.4323053f * v.x + 0.5183603f * v.y + 0.0492912f * v.z,
            -0.0085287f * v.x + 0.0400428f * v.y + 0.9684867f * v.z};
}

constexpr double kDegree = std::numbers::pi / 180.0;

double degrees_of(double y, double x) {
    if (x == 0.0 && y == 0.0)
        return 0.0;
    const double angle = std::atan2(y, x) / kDegree;
    return angle < 0.0 ? angle + 360.0 : angle;
}

double to_seventh(double v) {
    return std::pow(v, 7.0);
}

/// A share of chroma: 0 for greys, near 1 for strong colours.
double of_strong_colours(double chroma) {
    return std::sqrt(to_seventh(chroma) / (to_seventh(chroma) + to_seventh(25.0)));
}

}  // namespace

Xyz xyz_from_linear_srgb(Rgb c) {
    return {0.4123908f * c.r + 0.3575843f * c.g + 0.1804808f * c.b,
            0.2126390f * c.r + 0.7151687f * c.g + 0.0721923f * c.b,
            0.0193308f * c.r + 0.1191948f * c.g + 0.9505322f * c.b};
}

Rgb linear_srgb_from_xyz(Xyz v) {
    return {3.2409699f * v.x - 1.5373832f * v.y - 0.4986108f * v.z,
            -0.9692436f * v.x + 1.8759675f * v.y + 0.0415551f * v.z,
            0.0556301f * v.x - 0.2039770f * v.y + 1.0569715f * v.z};
}

Rgb linear_srgb_from_xyz_d50(Xyz v) {
    return {3.1338561f * v.x - 1.6168667f * v.y - 0.4906146f * v.z,
            -0.9787684f * v.x + 1.9161415f * v.y + 0.0334540f * v.z,
            0.0719453f * v.x - 0.2289914f * v.y + 1.4052427f * v.z};
}

Xyz xyz_d50_from_linear_srgb(Rgb c) {
    return {0.4360747f * c.r + 0.3850649f * c.g + 0.1430804f * c.b,
            0.2225045f * c.r + 0.7168786f * c.g + 0.0606169f * c.b,
            0.0139322f * c.r + 0.0971045f * c.g + 0.7141733f * c.b};
}

Xyz adapted(Xyz colour, Xyz from, Xyz to) {
    const Xyz seen = cones_of(colour), before = cones_of(from), after = cones_of(to);
    return xyz_of_cones(
        {seen.x * after.x / before.x, seen.y * after.y / before.y, seen.z * after.z / before.z});
}

Lab lab_of(Xyz xyz, Xyz white) {
    const float fx = compressed(xyz.x / white.x), fy = compressed(xyz.y / white.y),
                fz = compressed(xyz.z / white.z);
    return {116.0f * fy - 16.0f, 500.0f * (fx - fy), 200.0f * (fy - fz)};
}

Xyz xyz_of(Lab lab, Xyz white) {
    const float f = (lab.lightness + 16.0f) / 116.0f;
    return {white.x * expanded(f + lab.a / 500.0f), white.y * expanded(f),
            white.z * expanded(f - lab.b / 200.0f)};
}

Lab lab_of_srgb(Rgb encoded) {
    return lab_of(xyz_from_linear_srgb(linear_from_srgb(encoded)), kWhiteD65);
}

// The symbols of the paper: a prime marks what follows from a scaled to a'.
double delta_e_2000(Lab first, Lab second) {
    // Chroma and hue.
    const double plain = 0.5 * (std::hypot(first.a, first.b) + std::hypot(second.a, second.b));
    const double g = 0.5 * (1.0 - of_strong_colours(plain));
    const double a1 = (1.0 + g) * first.a, a2 = (1.0 + g) * second.a;
    const double c1 = std::hypot(a1, first.b), c2 = std::hypot(a2, second.b);
    const double h1 = degrees_of(first.b, a1), h2 = degrees_of(second.b, a2);

    // Differences; a grey has no hue.
    const bool coloured = c1 * c2 != 0.0;
    double turn = coloured ? h2 - h1 : 0.0;
    turn += turn > 180.0 ? -360.0 : turn < -180.0 ? 360.0 : 0.0;
    const double dl = static_cast<double>(second.lightness) - first.lightness, dc = c2 - c1;
    const double dh = 2.0 * std::sqrt(c1 * c2) * std::sin(0.5 * turn * kDegree);

    // Means.
    const double l = 0.5 * (static_cast<double>(first.lightness) + second.lightness), c = 0.5 * (c1 + c2);
    double h = h1 + h2;
    if (coloured)
        h = 0.5 * (std::fabs(h1 - h2) <= 180.0 ? h : h < 360.0 ? h + 360.0 : h - 360.0);

    // How much a difference of each kind counts there.
    const double t = 1.0 - 0.17 * std::cos((h - 30.0) * kDegree) + 0.24 * std::cos(2.0 * h * kDegree) +
                     0.32 * std::cos((3.0 * h + 6.0) * kDegree) - 0.20 * std::cos((4.0 * h - 63.0) * kDegree);
    const double from_middle = (l - 50.0) * (l - 50.0);
    const double sl = 1.0 + 0.015 * from_middle / std::sqrt(20.0 + from_middle);
    const double sc = 1.0 + 0.045 * c, sh = 1.0 + 0.015 * c * t;
    const double bluish = 30.0 * std::exp(-std::pow((h - 275.0) / 25.0, 2.0));
    const double rotation = -std::sin(2.0 * bluish * kDegree) * 2.0 * of_strong_colours(c);
    const double el = dl / sl, ec = dc / sc, eh = dh / sh;
    return std::sqrt(el * el + ec * ec + eh * eh + rotation * ec * eh);
}

}  // namespace allaprima
