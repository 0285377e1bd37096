#include "model/record_date.h"

#include <chrono>
#include <string>

#include "model/setting_values.h"

namespace allaprima {
namespace {

using namespace std::chrono;

int number_of(year_month_day day) {
    return static_cast<int>(sys_days(day).time_since_epoch().count());
}

/// So many figures and nothing else: "05", not "+5".
std::optional<unsigned> figures(std::string_view text, size_t many, unsigned low, unsigned high) {
    if (text.size() != many)
        return std::nullopt;
    return setting_values::number<unsigned>(text, low, high);
}

/// One year, month or day.
std::optional<DaySpan> single(std::string_view text) {
    const auto y = figures(text.substr(0, 4), 4, 1000, 9999);
    if (!y)
        return std::nullopt;
    const year in_year{static_cast<int>(*y)};
    if (text.size() == 4)
        return DaySpan{number_of(in_year / 1 / 1), number_of(in_year / 12 / 31)};
    const auto m = text.size() >= 7 && text[4] == '-' ? figures(text.substr(5, 2), 2, 1, 12) : std::nullopt;
    if (!m)
        return std::nullopt;
    const year_month in_month = in_year / month{*m};
    if (text.size() == 7)
        return DaySpan{number_of(in_month / 1), number_of(in_month / last)};
    const auto d = text[7] == '-' ? figures(text.substr(8), 2, 1, 31) : std::nullopt;
    if (!d || !(in_month / day{*d}).ok())
        return std::nullopt;
    return DaySpan{number_of(in_month / day{*d}), number_of(in_month / day{*d})};
}

}  // namespace

std::optional<DaySpan> day_span(std::string_view text) {
    const size_t slash = text.find('/');
    if (slash == std::string_view::npos)
        return single(text);
    const std::optional<DaySpan> from = single(text.substr(0, slash));
    const std::optional<DaySpan> to = single(text.substr(slash + 1));
    if (!from || !to || to->last < from->first)
        return std::nullopt;
    return DaySpan{from->first, to->last};
}

}  // namespace allaprima
