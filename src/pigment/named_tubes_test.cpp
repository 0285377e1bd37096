#include "pigment/named_tubes.h"

#include <gtest/gtest.h>

#include "image/oklab.h"
#include "pigment/recipe_book.h"

namespace allaprima {
namespace {

TEST(NamedTubes, AMeasuredPaintIsItself) {
    for (const Pigment& pigment : measured_pigments())
        EXPECT_EQ(tube_named(pigment.name), pigment);
    EXPECT_EQ(tube_named("  titanium   WHITE ")->name, "Titanium White");
}

TEST(NamedTubes, OtherNamesAreKnown) {
    EXPECT_EQ(tube_named("ivory black")->name, "Ivory Black");
    EXPECT_EQ(tube_named("ivory black")->absorption, find_pigment("Bone Black")->absorption);
    EXPECT_EQ(tube_named("payne's gray")->name, "Payne's Grey (hue)");
    EXPECT_EQ(tube_named("Burnt Sienna (hue)"), tube_named("burnt sienna"));
    EXPECT_FALSE(tube_named("Unobtainium").has_value());
    EXPECT_FALSE(tube_named("").has_value());
}

/// What a tube looks like, thick, beside white and black.
Oklab look_of(const char* name) {
    const Palette palette{
        .name = "test",
        .tubes = {*find_pigment("Titanium White"), *find_pigment("Bone Black"), *tube_named(name)}};
    return oklab_of_srgb(RecipeBook(palette).shown({0.0f, 0.0f, 1.0f}));
}

TEST(NamedTubes, EarthsAreWarmAndDullAndInTheirOrder) {
    const Oklab ochre = look_of("Yellow Ochre"), sienna = look_of("Burnt Sienna"),
                umber = look_of("Burnt Umber"), raw = look_of("Raw Umber");
    EXPECT_GT(ochre.lightness, sienna.lightness);
    EXPECT_GT(sienna.lightness, umber.lightness);
    EXPECT_GT(sienna.a, ochre.a) << "sienna is redder";
    EXPECT_GT(umber.a, raw.a) << "burnt umber is redder than raw";
    for (const Oklab earth : {ochre, sienna, umber, raw}) {
        EXPECT_GT(warmth_of(earth), 0.02f);
        EXPECT_LT(chroma_of(earth), 0.15f);
    }
}

TEST(NamedTubes, TheNearestNamesAreSpelledAlike) {
    EXPECT_EQ(nearest_tube_names("ultramarin blue", 1), (std::vector<std::string>{"Ultramarine Blue"}));
    EXPECT_EQ(nearest_tube_names("Cadmum Red", 1), (std::vector<std::string>{"Cadmium Red"}));
    EXPECT_EQ(nearest_tube_names("x", 3).size(), 3u);
}

}  // namespace
}  // namespace allaprima
