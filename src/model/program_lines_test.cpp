#include "model/program_lines.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

bool may_be(const std::string& lines, OwnLines which = OwnLines::Within) {
    return check_own_lines(lines, which, "'start'").ok();
}

TEST(ProgramLines, AreCutAtBars) {
    EXPECT_EQ(program_lines(" M17 || G28 X "), (std::vector<std::string>{"M17", "G28 X"}));
    EXPECT_TRUE(program_lines("").empty());
}

TEST(ProgramLines, WordsThatChangeWhatNumbersMeanAreRefused) {
    for (const char* lines :
         {"G20|G91", "M17|g20",      "G 20",    "G020",          "N10G20", "G91",      "G92 X0 Y0",
          "G92.1",   "G10 L2 P1 X5", "G54",     "G59.3",         "G52 X1", "G43.1 Z3", "G51 X2",
          "G68 R30", "G93",          "G95",     "M206 X3",       "M428",   "$13=1",    "$J=G91 X5",
          "M2",      "M30",          "G21 G20", "(harmless) G20"})
        EXPECT_FALSE(may_be(lines)) << lines;
}

TEST(ProgramLines, OthersMayBe) {
    for (const char* lines : {"", "M17", "G28", "G28 X0 Y0", "$H", "$X", "G21 | G90", "M106 S200", "G91.1",
                              "; G20 makes inches", "(G20)", "T2 M6", "G4 P20", "M280 P0 S91", "G17"})
        EXPECT_TRUE(may_be(lines)) << lines;
    EXPECT_TRUE(may_be("M30", OwnLines::Last));
}

TEST(ProgramLines, TheErrorSaysWhichLineAndWhere) {
    const Status refused = check_own_lines("M17|G20", OwnLines::Within, "'start'");
    ASSERT_FALSE(refused.ok());
    EXPECT_TRUE(refused.error().message.starts_with("'G20' in 'start' makes inches of millimetres"));
}

}  // namespace
}  // namespace allaprima
