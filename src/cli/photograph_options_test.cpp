// What is done to the photograph before it is painted: --crop, --turn, --brightness, --warmth.
#include <nlohmann/json.hpp>

#include "cli/command_line_fixture.h"
#include "pictures/read_photo.h"

namespace allaprima::testing {
namespace {

class PhotographOptions : public CommandLine {
  protected:
    std::vector<std::string> paint(std::vector<std::string> more) const {
        std::vector<std::string> words{"paint",   "photo.png", "--strokes",   "8",  "--palette", "rgb",
                                       "--focus", "none",      "--plan-size", "32", "--quiet"};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
};

TEST_F(PhotographOptions, APaintingIsOfThePhotographAsItIsAdjusted) {
    const Outcome painted =
        run(paint({"--turn", "-2.5", "--crop", "0.25,0,0.5,1", "--brightness", "0.5", "--warmth", "0.25",
                   "--long", "48", "-o", "x.png", "--save", "x.alla"}));
    ASSERT_EQ(painted.code, 0) << painted.err;
    EXPECT_EQ(read_photo(file("x.png"))->size(), (Size{32, 48}));
    const nlohmann::json shown = nlohmann::json::parse(run({"show", "x.alla", "--json"}).out);
    EXPECT_EQ(shown["brief"]["turn"], -2.5);
    EXPECT_EQ(shown["brief"]["brightness"], 0.5);
    EXPECT_EQ(shown["photo"]["width"], 30);
    const Outcome again = run({"retouch", "x.alla", "--on", "everywhere", "--strokes", "8", "--photo",
                               "photo.png", "-o", "y.png", "--quiet"});
    EXPECT_EQ(again.code, 0) << again.err;
}

TEST_F(PhotographOptions, WhatCannotBeIsRefused) {
    expect_refusal(paint({"--turn", "15.5", "-o", "x.png"}), 2, "-15 to 15");
    expect_refusal(paint({"--brightness", "-2.1", "-o", "x.png"}), 2, "-2 to 2");
    expect_refusal(paint({"--warmth", "much", "-o", "x.png"}), 2, "-1 to 1");
    expect_refusal(paint({"--crop", "0.5,0.5,0.6,0.5", "-o", "x.png"}), 2, "all of it within");
    expect_refusal(paint({"--crop", "0.5,0.5,0.01,0.5", "-o", "x.png"}), 2, "leave at least 16 either way");
    EXPECT_FALSE(fs::exists(file("x.png")));
}

}  // namespace
}  // namespace allaprima::testing
