// What every painter knows of paint.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "pigment/palette.h"

namespace allaprima {
namespace {

Lab lab_of_mix(const Palette& palette, const Shares& shares) {
    return lab_of(seen_under(masstone(medium_of(palette, shares)), Illuminant::D65), kWhiteD65);
}

/// Two tubes by name, the second of this share.
Lab mixed(const char* first, const char* second, float share) {
    const Palette palette{.name = {}, .tubes = {*find_pigment(first), *find_pigment(second)}};
    return lab_of_mix(palette, {1.0f - share, share});
}

float chroma(Lab lab) {
    return std::hypot(lab.a, lab.b);
}

TEST(Pigments, AreWhatPaintCanBe) {
    ASSERT_GE(measured_pigments().size(), 30u);
    for (const Pigment& pigment : measured_pigments()) {
        EXPECT_FALSE(pigment.name.empty());
        EXPECT_EQ(find_pigment(pigment.name), &pigment) << pigment.name << " is there twice";
        for (size_t band = 0; band < kBands; ++band) {
            EXPECT_GE(pigment.absorption[band], 0.0f) << pigment.name << " band " << band;
            EXPECT_GT(pigment.scattering[band], 0.0f) << pigment.name << " band " << band;
        }
    }
}

TEST(Pigments, AreFoundByTheirNames) {
    EXPECT_EQ(find_pigment("titanium white")->colour_index, "PW6");
    EXPECT_EQ(find_pigment("no such paint"), nullptr);
}

TEST(Mixing, APigmentMixedWithItselfKeepsItsColour) {
    for (const Pigment& pigment : measured_pigments())
        for (float share : {0.0f, 0.3f, 1.0f}) {
            const Palette twice{.name = {}, .tubes = {pigment, pigment}};
            EXPECT_LT(delta_e_2000(lab_of_mix(twice, {1.0f - share, share}), lab_of_mix(twice, {1.0f})), 0.01)
                << pigment.name << " at share " << share;
        }
}

TEST(Mixing, BlueAndYellowGiveGreen) {
    for (const char* blue :
         {"Phthalo Blue Green Shade", "Ultramarine Blue", "Cerulean Blue Chromium", "Prussian Blue"})
        for (const char* yellow : {"Hansa Yellow Opaque", "Bismuth Vanadate Yellow", "Chrome Yellow Light"}) {
            float greenest = 0.0f;
            for (float share = 0.02f; share < 1.0f; share += 0.02f)
                greenest = std::min(greenest, mixed(blue, yellow, share).a);
            EXPECT_LT(greenest, -8.0f) << blue << " with " << yellow;
        }
}

TEST(Mixing, WhiteRaisesTheChromaOfADarkBlueFirst) {
    for (const char* blue : {"Ultramarine Blue", "Phthalo Blue Red Shade", "Phthalo Blue Green Shade"}) {
        const float alone = chroma(mixed(blue, "Titanium White", 0.0f));
        float most = alone;
        for (float share = 0.01f; share < 1.0f; share += 0.01f)
            most = std::max(most, chroma(mixed(blue, "Titanium White", share)));
        EXPECT_GT(chroma(mixed(blue, "Titanium White", 0.02f)), alone) << blue;
        EXPECT_GT(most, alone + 5.0f) << blue;
        EXPECT_LT(chroma(mixed(blue, "Titanium White", 0.999f)), most) << blue;
    }
}

TEST(Mixing, ALittleBlackDarkensMoreThanALittleWhiteLightens) {
    const Lab grey = mixed("Titanium White", "Bone Black", 0.5f);
    const float middle = 0.5f * (mixed("Titanium White", "Bone Black", 0.0f).lightness +
                                 mixed("Titanium White", "Bone Black", 1.0f).lightness);
    EXPECT_NE(grey.lightness, middle);
    EXPECT_LT(std::fabs(grey.a), 4.0f);
}

TEST(Blends, AreWhatTheirPartsMixTo) {
    const Pigment* white = find_pigment("Titanium White");
    const Pigment* red = find_pigment("Cadmium Red Light");
    const PigmentPart parts[] = {{white, 3.0f}, {red, 1.0f}};
    const Pigment pink = blended("Pink", parts);
    EXPECT_EQ(pink.colour_index, "PW6, PR108");
    const Palette alone{.name = {}, .tubes = {pink}};
    EXPECT_LT(delta_e_2000(lab_of_mix(alone, {1.0f}), mixed("Titanium White", "Cadmium Red Light", 0.25f)),
              0.01);
}

TEST(Films, ThinPaintShowsTheGroundAndThickPaintHidesIt) {
    const Palette palette{.name = {}, .tubes = {*find_pigment("Quinacridone Magenta")}};
    const Medium medium = medium_of(palette, {1.0f});
    Spectrum white{};
    white.fill(0.95f);
    auto luminance = [&](float mm) { return seen_under(film(medium, mm, white), Illuminant::D65).y; };
    float last = 1.0f;
    for (float mm : {0.001f, 0.01f, 0.05f, 0.2f, 1.0f}) {
        EXPECT_LT(luminance(mm), last) << mm;
        last = luminance(mm);
    }
    EXPECT_NEAR(last, seen_under(masstone(medium), Illuminant::D65).y, 0.002f);
}

TEST(Exposure, ShowsWhiteAsWhiteAndBlackAsBlack) {
    const Exposure exposure{.white = 0.9f, .black = 0.02f};
    const Rgb white = exposure.shown({kWhiteD65.x * 0.9f, 0.9f, kWhiteD65.z * 0.9f});
    const Rgb black = exposure.shown({kWhiteD65.x * 0.02f, 0.02f, kWhiteD65.z * 0.02f});
    EXPECT_NEAR(white.r, 1.0f, 1e-4f);
    EXPECT_NEAR(white.b, 1.0f, 1e-4f);
    EXPECT_NEAR(black.g, 0.0f, 1e-4f);
}

}  // namespace
}  // namespace allaprima
