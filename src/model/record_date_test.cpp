#include "model/record_date.h"

#include <gtest/gtest.h>

#include <string>

namespace allaprima {
namespace {

TEST(RecordDate, IsCountedFromTheFirstDayOf1970) {
    EXPECT_EQ(day_span("1970-01-01"), (DaySpan{0, 0}));
    EXPECT_EQ(day_span("1970-01-31"), (DaySpan{30, 30}));
    EXPECT_EQ(day_span("1969-12-31"), (DaySpan{-1, -1}));
}

TEST(RecordDate, YearsAndMonthsLastFromTheirFirstDayToTheirLast) {
    EXPECT_EQ(day_span("1970"), (DaySpan{0, 364}));
    EXPECT_EQ(day_span("1972-02"), (DaySpan{day_span("1972-02-01")->first, day_span("1972-02-29")->last}));
    EXPECT_EQ(day_span("1970/1970-02"), (DaySpan{0, 58}));
}

TEST(RecordDate, WhatIsNoDateIsNone) {
    for (const char* text : {"",
                             "26",
                             "999",
                             "0999",
                             "20266",
                             "2026-",
                             "2026-13",
                             "2026-00",
                             "2026-1",
                             "2026-02-30",
                             "2025-02-29",
                             "2026-05-1",
                             "2026/05",
                             "2026-05-14T10",
                             " 2026",
                             "2026-+5",
                             "-2026",
                             "2027/2026",
                             "2026-05/2026-04-30",
                             "2026/",
                             "/2026",
                             "2026/2027/2028",
                             "today"})
        EXPECT_FALSE(day_span(text)) << text;
}

TEST(RecordDate, MayMeetLooksBothWays) {
    const DaySpan spring = *day_span("2026-03/2026-05"), may = *day_span("2026-05"),
                  june = *day_span("2026-06");
    EXPECT_TRUE(may_meet(spring, may));
    EXPECT_TRUE(may_meet(may, spring));
    EXPECT_FALSE(may_meet(spring, june));
    EXPECT_FALSE(may_meet(june, spring));
}

}  // namespace
}  // namespace allaprima
