#include "cli/brief_report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "engine/tell_brief.h"
#include "model/brief_settings.h"

namespace allaprima {
namespace {

/// Values beside the standard ones, for the settings whose example is no more than that.
std::string another_value(const BriefSetting& setting) {
    if (setting.form == Form::Switch)
        return "true";
    if (setting.form == Form::Number && setting.standard == example_of(setting))
        return setting.standard == "1" ? "2" : "1";
    if (!setting.choices.empty())
        return setting.choices.back();
    return setting.form == Form::Numbers && setting.example.empty() ? "90,60" : example_of(setting);
}

TEST(BriefReport, TellsWhateverIsAskedFor) {
    Brief usual;
    usual.signature.file = "name.svg";
    int asked_for = 0;
    for (const BriefSetting& setting : brief_settings()) {
        Brief asked = usual;
        ASSERT_TRUE(apply(setting, another_value(setting), asked).ok())
            << setting.name << " " << another_value(setting);
        if (asked == usual)
            continue;
        ++asked_for;
        EXPECT_TRUE(brief_as_json(asked) != brief_as_json(usual) ||
                    commission_as_json(asked) != commission_as_json(usual))
            << setting.name;
        EXPECT_NE(asked_as_text(asked), asked_as_text(usual)) << setting.name;
    }
    EXPECT_GT(asked_for, 40);
}

TEST(BriefReport, CallsEachFieldAsPeopleDo) {
    const auto brief = brief_as_json(Brief{});
    for (const char* name : {"strokes", "canvas", "ground", "transparent", "plan_size", "target_psnr", "time",
                             "size", "long", "width_mm", "height_mm", "finish", "light", "icc"})
        EXPECT_TRUE(brief.contains(name)) << name;
    Brief signed_brief;
    signed_brief.signature.text = "A. P.";
    const auto commission = commission_as_json(signed_brief);
    EXPECT_EQ(commission["subject"]["finish"], 0.5);
    EXPECT_EQ(commission["background"]["kind"], "auto");
    EXPECT_EQ(commission["signature"]["corner"], "bottom right");
    EXPECT_TRUE(commission["signature"]["height_mm"].is_null());
    EXPECT_TRUE(commission_as_json(Brief{})["signature"].is_null());
}

TEST(BriefReport, TellsPartsByWhatMattersAndWhatIsNotStandard) {
    Brief brief;
    brief.motifs = {{.file = "flag.svg", .scale = 2.0f}};
    brief.spatters = {
        {.region = {.kind = Region::Kind::Circle, .centre = {0.5f, 0.25f}, .radius = 0.125f}, .runs = 0.5f}};
    brief.subject.crop = true;
    const std::string text = asked_as_text(brief);
    for (const char* line :
         {"  motif          flag.svg, place across, veil 0.3, scale 2\n",
          "  spatter        circle 0.5, 0.25, 0.125, colour cadmium red light, amount 0.3, runs 0.5\n",
          "  subject crop   yes\n"})
        EXPECT_NE(text.find(line), std::string::npos) << line << " in\n" << text;
}

}  // namespace
}  // namespace allaprima
