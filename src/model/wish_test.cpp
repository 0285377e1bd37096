#include "model/wish.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

TEST(Wish, IsAskedInOrderAndUndoneByLeavingItOut) {
    Wishes wishes{{"strokes", "300"}, {"seed", "7"}, {"strokes", "400"}};
    Brief asked;
    ASSERT_TRUE(ask(wishes, asked).ok());
    EXPECT_EQ(asked.strokes, 400);
    EXPECT_EQ(asked.seed, 7u);
    wishes.pop_back();
    Brief undone;
    ASSERT_TRUE(ask(wishes, undone).ok());
    EXPECT_EQ(undone.strokes, 300);
    EXPECT_EQ(wishes, (Wishes{{"strokes", "300"}, {"seed", "7"}}));
}

TEST(Wish, WhatCannotBeIsRefusedByName) {
    Brief brief;
    const Status unknown = ask({{"sparkle", "9"}}, brief);
    ASSERT_FALSE(unknown.ok());
    EXPECT_TRUE(unknown.error().usage);
    EXPECT_NE(unknown.error().message.find("'sparkle'"), std::string::npos);
    const Status wrong = ask({{"strokes", "many"}}, brief);
    ASSERT_FALSE(wrong.ok());
    EXPECT_NE(wrong.error().message.find("strokes must be"), std::string::npos);
    EXPECT_EQ(brief, Brief{});
}

TEST(Wish, ThoseThatDoNotGoTogetherAreRefused) {
    EXPECT_TRUE(check_wishes({{"width", "20cm"}, {"dpi", "300"}}).ok());
    EXPECT_FALSE(check_wishes({{"width", "20cm"}, {"dpi", "300"}, {"long", "900"}}).ok());
}

TEST(Wish, ExportsAreAskedTheSameWay) {
    ExportSettings settings;
    ASSERT_TRUE(ask({{"no-marks", "true"}, {"fps", "12"}}, settings).ok());
    EXPECT_FALSE(settings.print.marks);
    EXPECT_EQ(settings.film.fps, 12);
    EXPECT_FALSE(ask({{"strokes", "300"}}, settings).ok());
    EXPECT_EQ(find_export_setting("strokes"), nullptr);
}

}  // namespace
}  // namespace allaprima
