#include "record/journey_order.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

#include "model/record_date.h"

namespace allaprima {
namespace {

/// The group of each entry, named by its first entry: entries join that of what they contradict, and that of
/// the first account of their event.
std::vector<size_t> groups_of(const std::vector<Entry>& entries) {
    std::vector<size_t> group(entries.size());
    std::iota(group.begin(), group.end(), size_t{0});
    std::map<std::string, size_t> first_account;
    const auto join = [&](size_t entry, size_t earlier) {
        const size_t from = std::max(group[entry], group[earlier]),
                     to = std::min(group[entry], group[earlier]);
        std::ranges::replace(group, from, to);
    };
    for (size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].contradicts > 0)
            join(i, static_cast<size_t>(entries[i].contradicts) - 1);
        if (entries[i].withdraws > 0)
            join(i, static_cast<size_t>(entries[i].withdraws) - 1);
        if (!entries[i].event.empty())
            join(i, first_account.emplace(entries[i].event, i).first->second);
    }
    return group;
}

}  // namespace

std::vector<std::vector<size_t>> journey_order(const Record& record) {
    const std::vector<size_t> group = groups_of(record.entries);
    std::map<size_t, std::vector<size_t>> members;
    for (size_t i = 0; i < group.size(); ++i)
        members[group[i]].push_back(i);
    std::vector<std::vector<size_t>> order;
    order.reserve(members.size());
    for (auto& [name, entries] : members)
        order.push_back(std::move(entries));
    const auto begins = [&](const std::vector<size_t>& entries) {
        int day = day_span(record.entries[entries.front()].date)->first;
        for (const size_t i : entries)
            day = std::min(day, day_span(record.entries[i].date)->first);
        return day;
    };
    std::ranges::stable_sort(order, {}, begins);
    return order;
}

}  // namespace allaprima
