#include "briefs/read_head.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <string>
#include <utility>

#include "model/robot_head_settings.h"

namespace allaprima {
namespace {

TEST(ReadHead, TheTemplateIsTheStandardHead) {
    const Result<RobotHead> head = head_from_toml(head_template(), "head.toml");
    ASSERT_TRUE(head.ok()) << head.error().message;
    EXPECT_EQ(*head, RobotHead{});
    EXPECT_TRUE(check_whole(*head).ok());
}

TEST(ReadHead, WhatIsSaidIsTaken) {
    const RobotHead head =
        head_from_toml(
            "[machine]\ndialect = \"marlin\"\n[lift]\nlift = \"servo\"\n"
            "[canvas]\nat = [210, 70.5]\n[[tool]]\nname = \"flat\"\nnarrowest = 2\nwidest = 9\n",
            "head.toml")
            .value();
    EXPECT_EQ(head.dialect, Dialect::Marlin);
    EXPECT_EQ(head.lift, Lift::Servo);
    EXPECT_EQ(head.canvas_at, (Vec2{210.0f, 70.5f}));
    ASSERT_EQ(head.tools.size(), 1u);
    EXPECT_EQ(head.tools[0].widest, 9.0f);
}

TEST(ReadHead, WhatDoesNotAgreeIsRefusedWithItsPlace) {
    for (const auto& [text, says] : {
             std::pair("[machine]\nsafe = 20", "'safe' must be 37 or more"),
             std::pair("[machine]\nlowest = 9", "'lowest' is above"),
             std::pair("[machine]\nhighest = 30", "'safe' is above 'highest'"),
             std::pair("[machine]\ndecimals = 2", "line 2"),
             std::pair("[machine]\nspeed = 2", "speed"),
             std::pair("[pots]\npots_at = [-5, 0]", "between 'reach_low' and 'reach_high'"),
             std::pair("[lift]\nlift = \"servo\"\nservo_per_mm = 0", "'servo_per_mm'"),
             std::pair("[lift]\nlift = \"servo\"\nservo_at_canvas = 10", "the servo's S"),
             std::pair("[[tool]]\nnarrowest = 5\nwidest = 5", "'widest' must be greater"),
             std::pair("[machine]\nstart = \"G20|G91\"", "'G20' in 'start' makes inches"),
             std::pair("[[tool]]\nfetch = \"G91\"", "'fetch' of the tool 'brush'"),
             std::pair("tool = 3", "[[tool]]"),
             std::pair("machine = 3", "[machine]"),
         }) {
        const Result<RobotHead> head = head_from_toml(text, "head.toml");
        ASSERT_FALSE(head.ok()) << text;
        EXPECT_TRUE(head.error().usage);
        EXPECT_NE(head.error().message.find(says), std::string::npos) << head.error().message;
        EXPECT_NE(head.error().message.find("head.toml"), std::string::npos);
    }
}

TEST(ReadHead, WhateverAFileHoldsIsToldInALine) {
    const auto many = [](const std::string& text, size_t times) {
        std::string all;
        for (size_t i = 0; i < times; ++i)
            all += text;
        return all;
    };
    for (const auto& [text, says] : std::initializer_list<std::pair<std::string, const char*>>{
             {"[canvas]\nheight = nan", "'height' must be -10000 to 10000"},
             {"[canvas]\nheight = inf", "'height' must be -10000 to 10000"},
             {"[canvas]\nheight = 1e308", "'height' must be -10000 to 10000"},
             {"[canvas]\nheight = 1979-05-27", "'height' must be a number"},
             {"[canvas]\nheight = \"ten\"", "'height' must be a number"},
             {"[canvas]\nat = [" + many("1,", 5000) + "1]", "two numbers x and y"},
             {"[canvas]\nat = " + many("[", 5000) + many("]", 5000), "nested"},
             {"a" + many(".a", 5000) + " = 1", "nested so deeply"},
             {"[machine]\ndecimals = 99999999999999999999", "64 bits"},
             {"[machine]\ndialect = true", "'dialect' must be a text"},
             {"[machine]\nstart = \"M17\\u001b[31m\"", "'start' must be lines of plain letters"},
             {std::string("[machine]\nstart = \"M17\0\"", 23), "control characters"},
             {"[machine]\nstart = \"\xff\"", "utf-8"},
             {"[lift]\nservo_per_mm = 1e308", "'servo_per_mm' must be -1000 to 1000"},
             {"[[tool]]\nname = \"\\u001b[2J\"", "'name' must be 1 to 100 plain letters"},
             {"[[tool]]\nwidest = 1e308", "'widest' must be"},
             {"[[tool]]\nwidest = nan", "'widest' must be"},
             {many("[[tool]]\nnarrowest = 1\nwidest = 2\n", 21), "tool"},
             {"tool = [1, 2]", "[[tool]]"},
         }) {
        const Result<RobotHead> head = head_from_toml(text, "head.toml");
        ASSERT_FALSE(head.ok()) << text.substr(0, 60);
        const std::string& told = head.error().message;
        EXPECT_NE(told.find(says), std::string::npos) << told;
        EXPECT_LT(told.size(), 400u) << told;
    }
}

TEST(ReadHead, TheDocumentTellsAllSettings) {
    std::ifstream in(std::string(ALLAPRIMA_SOURCE_DIR) + "/docs/exporting.md");
    const std::string document{std::istreambuf_iterator<char>(in), {}};
    std::string reference = head_reference();
    for (size_t at = 0; (at = reference.find("### ", at)) != std::string::npos; at += 10)
        reference.insert(at + 4, "Head: ");
    EXPECT_NE(document.find(reference), std::string::npos)
        << "put in what 'allaprima robot --settings' prints, with 'Head: ' before each title";
}

}  // namespace
}  // namespace allaprima
