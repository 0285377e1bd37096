// What is asked of finished paintings that are worked over in new ones.

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "retouching/edit_painting.h"
#include "retouching/places_meant.h"
#include "studio/going_on.h"
#include "studio/messages.h"
#include "studio/queue.h"
#include "studio/studio.h"

namespace allaprima {

namespace fs = std::filesystem;

namespace {
using Json = nlohmann::ordered_json;

bool is_finished(const ShelfEntry& entry) {
    return entry.lot == Lot::Finished && !entry.removed;
}

}  // namespace

StudioAnswer Studio::queue(ShelfEntry over) {
    if (count_waiting(shelf_.entries()) >= kMostWaiting)
        return error_answer(429, fmt::format("{} paintings wait already", kMostWaiting));
    const Result<ShelfEntry> added = shelf_.add(std::move(over));
    if (!added)
        return error_answer(added.error());
    painter_.look_again();
    return row(201, added->id);
}

/// What can be known to be wrong is said at once; the new painting waits for its turn like all others.
StudioAnswer Studio::retouch(const ShelfEntry& entry, const std::string& body) {
    const Result<RetouchMessage> message = read_retouch(body);
    if (!message)
        return error_answer(message.error());
    if (!is_finished(entry))
        return error_answer(409, "only a finished painting can be worked over");
    const auto painting = views_.painting(entry);
    if (!painting)
        return error_answer(409, painting.error().message);
    if ((*painting)->remembered.empty() && !shelf_.find_photo(entry.photo))
        return error_answer(409,
                            "this painting does not remember what it was painted from, and its photograph is "
                            "not on the shelf");
    const Result<Region> region = region_said(message->on);
    const Result<std::vector<Boxes>> places =
        region ? places_meant(*region, **painting) : Result<std::vector<Boxes>>(region.error());
    if (!places)
        return error_answer(400, places.error().message, "on");
    return queue(going_on_from(entry, {.id = entry.id, .on = message->on, .strokes = message->strokes}));
}

StudioAnswer Studio::repaint(const ShelfEntry& entry, const std::string& body) {
    const Result<Wishes> besides = read_wishes(body);
    if (!besides)
        return error_answer(besides.error());
    if (!is_finished(entry))
        return error_answer(409, "only a finished painting can be gone on from");
    const auto painting = views_.painting(entry);
    if (!painting)
        return error_answer(409, painting.error().message);
    if (const Status possible = check_repaint(entry, **painting, *besides, shelf_); !possible)
        return error_answer(possible.error().usage ? 400 : 409, possible.error().message,
                            setting_in(possible.error().message, *besides));
    return queue(going_on_from(entry, {.id = entry.id, .on = "", .besides = *besides}));
}

StudioAnswer Studio::repaint_cost(const ShelfEntry& entry, const std::string& body) {
    const Result<Wishes> besides = read_wishes(body);
    if (!besides)
        return error_answer(besides.error());
    if (!is_finished(entry))
        return error_answer(409, "only a finished painting can be gone on from");
    SilentObserver observer;
    const Result<RepaintCost> cost =
        cost_of_repaint(repaint_wish(entry, *besides, shelf_), ThreadPool(), observer);
    if (!cost)
        return error_answer(400, cost.error().message, setting_in(cost.error().message, *besides));
    Json json{{"goes_on", cost->anew.empty()}};
    if (!cost->anew.empty())
        json["why"] = cost->anew;
    json["strokes"] = cost->strokes;
    json["share"] = cost->share;
    json["seconds"] = cost->seconds;
    return json_answer(200, json);
}

/// It takes no longer than an answer may, so that the new painting is finished at once.
StudioAnswer Studio::edit(const ShelfEntry& entry, const std::string& body) {
    const Result<StrokeEdits> edits = read_edits(body);
    if (!edits)
        return error_answer(edits.error());
    if (!is_finished(entry))
        return error_answer(409, "only the strokes of a finished painting can be changed");
    const auto painting = views_.painting(entry);
    if (!painting)
        return error_answer(409, painting.error().message);
    const Result<Plan> edited = edit_strokes(*(*painting)->plan, *edits);
    if (!edited)
        return error_answer(400, edited.error().message);
    ShelfEntry changed = entry;
    changed.from = GoesOnFrom{.id = entry.id, .on = ""};
    changed.file_before.clear();
    changed.draft = changed.gives_way = false;
    changed.strokes = static_cast<int>(edited->strokes.size());
    const Result<ShelfEntry> added = shelf_.add_made(std::move(changed), [&](const fs::path& file) {
        const Result<Painted> made = edit_painting({.painting_file = shelf_.painting_file(entry).string(),
                                                    .edits = *edits,
                                                    .painting = {file.string(), false}});
        return made ? Status(Done{}) : Status(made.error());
    });
    return added ? row(201, added->id) : error_answer(added.error());
}

StudioAnswer Studio::passes(const ShelfEntry& entry) {
    const auto painting = views_.painting(entry);
    if (!painting)
        return error_answer(409, painting.error().message);
    Json list = Json::array();
    for (const Pass& pass : (*painting)->plan->passes)
        list.push_back({{"name", pass.name},
                        {"strokes", pass.strokes},
                        {"coat", kCoatWords[static_cast<size_t>(pass.coat)]}});
    return json_answer(200, {{"passes", list}});
}

}  // namespace allaprima
