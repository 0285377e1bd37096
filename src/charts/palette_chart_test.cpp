#include "charts/palette_chart.h"

#include <gtest/gtest.h>

#include "briefs/read_palette.h"
#include "charts/brush_sample.h"
#include "pigment/recipe_book.h"

namespace allaprima {
namespace {

TEST(PaletteChart, IsTheSameOnAnyNumberOfThreadsAndNeedsNoFont) {
    const Palette palette = *read_palette("zorn");
    const Picture chart = palette_chart(palette, nullptr, ThreadPool(1));
    EXPECT_EQ(chart.size().width, 1640);
    EXPECT_TRUE(chart == palette_chart(palette, nullptr, ThreadPool(3)));
    if (const Result<Lettering> lettering = Lettering::find()) {
        EXPECT_FALSE(chart == palette_chart(palette, &*lettering, ThreadPool(1)));
    }
}

TEST(PaletteChart, PalettesOfOneTubeAndOfTheMostCanBeDrawn) {
    Palette palette = *read_palette("full");
    EXPECT_EQ(palette.tubes.size(), size_t{kMostTubes});
    const int tall = palette_chart(palette, nullptr, ThreadPool()).size().height;
    palette.tubes.resize(1);
    EXPECT_LT(palette_chart(palette, nullptr, ThreadPool()).size().height, tall);
}

TEST(GamutPlane, ReachesTheGreysAndNoBlueWithoutABlueTube) {
    const RecipeBook zorn(*read_palette("zorn")), full(*read_palette("full"));
    const Image<GamutCell> few = gamut_plane(zorn, 50.0f, ThreadPool());
    const Image<GamutCell> many = gamut_plane(full, 50.0f, ThreadPool());
    const int middle = kGamutCells / 2, blue = middle + 8;
    EXPECT_TRUE(many.at(middle, middle).in_reach);
    EXPECT_TRUE(many.at(middle, blue).in_reach);
    EXPECT_TRUE(few.at(middle, blue).on_screen);
    EXPECT_FALSE(few.at(middle, blue).in_reach);
    EXPECT_FALSE(few.at(0, 0).on_screen);
    for (const GamutCell& cell : few.pixels())
        EXPECT_TRUE(cell.on_screen || !cell.in_reach);
}

TEST(BrushSample, ShowsWhichBrushItWas) {
    Brush round;
    round.tip = 1.0f;
    const Picture flat = brush_sample(Brush{}, nullptr, ThreadPool(1));
    EXPECT_TRUE(flat == brush_sample(Brush{}, nullptr, ThreadPool(2)));
    EXPECT_FALSE(flat == brush_sample(round, nullptr, ThreadPool(1)));
}

/// Names come from files, and so may be anything.
TEST(Lettering, WritesAnythingAnywhere) {
    const Result<Lettering> lettering = Lettering::find();
    if (!lettering)
        GTEST_SKIP() << "no font";
    const Image<Rgb> blank({60, 20}, {1, 1, 1});
    Image<Rgb> paper = blank;
    for (const char* text : {"", " ", "line\nbreak", "\xff\xfe", "é", "漢字 and 🎨", "\x01"})
        for (int x : {-500, -3, 20, 58, 9000})
            lettering->write({.text = text, .x = x, .y = 10, .height = 20, .most_width = 40}, paper);
    EXPECT_FALSE(paper == blank);
}

TEST(Lettering, LettersOfEveryAlphabetAreWritten) {
    const Result<Lettering> lettering = Lettering::find();
    if (!lettering)
        GTEST_SKIP() << "no font";
    const auto written = [&](const char* text) {
        Image<Rgb> paper({60, 30}, {1, 1, 1});
        lettering->write({.text = text, .x = 30, .y = 24, .height = 20, .align = Label::Align::Centre},
                         paper);
        return paper;
    };
    EXPECT_FALSE(written("Ж") == written(" "));
    EXPECT_FALSE(written("Ж") == written("?"));
    EXPECT_FALSE(written("Ж") == written("Ω"));
}

}  // namespace
}  // namespace allaprima
