#include "base/closest_word.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

const std::vector<std::string> kWords{"palette", "paint", "paper", "zorn"};

TEST(ClosestWord, IsMeantWhereOneLetterInThreeIsWrong) {
    for (const char* word : {"pallete", "palete", "paletet", "PALETTE"})
        EXPECT_EQ(did_you_mean(word, kWords), " (did you mean 'palette'?)") << word;
    EXPECT_EQ(did_you_mean("piant", kWords), " (did you mean 'paint'?)");
    EXPECT_EQ(did_you_mean("zron", kWords), " (did you mean 'zorn'?)");
}

TEST(ClosestWord, IsNoneWhereNothingIsNear) {
    for (const char* word : {"", "x", "brush", "zz", "expressionist"})
        EXPECT_EQ(did_you_mean(word, kWords), "") << word;
    EXPECT_EQ(did_you_mean(std::string(100000, 'p'), kWords), "");
    EXPECT_EQ(did_you_mean("pallete", {}), "");
    EXPECT_EQ(did_you_mean("paint", {std::string(1000, 'p')}), "");
}

TEST(ClosestWord, OfTwoEquallyNearIsTheFirst) {
    EXPECT_EQ(did_you_mean("cat", {"bat", "hat"}), " (did you mean 'bat'?)");
}

}  // namespace
}  // namespace allaprima
