#include "model/brief_settings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "model/brief_rules.h"

namespace allaprima {
namespace {

const BriefSetting& named(const std::vector<BriefSetting>& settings, const std::string& name) {
    return *std::find_if(settings.begin(), settings.end(), [&](const auto& s) { return s.name == name; });
}

TEST(BriefSettings, EachHasItsOwnNameAndIsExplained) {
    std::set<std::string> names;
    for (const BriefSetting& setting : brief_settings()) {
        EXPECT_TRUE(names.insert(setting.name).second) << setting.name;
        EXPECT_FALSE(setting.help.empty()) << setting.name;
        EXPECT_EQ(setting.placeholder.empty(), setting.range.empty()) << setting.name;
    }
    for (const BriefSetting& setting : brief_settings())
        for (const std::string& other : setting.against)
            EXPECT_TRUE(names.count(other)) << setting.name << " against " << other;
}

TEST(BriefSettings, ValuesAtTheirLimitsAreTakenAndThoseBeyondAreNot) {
    struct Case {
        const char* name;
        std::vector<const char*> good, bad;
    };
    const std::vector<Case> cases = {
        {"strokes",
         {"1", "100000"},
         {"0", "100001", "-1", "1.5", "", " 1", "1 ", "many", "99999999999999999999"}},
        {"seed", {"0", "18446744073709551615"}, {"-1", "18446744073709551616", "1e3"}},
        {"focus", {"auto", "none"}, {"", "face", "AUTO"}},
        {"plan-size", {"32", "6144"}, {"31", "6145"}},
        {"target-psnr", {"1", "29.5", "100"}, {"0.9", "101", "nan", "inf"}},
        {"hand", {"painterly", "mine.toml"}, {""}},
        {"time", {"0.01", "1e6"}, {"0", "-3", "nan", "inf", "1e7"}},
        {"long", {"1", "65535"}, {"0", "65536"}},
        {"size", {"1x1", "640x480", "65535X65535"}, {"640", "x", "640x", "0x5", "640x480x3", "-1x5"}},
        {"light", {"0,5", "360,90", "12.5,40"}, {"40", ",", "0,4", "361,40", "0,nan", "0,40,3"}},
    };
    const std::vector<BriefSetting> settings = brief_settings();
    for (const Case& c : cases) {
        Brief brief;
        for (const char* text : c.good)
            EXPECT_TRUE(apply(named(settings, c.name), text, brief).ok()) << c.name << " " << text;
        for (const char* text : c.bad) {
            const Brief before = brief;
            const Status refused = apply(named(settings, c.name), text, brief);
            ASSERT_FALSE(refused.ok()) << c.name << " " << text;
            EXPECT_TRUE(refused.error().usage);
            EXPECT_NE(refused.error().message.find(named(settings, c.name).range), std::string::npos);
            EXPECT_TRUE(brief == before) << c.name << " " << text;
        }
    }
}

TEST(BriefSettings, ExamplesAreTaken) {
    for (const BriefSetting& setting : brief_settings()) {
        Brief brief;
        EXPECT_TRUE(setting.set(brief, setting.form == Form::Switch ? "true" : example_of(setting)))
            << setting.name << " " << example_of(setting);
    }
}

TEST(BriefSettings, StandardsInHelpAreThoseOfAnEmptyBrief) {
    const std::vector<BriefSetting> settings = brief_settings();
    for (const char* name :
         {"seed", "focus", "hand", "light", "backdrop", "finish", "subject.scale", "output.show"}) {
        Brief brief;
        ASSERT_TRUE(apply(named(settings, name), named(settings, name).standard, brief).ok()) << name;
        EXPECT_TRUE(brief == Brief{}) << name;
    }
    EXPECT_EQ(std::to_string(settled({}, {}).strokes), named(settings, "strokes").standard);
}

}  // namespace
}  // namespace allaprima
