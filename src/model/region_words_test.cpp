#include "model/region_words.h"

#include <gtest/gtest.h>

#include "model/part_settings.h"

namespace allaprima {
namespace {

void expect_box(std::string_view text, const ShareRect& box, bool in_pixels) {
    const std::optional<Region> region = box_region(text);
    ASSERT_TRUE(region) << text;
    EXPECT_EQ(region->kind, Region::Kind::Box);
    EXPECT_EQ(region->in_pixels, in_pixels) << text;
    EXPECT_NEAR(region->box.x, box.x, 1e-6f) << text;
    EXPECT_NEAR(region->box.y, box.y, 1e-6f) << text;
    EXPECT_NEAR(region->box.width, box.width, 1e-6f) << text;
    EXPECT_NEAR(region->box.height, box.height, 1e-6f) << text;
}

TEST(RegionWords, ABoxIsInSharesPerCentOrPixels) {
    expect_box("0.4,0.1,0.2,0.25", {0.4f, 0.1f, 0.2f, 0.25f}, false);
    expect_box("0,0,1,1", {0.0f, 0.0f, 1.0f, 1.0f}, false);
    expect_box("40%,10%,20%,2.5%", {0.4f, 0.1f, 0.2f, 0.025f}, false);
    expect_box("430,255,140,45", {430.0f, 255.0f, 140.0f, 45.0f}, true);
    for (const char* none :
         {"", "40%,10%,20%,25", "40%,10%,70%,25%", "-1,0,5,5", "1.5,2,3,4", "1,2,3", "1,2,3,0", "1,2,3,4,5",
          "%,%,%,%", "4%0,10%,20%,25%", "nan,0,1,1", "1e9,0,4,4", "0.5,0.5,0.6,0.2"})
        EXPECT_FALSE(box_region(none)) << none;
}

constexpr ShareRect kWhole{0.0f, 0.0f, 1.0f, 1.0f};

TEST(RegionWords, PixelsBecomeSharesOfThePhotograph) {
    const Result<Region> placed = in_shares(*box_region("430,255,140,45"), {860, 510}, kWhole);
    ASSERT_TRUE(placed.ok());
    EXPECT_EQ(*placed,
              (Region{.kind = Region::Kind::Box, .box = {0.5f, 0.5f, 140.0f / 860.0f, 45.0f / 510.0f}}));
    const Result<Region> beyond = in_shares(*box_region("430,255,140,45"), {500, 510}, kWhole);
    ASSERT_FALSE(beyond.ok());
    EXPECT_TRUE(beyond.error().usage);
    EXPECT_EQ(beyond.error().message,
              "the box 430,255,140,45 reaches beyond the photograph, which has 500 x 510 pixels");
}

TEST(RegionWords, OneFaceIsNamedByItsNumber) {
    for (const char* text : {"face 2", "face2"})
        EXPECT_EQ(region_of_word(text), (Region{.kind = Region::Kind::Face, .number = 2})) << text;
    EXPECT_EQ(region_of_word("eyes"), (Region{.kind = Region::Kind::Eyes}));
    for (const char* none :
         {"", "2", "face 0", "face 100", "face  2", "face ", "hands 2", "box", "mask", "circle 1"})
        EXPECT_FALSE(region_of_word(none)) << none;
}

TEST(RegionWords, OneOfWhatIsSeenIsNamedByItsNumber) {
    EXPECT_EQ(region_of_word("hand 2"), (Region{.kind = Region::Kind::Hands, .number = 2}));
    EXPECT_EQ(region_of_word("held"), (Region{.kind = Region::Kind::Held}));
    EXPECT_EQ(region_of_word("person 3"), (Region{.kind = Region::Kind::Person, .number = 3}));
    EXPECT_EQ(words_of({.kind = Region::Kind::Hands, .number = 2}), "hand 2");
    EXPECT_EQ(words_of({.kind = Region::Kind::Named, .name = "cap"}), "cap");
    EXPECT_TRUE(seen_thing("face 2"));
    EXPECT_TRUE(seen_thing("hand"));
    for (const char* none : {"eyes 1", "hands", "subject", "named", "cap"})
        EXPECT_FALSE(seen_thing(none)) << none;
    for (const char* name : {"cap", "left fist", "Anna-2"})
        EXPECT_TRUE(can_be_given(name)) << name;
    for (const char* name : {"", "face", "hand 2", "off", "a.png", "a:b", " cap", "12", "subject"})
        EXPECT_FALSE(can_be_given(name)) << name;
}

TEST(RegionWords, CorrectionsAreSaidInOneWord) {
    EXPECT_EQ(typed_correction("hand 2:off"), (Correction{.what = "hand 2", .off = true}));
    EXPECT_EQ(typed_correction("held:0.1,0.2,0.3,0.4:cap"),
              (Correction{.what = "held", .box = {0.1f, 0.2f, 0.3f, 0.4f}, .name = "cap"}));
    EXPECT_EQ(typed_correction("face 1:Anna"), (Correction{.what = "face 1", .name = "Anna"}));
    for (const char* none : {"", "hand", "hand 2", "hand:off", "nose 1:off", "hand 2:off:cap", "hand 2:a.png",
                             "held:cap", "face 1:hand 2"})
        EXPECT_FALSE(typed_correction(none)) << none;
}

TEST(RegionWords, AFocusIsSaidByABoxACircleAMaskOrAWord) {
    EXPECT_EQ(typed_focus("eyes:4"), (FocusMark{{.kind = Region::Kind::Eyes}, 4.0f}));
    EXPECT_EQ(typed_focus("face 2"), (FocusMark{{.kind = Region::Kind::Face, .number = 2}, 2.0f}));
    EXPECT_EQ(typed_focus("hand 2")->region, (Region{.kind = Region::Kind::Hands, .number = 2}));
    EXPECT_EQ(typed_focus("cap:3")->region, (Region{.kind = Region::Kind::Named, .name = "cap"}));
    EXPECT_EQ(typed_focus("10,20,30,40:3")->region.in_pixels, true);
    EXPECT_EQ(typed_focus("fist.png:0.3"),
              (FocusMark{{.kind = Region::Kind::Mask, .mask = "fist.png"}, 0.3f}));
    EXPECT_EQ(typed_focus("0.5,0.3,0.1:3")->region.kind, Region::Kind::Circle);
    for (const char* none :
         {"everywhere", "eyes:11", "eyes:2:3", "fist.png:11", "0.4,0.1,0.9,0.2:2", "0.5,0.3", "1.5,0.3,0.1"})
        EXPECT_FALSE(typed_focus(none)) << none;
}

TEST(RegionWords, PaintIsThrownWhereSomebodyPoints) {
    const std::optional<Spatter> thrown = typed_spatter("0.5,0.3,0.1:0.2:#aa2211:7");
    ASSERT_TRUE(thrown);
    EXPECT_EQ(thrown->region, (Region{.kind = Region::Kind::Circle, .centre = {0.5f, 0.3f}, .radius = 0.1f}));
    EXPECT_EQ(thrown->colour, "#aa2211");
    EXPECT_EQ(thrown->seed, 7u);
    EXPECT_EQ(typed_spatter("0.1,0.2,0.3,0.4:0.2")->region.kind, Region::Kind::Box);
    EXPECT_EQ(typed_spatter("fist.png")->region.kind, Region::Kind::Mask);
    for (const char* none : {"0.1,0.2,0.3,0.9", "0.5,0.3,2:0.2", "face:0.2:red ochre:x", "face:2"})
        EXPECT_FALSE(typed_spatter(none)) << none;
}

TEST(RegionWords, AMotifGoesIntoABox) {
    const std::optional<Motif> motif = typed_motif("flag.png:0.6,0.1,0.35,0.5:0.1");
    ASSERT_TRUE(motif);
    EXPECT_EQ(motif->place, MotifPlace::Box);
    EXPECT_EQ(motif->box, (ShareRect{0.6f, 0.1f, 0.35f, 0.5f}));
    EXPECT_EQ(motif->veil, 0.1f);
    EXPECT_EQ(typed_motif("flag.png:0.6,0.1,0.35,0.5")->file, "flag.png");
    EXPECT_FALSE(typed_motif("flag.png:box"));
}

TEST(RegionWords, OfABoxInPixelsThatIsLeftWhichIsNotCropped) {
    const ShareRect right_half{0.5f, 0.0f, 0.5f, 1.0f};
    const Result<Region> left = in_shares(*box_region("20,10,40,20"), {80, 40}, right_half);
    ASSERT_TRUE(left.ok());
    EXPECT_EQ(left->box, (ShareRect{0.0f, 0.25f, 0.5f, 0.5f}));
    const Result<Region> none = in_shares(*box_region("10,10,30,20"), {80, 40}, right_half);
    ASSERT_FALSE(none.ok());
    EXPECT_TRUE(none.error().usage);
    EXPECT_NE(none.error().message.find("cropped"), std::string::npos) << none.error().message;
}

}  // namespace
}  // namespace allaprima
