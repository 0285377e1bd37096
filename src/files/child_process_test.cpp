#include "files/child_process.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

TEST(ChildProcess, SaysWhatItIsToldHoweverMuchThatIs) {
    const std::string much(3'000'000, 'x');
    const Result<ChildAnswer> answer = run_child({"cat"}, much);
    ASSERT_TRUE(answer.ok()) << answer.error().message;
    EXPECT_EQ(answer->status, 0);
    EXPECT_TRUE(answer->output == much);
}

TEST(ChildProcess, WordsStayAsTheyAre) {
    const Result<ChildAnswer> answer = run_child({"printf", "%s|", "a b", "$(id)", ";", ""}, "");
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(answer->output, "a b|$(id)|;||");
}

TEST(ChildProcess, ItsStatusAndItsErrorsAreTold) {
    const Result<ChildAnswer> answer = run_child({"sh", "-c", "echo no >&2; exit 7"}, "");
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(answer->status, 7);
    EXPECT_EQ(answer->errors, "no\n");
    const Result<ChildAnswer> killed = run_child({"sh", "-c", "kill -9 $$"}, "");
    ASSERT_TRUE(killed.ok());
    EXPECT_EQ(killed->status, -1);
}

TEST(ChildProcess, WhoDoesNotListenIsNoTrouble) {
    const Result<ChildAnswer> answer = run_child({"true"}, std::string(3'000'000, 'x'));
    ASSERT_TRUE(answer.ok()) << answer.error().message;
    EXPECT_EQ(answer->status, 0);
}

TEST(ChildProcess, WhatIsMissingSlowOrEndlessIsRefused) {
    EXPECT_NE(run_child({"/nowhere/nothing"}, "").error().message.find("cannot start /nowhere/nothing"),
              std::string::npos);
    EXPECT_NE(run_child({"sh", "-c", "sleep 60"}, "", {.seconds = 1}).error().message.find("took longer"),
              std::string::npos);
    EXPECT_NE(run_child({"yes"}, "", {.most_bytes = 100'000}).error().message.find("wrote more"),
              std::string::npos);
}

}  // namespace
}  // namespace allaprima
