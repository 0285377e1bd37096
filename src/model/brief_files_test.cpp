#include "model/brief_files.h"

#include <gtest/gtest.h>

#include "model/brief_settings.h"
#include "model/part_settings.h"

namespace allaprima {
namespace {

/// Asks for a file, and looks whether it is among those that are named.
template <typename Of>
void expect_named(const Setting<Of>& setting, Of& of, const Brief& brief) {
    const std::string file = "folder/file.x";
    ASSERT_TRUE(apply(setting, file, of).ok()) << setting.name;
    EXPECT_EQ(files_named_in(brief), std::vector{file}) << setting.name;
}

TEST(BriefFiles, EveryFileThatASettingTakesIsAmongThem) {
    for (const BriefSetting& setting : brief_settings()) {
        Brief brief;
        if (setting.files != Files::None)
            expect_named(setting, brief, brief);
    }
    for (const Setting<FocusMark>& setting : focus_settings()) {
        Brief brief;
        brief.marks.resize(1);
        if (setting.files != Files::None)
            expect_named(setting, brief.marks.front(), brief);
    }
    for (const Setting<Motif>& setting : motif_settings()) {
        Brief brief;
        brief.motifs.resize(1);
        if (setting.files != Files::None)
            expect_named(setting, brief.motifs.front(), brief);
    }
    for (const Setting<Spatter>& setting : spatter_settings()) {
        Brief brief;
        brief.spatters.resize(1);
        if (setting.files != Files::None)
            expect_named(setting, brief.spatters.front(), brief);
    }
}

TEST(BriefFiles, ListsAreTakenApartAndWordsAreNoFiles) {
    Brief brief;
    brief.palette = "auto:6";
    brief.brush = "flat,a/b.toml,fan,c.toml";
    EXPECT_EQ(files_named_in(brief), (std::vector<std::string>{"a/b.toml", "c.toml"}));
    visit_files(brief, [](std::string& name) { name = "seen from elsewhere/" + name; });
    EXPECT_EQ(brief.brush, "flat,seen from elsewhere/a/b.toml,fan,seen from elsewhere/c.toml");
    EXPECT_EQ(brief.palette, "auto:6");
    Hand hand;
    hand.palette = "mine.toml";
    EXPECT_EQ(files_named_in(hand), std::vector<std::string>{"mine.toml"});
}

}  // namespace
}  // namespace allaprima
