#pragma once
#include <gtest/gtest.h>
#include <lcms2.h>

#include <array>
#include <cmath>
#include <fstream>
#include <string>
#include <vector>

#include "codecs/pixel_source.h"
#include "image/colour.h"
#include "pictures/decode_photo.h"

/// What the tables of formats x ways of saying colour, depth and orientation have in common. Their pictures
/// have two halves; what these are to be is reckoned from the definitions of the colour spaces, with matrices
/// as they are published, and not by the code that is tried.

namespace allaprima::testing {

using Triple = std::array<double, 3>;

/// Both halves as they are encoded, in steps of 1/255.
inline constexpr Triple kLeft{140, 100, 60}, kRight{60, 120, 139};

struct Space {
    std::array<double, 9> to_srgb;
    double (*light)(double);
};

inline constexpr std::array<double, 9> kSame{1, 0, 0, 0, 1, 0, 0, 0, 1};
inline constexpr std::array<double, 9> kFromP3{1.2249401763,  -0.2249401763, 0.0,
                                               -0.0420569547, 1.0420569547,  0.0,
                                               -0.0196375546, -0.0786360456, 1.0982736001};
inline constexpr std::array<double, 9> kFromAdobe{1.3983557440, -0.3983557440, 0.0,         0.0, 1.0, 0.0,
                                                  0.0,          -0.0429289895, 1.0429289895};
inline constexpr std::array<double, 9> kFrom2020{1.6604910021,  -0.5876411388, -0.0728498633,
                                                 -0.1245504745, 1.1328998971,  -0.0083494226,
                                                 -0.0181507634, -0.1005788980, 1.1187296614};
inline constexpr std::array<double, 9> kFromAp1{1.7050509927,  -0.6217921206, -0.0832588720,
                                                -0.1302564175, 1.1408047366,  -0.0105483191,
                                                -0.0240033568, -0.1289689761, 1.1529723329};

inline double srgb_light(double v) {
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}
inline double same_light(double v) {
    return v;
}
inline double light_18(double v) {
    return std::pow(v, 1.8);
}
inline double light_22(double v) {
    return std::pow(v, 563.0 / 256.0);
}
inline double light_709(double v) {
    return v < 0.081 ? v / 4.5 : std::pow((v + 0.0993) / 1.0993, 1.0 / 0.45);
}
/// White at 203 cd/m².
inline double pq_light_203(double v) {
    const double p = std::pow(v, 1.0 / 78.84375);
    return 10000.0 / 203.0 *
           std::pow(std::max(p - 0.8359375, 0.0) / (18.8515625 - 18.6875 * p), 1.0 / 0.1593017578125);
}
inline double narrow_srgb(double v) {
    return srgb_light((v * 255.0 - 16.0) / 219.0);
}

inline constexpr Space kSrgbSpace{kSame, srgb_light}, kP3Space{kFromP3, srgb_light},
    kAdobeSpace{kFromAdobe, light_22}, kGamma18{kSame, light_18}, kP3Gamma18{kFromP3, light_18};

/// What a screen shows, in steps of 1/255.
inline Triple on_screen(const Triple& light) {
    Triple shown{};
    for (size_t i = 0; i < 3; ++i)
        shown[i] = 255.0 * static_cast<double>(
                               srgb_from_linear(static_cast<float>(std::min(1.0, std::max(0.0, light[i])))));
    return shown;
}

inline Triple seen_in(const Space& space, const Triple& encoded) {
    Triple own{}, light{};
    for (size_t i = 0; i < 3; ++i)
        own[i] = space.light(encoded[i] / 255.0);
    for (size_t i = 0; i < 9; ++i)
        light[i / 3] += space.to_srgb[i] * own[i % 3];
    return on_screen(light);
}

/// One cell of a table.
struct ColourCase {
    std::string name;
    std::string bytes;   ///< Of the file.
    Triple left, right;  ///< As a screen is to show them.
    std::string words;   ///< What is to be said of where the colours were told, or a part of it.
    double tolerance = 1.5;
    int orientation = 1;  ///< As told; the corners are looked for where it puts them.
};

inline ColourCase cell(std::string name, std::string bytes, const Space& space, std::string words) {
    return {std::move(name), std::move(bytes), seen_in(space, kLeft), seen_in(space, kRight),
            std::move(words)};
}

/// The middle of the half that was left as stored, in a picture that was turned upright.
inline Rgb half_of(const Photo& photo, int orientation, bool left) {
    const Size size = photo.size();
    const bool swapped = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    // From 5 on, columns have become rows: those of 5 and 6 run down from the left, of 7 and 8 from the
    // right.
    const bool first = left != swapped;
    const int along = orientation >= 5 ? size.height : size.width;
    const int at = first ? along / 4 : along * 3 / 4;
    return orientation >= 5 ? photo.colour.at(size.width / 2, at) : photo.colour.at(at, size.height / 2);
}

inline void expect_near(const Rgb& light, const Triple& wanted, double tolerance, const std::string& what) {
    const Triple shown = on_screen({light.r, light.g, light.b});
    for (size_t i = 0; i < 3; ++i)
        EXPECT_NEAR(shown[i], wanted[i], tolerance) << what << ", channel " << i;
}

inline void expect_case(const ColourCase& wanted, const OpenedSource& source) {
    ASSERT_TRUE(source.ok()) << wanted.name << ": " << source.error().message;
    const Result<Photo> photo = decode_photo(**source, (*source)->layout().size);
    ASSERT_TRUE(photo.ok()) << wanted.name << ": " << photo.error().message;
    expect_near(half_of(*photo, wanted.orientation, true), wanted.left, wanted.tolerance,
                wanted.name + " left");
    expect_near(half_of(*photo, wanted.orientation, false), wanted.right, wanted.tolerance,
                wanted.name + " right");
    EXPECT_NE(photo->colour_space.find(wanted.words), std::string::npos)
        << wanted.name << ": " << photo->colour_space;
}

inline std::string file_of(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path;
}

/// Display P3, with sRGB's curve, or a curve for greys alone.
inline std::string icc_profile(bool grey = false) {
    const double parameters[] = {2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045};
    cmsToneCurve* curve =
        grey ? cmsBuildGamma(nullptr, 1.8) : cmsBuildParametricToneCurve(nullptr, 4, parameters);
    cmsToneCurve* curves[3] = {curve, curve, curve};
    const cmsCIExyY white{0.3127, 0.3290, 1.0};
    const cmsCIExyYTRIPLE primaries{{0.680, 0.320, 1.0}, {0.265, 0.690, 1.0}, {0.150, 0.060, 1.0}};
    const cmsHPROFILE profile =
        grey ? cmsCreateGrayProfile(&white, curve) : cmsCreateRGBProfile(&white, &primaries, curves);
    cmsFreeToneCurve(curve);
    cmsUInt32Number length = 0;
    cmsSaveProfileToMem(profile, nullptr, &length);
    std::string bytes(length, '\0');
    cmsSaveProfileToMem(profile, bytes.data(), &length);
    cmsCloseProfile(profile);
    return bytes;
}

}  // namespace allaprima::testing
