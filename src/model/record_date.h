#pragma once
#include <optional>
#include <string_view>

namespace allaprima {

/// The days within which something happened: the first that is possible, and the last.
struct DaySpan {
    int first = 0;  ///< Days since 1 January 1970 in the Gregorian calendar, as it is reckoned today,
    int last = 0;   ///< and never before the first.

    bool operator==(const DaySpan&) const = default;
};

/// What a date of a record means: a year, a month or a day ("2026", "2026-05", "2026-05-14"), or two of these
/// with a slash between them, from the first of the one to the last of the other ("2026-05/2026-08-31"). This
/// is the Extended Date/Time Format of ISO 8601-2 at its level 0, for the years 1000 to 9999.
///
/// @return nothing when it is no date, when there is no such day, or when a range ends before it begins.
std::optional<DaySpan> day_span(std::string_view text);

/// Whether the two can have been at one time.
constexpr bool may_meet(const DaySpan& a, const DaySpan& b) {
    return a.first <= b.last && b.first <= a.last;
}

}  // namespace allaprima
