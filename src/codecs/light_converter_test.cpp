#include "codecs/light_converter.h"

#include <gtest/gtest.h>
#include <lcms2.h>

#include <cmath>

#include "image/colour.h"

namespace allaprima {
namespace {

constexpr cmsCIExyY kD65{0.3127, 0.3290, 1.0};

std::vector<uint8_t> saved(cmsHPROFILE profile) {
    cmsUInt32Number length = 0;
    cmsSaveProfileToMem(profile, nullptr, &length);
    std::vector<uint8_t> bytes(length);
    cmsSaveProfileToMem(profile, bytes.data(), &length);
    cmsCloseProfile(profile);
    return bytes;
}

std::vector<uint8_t> rgb_profile(const cmsCIExyYTRIPLE& primaries, double gamma) {
    cmsToneCurve* curve = cmsBuildGamma(nullptr, gamma);
    cmsToneCurve* curves[3] = {curve, curve, curve};
    const cmsHPROFILE profile = cmsCreateRGBProfile(&kD65, &primaries, curves);
    cmsFreeToneCurve(curve);
    return saved(profile);
}

std::vector<uint8_t> display_p3(double gamma) {
    return rgb_profile({{0.680, 0.320, 1.0}, {0.265, 0.690, 1.0}, {0.150, 0.060, 1.0}}, gamma);
}

std::vector<uint8_t> grey_profile(double gamma) {
    cmsToneCurve* curve = cmsBuildGamma(nullptr, gamma);
    const cmsHPROFILE profile = cmsCreateGrayProfile(&kD65, curve);
    cmsFreeToneCurve(curve);
    return saved(profile);
}

PixelLayout layout_of(ColourModel model, SampleType sample, std::vector<uint8_t> profile) {
    PixelLayout layout;
    layout.size = layout.stored_size = {1, 1};
    layout.model = model;
    layout.sample = sample;
    layout.channels = layout.colour_channels();
    layout.profile = std::move(profile);
    return layout;
}

template <typename T>
Rgb light_of(const PixelLayout& layout, std::vector<T> pixel) {
    Rgb light;
    LightConverter(layout).convert(reinterpret_cast<const std::byte*>(pixel.data()), std::span(&light, 1),
                                   {});
    return light;
}

void expect_near(Rgb light, Rgb wanted, float tolerance) {
    EXPECT_NEAR(light.r, wanted.r, tolerance);
    EXPECT_NEAR(light.g, wanted.g, tolerance);
    EXPECT_NEAR(light.b, wanted.b, tolerance);
}

TEST(LightConverter, DisplayP3GoesToSrgbPrimaries) {
    // Columns of the matrix from linear Display P3 to linear sRGB, both under D65.
    const Rgb red{1.22494f, -0.04206f, -0.01964f}, green{-0.22494f, 1.04206f, -0.07864f},
        blue{0.0f, 0.0f, 1.09828f};
    const Rgb wanted = red * 0.5f + green * 0.25f + blue * 0.125f;
    const PixelLayout integers = layout_of(ColourModel::Rgb, SampleType::U16, display_p3(1.0));
    expect_near(light_of<uint16_t>(integers, {32768, 16384, 8192}), wanted, 1e-3f);
    const PixelLayout floats = layout_of(ColourModel::Rgb, SampleType::F32, display_p3(1.0));
    expect_near(light_of<float>(floats, {0.5f, 0.25f, 0.125f}), wanted, 1e-3f);
}

TEST(LightConverter, TablesAgreeWithLcms) {
    std::vector<uint16_t> integers;
    std::vector<float> floats;
    for (int i = 0; i < 500; ++i)
        for (const int sample : {i * 131, 65535 - i * 97, i * 7919}) {
            integers.push_back(static_cast<uint16_t>(sample));
            floats.push_back(static_cast<float>(integers.back()) / 65535.0f);
        }
    std::vector<Rgb> by_tables(500), by_lcms(500);
    LightConverter(layout_of(ColourModel::Rgb, SampleType::U16, display_p3(2.2)))
        .convert(reinterpret_cast<const std::byte*>(integers.data()), by_tables, {});
    LightConverter(layout_of(ColourModel::Rgb, SampleType::F32, display_p3(2.2)))
        .convert(reinterpret_cast<const std::byte*>(floats.data()), by_lcms, {});
    for (size_t i = 0; i < by_lcms.size(); ++i)
        expect_near(by_tables[i], by_lcms[i], 1e-3f);
}

TEST(LightConverter, WhiteStaysWhite) {
    expect_near(
        light_of<uint8_t>(layout_of(ColourModel::Rgb, SampleType::U8, display_p3(2.2)), {255, 255, 255}),
        {1, 1, 1}, 1e-3f);
    expect_near(light_of<uint8_t>(layout_of(ColourModel::Grey, SampleType::U8, grey_profile(1.8)), {255}),
                {1, 1, 1}, 1e-3f);
}

TEST(LightConverter, GreyFollowsItsCurve) {
    const float wanted = std::pow(100.0f / 255.0f, 1.8f);
    expect_near(light_of<uint8_t>(layout_of(ColourModel::Grey, SampleType::U8, grey_profile(1.8)), {100}),
                {wanted, wanted, wanted}, 1e-3f);
}

TEST(LightConverter, ProfilesThatDoNotFitAreIgnored) {
    const float middle = linear_from_srgb(128.0f / 255.0f);
    for (const std::vector<uint8_t>& profile :
         {grey_profile(1.0), std::vector<uint8_t>(200, 7), std::vector<uint8_t>{1}, std::vector<uint8_t>{}}) {
        const PixelLayout layout = layout_of(ColourModel::Rgb, SampleType::U8, profile);
        expect_near(light_of<uint8_t>(layout, {128, 128, 128}), {middle, middle, middle}, 1e-6f);
    }
}

TEST(LightConverter, InkWithoutAProfileTakesLightAway) {
    const PixelLayout layout = layout_of(ColourModel::Cmyk, SampleType::U8, {});
    expect_near(light_of<uint8_t>(layout, {0, 0, 0, 0}), {1, 1, 1}, 1e-6f);
    expect_near(light_of<uint8_t>(layout, {0, 0, 0, 255}), {0, 0, 0}, 1e-6f);
    expect_near(light_of<uint8_t>(layout, {255, 0, 0, 0}), {0, 1, 1}, 1e-6f);
}

TEST(LightConverter, DeviceLinksAreIgnored) {
    const cmsHPROFILE link = cmsCreateInkLimitingDeviceLink(cmsSigCmykData, 400.0);
    const std::vector<uint8_t> bytes = saved(link);
    // A device link is no description of a colour space, so it must be passed over.
    const PixelLayout layout = layout_of(ColourModel::Cmyk, SampleType::U8, bytes);
    expect_near(light_of<uint8_t>(layout, {0, 255, 255, 0}), {1, 0, 0}, 1e-6f);
}

}  // namespace
}  // namespace allaprima
