#include "briefs/gather_materials.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "base/test_folder.h"
#include "briefs/read_palette.h"

namespace allaprima {
namespace {

/// An evening: a warm sky above blue hills.
Reference evening() {
    Reference reference;
    reference.colour = Image<Rgb>({40, 30});
    for (int y = 0; y < 30; ++y)
        for (int x = 0; x < 40; ++x) {
            const float down = static_cast<float>(y) / 30.0f, across = static_cast<float>(x) / 40.0f;
            reference.colour.at(x, y) = y < 18 ? Rgb{0.95f, 0.75f - 0.6f * down, 0.35f + 0.2f * across}
                                               : Rgb{0.12f, 0.2f + 0.1f * across, 0.45f - 0.3f * down};
        }
    return reference;
}

Hand with_palette(const std::string& palette) {
    Hand hand;
    hand.palette = palette;
    return hand;
}

TEST(GatherMaterials, ChoosesAsManyTubesAsAskedForAndAlwaysTheSame) {
    const Reference photo = evening();
    for (int count : {3, 6}) {
        const Hand hand = with_palette("auto:" + std::to_string(count));
        Result<Materials> materials = gather_materials(hand);
        ASSERT_TRUE(materials.ok()) << materials.error().message;
        choose_open_tubes(*materials, photo);
        EXPECT_EQ(materials->palette.tubes.size(), static_cast<size_t>(count));
        std::set<std::string> names;
        for (const Pigment& tube : materials->palette.tubes)
            names.insert(tube.name);
        EXPECT_EQ(names.size(), static_cast<size_t>(count)) << "no tube twice";
        Materials again = gather_materials(hand).value();
        choose_open_tubes(again, photo);
        EXPECT_EQ(again, *materials);
    }
}

TEST(GatherMaterials, LeavesTheChoiceOpenWithoutAPicture) {
    const Result<Materials> materials = gather_materials(with_palette("auto:5"));
    ASSERT_TRUE(materials.ok());
    EXPECT_TRUE(materials->palette.tubes.empty());
    EXPECT_EQ(materials->palette.name, "auto:5");
}

TEST(GatherMaterials, RgbHasNoTubes) {
    const Result<Materials> materials = gather_materials(with_palette("rgb"));
    ASSERT_TRUE(materials.ok());
    EXPECT_TRUE(materials->palette.plain());
}

TEST(GatherMaterials, EveryPaletteThatHelpTellsIsThere) {
    for (const char* name : {"zorn", "limited", "impressionist", "vangogh", "full"}) {
        const Result<Materials> materials = gather_materials(with_palette(name));
        ASSERT_TRUE(materials.ok()) << materials.error().message;
        EXPECT_GE(materials->palette.tubes.size(), 3u) << name;
    }
}

void expect_refusal(const Hand& hand, const std::string& reason) {
    const Result<Materials> materials = gather_materials(hand);
    ASSERT_FALSE(materials.ok()) << reason;
    EXPECT_TRUE(materials.error().usage) << materials.error().message;
    EXPECT_NE(materials.error().message.find(reason), std::string::npos) << materials.error().message;
    EXPECT_EQ(materials.error().message.find('\n'), std::string::npos) << materials.error().message;
}

TEST(GatherMaterials, RefusesWhatIsNotThere) {
    for (const char* palette : {"auto:2", "auto:17", "auto:", "auto:x", "auto:6x", "auto:-3"})
        expect_refusal(with_palette(palette), "from 3 to 16 tubes");
    expect_refusal(with_palette("mud"), "zorn");
    expect_refusal(with_palette("nowhere/mud.toml"), "nowhere/mud.toml");
    Hand hand;
    hand.brush = "flat,broom";
    expect_refusal(hand, "filbert");
    hand.brush = "flat,";
    expect_refusal(hand, "filbert");
    hand.brush = "flat";
    for (int more = 0; more < 16; ++more)
        hand.brush += ",flat";
    expect_refusal(hand, "17 brushes");
}

TEST(GatherMaterials, TakesOneBrushForEachPass) {
    Hand hand;
    hand.brush = "knife,round";
    const Result<Materials> materials = gather_materials(hand);
    ASSERT_TRUE(materials.ok()) << materials.error().message;
    ASSERT_EQ(materials->brushes.size(), 2u);
    EXPECT_EQ(materials->brushes[0].name, "knife");
    EXPECT_EQ(materials->brushes[1].name, "round");
}

TEST(GatherMaterials, TakesTheToolsOfAHead) {
    const testing::TestFolder folder;
    const auto take = [&](const char* toml, Materials& materials) {
        std::ofstream(folder.at("head.toml")) << toml;
        return take_tools_of_head(folder.at("head.toml"), materials);
    };
    Materials materials = gather_materials(Hand{}).value();
    ASSERT_TRUE(
        take("[[tool]]\nnarrowest = 2\nwidest = 5\n\n[[tool]]\nnarrowest = 8\nwidest = 12\n", materials)
            .ok());
    EXPECT_EQ(materials.tools, (std::vector<StrokeWidths>{{2.0f, 5.0f}, {8.0f, 12.0f}}));
    const Status refused = take("[[tool]]\nbrush = \"flat\"\n", materials);
    ASSERT_FALSE(refused.ok());
    EXPECT_TRUE(refused.error().usage);
    EXPECT_NE(refused.error().message.find("no tool for the brush 'filbert'"), std::string::npos)
        << refused.error().message;
    EXPECT_FALSE(take_tools_of_head(folder.at("none.toml"), materials).ok());
}

}  // namespace
}  // namespace allaprima
