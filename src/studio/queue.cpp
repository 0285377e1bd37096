#include "studio/queue.h"

#include <algorithm>

namespace allaprima {
namespace {

bool waits(const ShelfEntry& entry) {
    return entry.lot == Lot::Waiting && !entry.removed;
}

bool presses(const ShelfEntry& entry) {
    return waits(entry) && !entry.gives_way;
}

}  // namespace

size_t count_waiting(const std::vector<ShelfEntry>& entries) {
    return static_cast<size_t>(std::ranges::count_if(entries, waits));
}

bool something_presses(const std::vector<ShelfEntry>& entries) {
    return std::ranges::any_of(entries, presses);
}

std::string next_to_paint(const std::vector<ShelfEntry>& entries, const std::string& last_photo) {
    const auto may_be_next = something_presses(entries) ? presses : waits;
    std::vector<const ShelfEntry*> firsts;  // of each photograph
    for (const ShelfEntry& entry : entries) {
        if (!may_be_next(entry))
            continue;
        const auto same =
            std::ranges::find(firsts, entry.photo, [](const ShelfEntry* other) { return other->photo; });
        if (same == firsts.end())
            firsts.push_back(&entry);
        else if (entry.turn < (*same)->turn)
            *same = &entry;
    }
    if (firsts.empty())
        return {};
    // Photographs stand in a circle, in the order of their ids.
    std::ranges::sort(firsts, {}, [](const ShelfEntry* entry) { return entry->photo; });
    if (last_photo.empty())
        return (*std::ranges::min_element(firsts, {}, &ShelfEntry::turn))->id;
    const auto next =
        std::ranges::find_if(firsts, [&](const ShelfEntry* entry) { return entry->photo > last_photo; });
    return next == firsts.end() ? firsts.front()->id : (*next)->id;
}

}  // namespace allaprima
