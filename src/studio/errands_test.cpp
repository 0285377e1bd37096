#include "studio/errands.h"

#include <gtest/gtest.h>

#include <future>
#include <vector>

namespace allaprima {
namespace {

TEST(Errands, AreRunInTheirOrder) {
    Errands errands(8);
    std::vector<int> done;
    std::promise<void> last;
    for (int i = 0; i < 3; ++i)
        EXPECT_TRUE(errands.send([&done, i] { done.push_back(i); }));
    EXPECT_TRUE(errands.send([&last] { last.set_value(); }));
    last.get_future().wait();
    EXPECT_EQ(done, (std::vector{0, 1, 2}));
}

TEST(Errands, NoMoreWaitThanMay) {
    std::promise<void> begun, held;
    const auto release = held.get_future().share();
    Errands errands(2);
    EXPECT_TRUE(errands.send([&begun, release] {
        begun.set_value();
        release.wait();
    }));
    begun.get_future().wait();
    EXPECT_TRUE(errands.send([] {}));
    EXPECT_TRUE(errands.send([] {}));
    EXPECT_FALSE(errands.send([] {}));
    held.set_value();
}

}  // namespace
}  // namespace allaprima
