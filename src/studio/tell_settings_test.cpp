#include "studio/tell_settings.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "model/brief_settings.h"
#include "model/shipped_files.h"

namespace allaprima {
namespace {

using Settings = nlohmann::json;

Settings told() {
    return Settings::parse(settings_json(1000));
}

Settings setting(const Settings& all, const std::string& name) {
    for (const Settings& one : all["settings"])
        if (one["name"] == name)
            return one;
    return {};
}

TEST(SettingsJson, TellsEverySettingThatCanBeTyped) {
    const Settings all = told();
    EXPECT_EQ(all["limits"]["upload_bytes"], 1000);
    for (const BriefSetting& known : brief_settings()) {
        const Settings one = setting(all, known.name);
        EXPECT_EQ(one.is_null(), !known.typed) << known.name;
        if (known.typed) {
            EXPECT_EQ(one["help"], known.help);
        }
    }
    EXPECT_EQ(all["hands"].size(), shipped_files(Shipped::Hands).size());
    EXPECT_EQ(all["palettes"].size(), shipped_files(Shipped::Palettes).size());
}

TEST(SettingsJson, TellsKindsAndLimits) {
    const Settings all = told();
    const Settings strokes = setting(all, "strokes");
    EXPECT_EQ(strokes["kind"], "integer");
    EXPECT_EQ(strokes["least"], 1);
    EXPECT_EQ(strokes["most"], kMostStrokesAsked);
    EXPECT_EQ(setting(all, "wetness")["kind"], "number");
    EXPECT_EQ(setting(all, "focus")["kind"], "choice");
    EXPECT_EQ(setting(all, "ground")["kind"], "colour");
    EXPECT_EQ(setting(all, "icc")["kind"], "file");
    EXPECT_EQ(setting(all, "transparent")["kind"], "switch");
    EXPECT_EQ(setting(all, "hand")["kind"], "text");
    EXPECT_TRUE(setting(all, "hand")["open"]);
    EXPECT_FALSE(setting(all, "focus")["open"]);
    EXPECT_EQ(setting(all, "light")["kind"], "light");
    EXPECT_EQ(setting(all, "size")["kind"], "size");
    const Settings width = setting(all, "width"), finish = setting(all, "finish");
    EXPECT_EQ(width["kind"], "length");
    EXPECT_EQ(width["least"], kSmallestPrint);
    EXPECT_EQ(finish["kind"], "shares");
    EXPECT_EQ(finish["most"], 1.0);
}

}  // namespace
}  // namespace allaprima
