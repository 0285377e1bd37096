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

std::string next_to_paint(const std::vector<ShelfEntry>& entries, const std::string& last_photo) {
    const bool any_presses = std::ranges::any_of(entries, presses);
    std::vector<const ShelfEntry*> firsts;  // of each photograph
    for (const ShelfEntry& entry : entries) {
        if (!(any_presses ? presses(entry) : waits(entry)))
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

bool must_give_way(const ShelfEntry& current, const std::vector<ShelfEntry>& entries) {
    return current.gives_way && std::ranges::any_of(entries, presses);
}

}  // namespace allaprima
