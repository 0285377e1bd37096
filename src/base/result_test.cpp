#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace allaprima {
namespace {

Result<int> half_of(int number) {
    if (number % 2 != 0)
        return Error{"the number is odd: give an even one", true};
    return number / 2;
}

TEST(Result, CarriesAValue) {
    const Result<int> four = half_of(8);
    ASSERT_TRUE(four);
    EXPECT_TRUE(four.ok());
    EXPECT_EQ(*four, 4);
    EXPECT_EQ(four.value(), 4);
}

TEST(Result, CarriesTheReason) {
    const Result<int> none = half_of(7);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().message, "the number is odd: give an even one");
    EXPECT_TRUE(none.error().usage);
}

TEST(Result, AValueMayBeMovedOut) {
    Result<std::unique_ptr<int>> held = std::make_unique<int>(3);
    const std::unique_ptr<int> taken = std::move(held).value();
    EXPECT_EQ(*taken, 3);
}

TEST(Result, SuccessAloneIsAStatus) {
    const Status fine = Done{};
    EXPECT_TRUE(fine.ok());
    const Status failed = Error{"no room on the disk"};
    EXPECT_FALSE(failed.ok());
    EXPECT_FALSE(failed.error().usage);
}

TEST(ResultDeathTest, TakingAValueThatIsNotThereIsABrokenPromise) {
    EXPECT_DEATH((void)half_of(7).value(), "broken promise");
    EXPECT_DEATH((void)half_of(8).error(), "broken promise");
}

}  // namespace
}  // namespace allaprima
