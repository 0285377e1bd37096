#include "advising/show_palette.h"

#include <gtest/gtest.h>

#include "advising/describe_materials.h"
#include "advising/draw_sheets.h"
#include "model/shipped_files.h"

namespace allaprima {
namespace {

TEST(ShowPalette, AMixtureHasAllItsPartsAndLooksLikeWhatWasWanted) {
    const Result<Palette> zorn = choose_palette("zorn", "");
    ASSERT_TRUE(zorn.ok());
    const Result<PaletteColours> colours =
        colours_of_palette(*zorn, {*colour_of_screen("#C08060"), *colour_of_screen("#0000ff")});
    ASSERT_TRUE(colours.ok());
    EXPECT_EQ(colours->masstones.size(), zorn->tubes.size());
    ASSERT_EQ(colours->mixtures.size(), 2u);
    const MixedColour& flesh = colours->mixtures[0];
    EXPECT_EQ(flesh.wanted, "#c08060");
    EXPECT_TRUE(flesh.in_reach);
    float whole = 0.0f;
    for (const MixedTube& tube : flesh.tubes) {
        EXPECT_GT(tube.share, 0.0f);
        whole += tube.share;
    }
    EXPECT_NEAR(whole, 1.0f, 1e-5f);
    EXPECT_FALSE(colours->mixtures[1].in_reach);
    EXPECT_GT(colours->mixtures[1].miss, 10.0);
}

TEST(ShowPalette, PlainColourHasNothingToMixOrToChart) {
    const Result<Palette> plain = choose_palette("rgb", "");
    ASSERT_TRUE(plain.ok());
    EXPECT_TRUE(colours_of_palette(*plain, {})->masstones.empty());
    EXPECT_TRUE(colours_of_palette(*plain, {Rgb{}}).error().usage);
    EXPECT_TRUE(draw_palette_chart(*plain, {"chart.png"}, ThreadPool()).error().usage);
}

TEST(ShowPalette, TubesAreChosenForAPhotographOrNotAtAll) {
    EXPECT_TRUE(choose_palette("auto:6", "").error().usage);
    EXPECT_TRUE(choose_palette("zorn", "photo.png").ok());
}

TEST(DescribeMaterials, AllThatIsShippedCanBeDescribed) {
    EXPECT_EQ(read_shipped_palettes().size(), shipped_files(Shipped::Palettes).size());
    for (const ShippedFile& brush : shipped_files(Shipped::Brushes))
        EXPECT_EQ(describe_brush(std::string(brush.name))->brush.name, brush.name);
    for (const ShippedFile& hand : shipped_files(Shipped::Hands))
        EXPECT_EQ(describe_hand(std::string(hand.name))->hand.name, hand.name);
}

}  // namespace
}  // namespace allaprima
