#include "studio/going_on.h"

#include <algorithm>
#include <utility>

#include "model/brief_settings.h"
#include "painting_file/kept_names.h"
#include "retouching/asked_otherwise.h"
#include "retouching/places_meant.h"
#include "retouching/retouch_painting.h"
#include "studio/asked_brief.h"

namespace allaprima {
namespace {

bool repeats(const std::string& name) {
    const std::vector<BriefSetting> settings = brief_settings();
    const auto setting = std::ranges::find(settings, name, &BriefSetting::name);
    return setting != settings.end() && setting->repeats;
}

Result<Painted> retouched(const ShelfEntry& entry, const ShelfEntry& other, const Shelf& shelf,
                          Observer& observer, const Growth& growth) {
    const Result<Region> place = region_said(entry.from->on);
    if (!place)
        return place.error();
    return retouch_painting({.painting_file = shelf.painting_file(other).string(),
                             .places = {*place},
                             .strokes = entry.from->strokes,
                             .photo = photo_of(other, shelf),
                             .outcome = {.painting = Destination{shelf.painting_file(entry).string()}}},
                            ThreadPool(), observer, growth);
}

Result<Painted> repainted(const ShelfEntry& entry, const ShelfEntry& other, const Shelf& shelf,
                          Observer& observer, const Growth& growth) {
    RepaintWish wish = repaint_wish(other, entry.from->besides, shelf);
    wish.outcome.painting = Destination{shelf.painting_file(entry).string()};
    return repaint_painting(wish, ThreadPool(), observer, growth);
}

}  // namespace

ShelfEntry going_on_from(const ShelfEntry& entry, GoesOnFrom from) {
    ShelfEntry over = entry;
    over.from = std::move(from);
    over.lot = Lot::Waiting;
    over.file.clear();
    over.strokes_wanted = entry.strokes + over.from->strokes;
    for (const Wish& wish : over.from->besides) {
        if (!repeats(wish.setting))
            std::erase_if(over.wishes, [&](const Wish& known) { return known.setting == wish.setting; });
        over.wishes.push_back(wish);
    }
    return over;
}

std::string photo_of(const ShelfEntry& entry, const Shelf& shelf) {
    return shelf.find_photo(entry.photo) ? shelf.photo_file(entry.photo).string() : "";
}

RepaintWish repaint_wish(const ShelfEntry& entry, const Wishes& besides, const Shelf& shelf) {
    return {.painting_file = shelf.painting_file(entry).string(),
            .now = [besides, &shelf](const Brief& kept) { return asked_besides(kept, besides, shelf); },
            .photo = photo_of(entry, shelf)};
}

Status check_repaint(const ShelfEntry& entry, const Painting& painting, const Wishes& besides,
                     const Shelf& shelf) {
    const Brief kept = brief_of_kept(shelf.painting_file(entry).string(), painting.start.brief);
    const Result<Brief> now = asked_besides(kept, besides, shelf);
    if (!now)
        return now.error();
    if (const std::string anew = why_painted_anew(kept, *now); !anew.empty())
        return Error{anew + "; it has to be painted anew"};
    return Done{};
}

Result<int> go_on_from_other(const ShelfEntry& entry, const Shelf& shelf, Observer& observer,
                             const Growth& growth) {
    const std::optional<ShelfEntry> other = shelf.find(entry.from->id);
    if (!other)
        return Error{"the painting that it goes on from is not there any more"};
    const Result<Painted> painted = entry.from->besides.empty()
                                        ? retouched(entry, *other, shelf, observer, growth)
                                        : repainted(entry, *other, shelf, observer, growth);
    if (!painted)
        return painted.error();
    const StrokeCounts& counts = painted->strokes;
    return counts.painted + counts.drops + counts.signature;
}

}  // namespace allaprima
