#include "base/check.h"

#include <gtest/gtest.h>

#include <thread>

namespace allaprima {
namespace {

class Stroke final : public WorkInHand {
  public:
    explicit Stroke(int number) : number_(number) {}
    std::string told() const override {
        return "stroke " + std::to_string(number_) + "; again: allaprima render PAINTING";
    }

  private:
    int number_;
};

TEST(Check, WhatHoldsIsSilent) {
    ALLAPRIMA_CHECK(1 + 1 == 2);
    EXPECT_EQ(WorkInHand::all_told(), "");
}

TEST(Check, ABrokenPromiseTellsWhatWasInHandAndHowToDoItAgain) {
    const Stroke outer(1);
    const Stroke inner(2);
    EXPECT_DEATH(ALLAPRIMA_CHECK(1 + 1 == 3),
                 "broken promise: 1 \\+ 1 == 3\nstroke 1; again: allaprima render PAINTING\nstroke 2; again");
    EXPECT_DEATH(
        {
            name_painting_in_hand("x.alla");
            ALLAPRIMA_CHECK(false);
        },
        "stroke 2; again: allaprima render x.alla");
}

TEST(Check, EachThreadHasItsOwn) {
    const Stroke mine(1);
    std::string theirs = "?";
    std::thread([&] { theirs = WorkInHand::all_told(); }).join();
    EXPECT_EQ(theirs, "");
    EXPECT_EQ(WorkInHand::all_told(), "stroke 1; again: allaprima render PAINTING\n");
}

}  // namespace
}  // namespace allaprima
