#include "studio/rows.h"

namespace allaprima {
namespace {

using Json = nlohmann::ordered_json;

const char* state_of(const ShelfEntry& entry, const std::optional<Headway>& headway) {
    switch (entry.lot) {
        case Lot::Paused:
            return "paused";
        case Lot::Cancelled:
            return "cancelled";
        case Lot::Finished:
            return "finished";
        case Lot::Failed:
            return "failed";
        case Lot::Waiting:
            break;
    }
    if (!headway)
        return "waiting";
    if (headway->stage == "reading" || headway->stage == "looking")
        return "looking";
    return headway->stage == "painting" ? "painting" : "planning";
}

}  // namespace

Json row_of(const ShelfEntry& entry, const std::optional<Headway>& headway) {
    const bool finished = entry.lot == Lot::Finished;
    Json row{{"id", entry.id},
             {"name", entry.name},
             {"photo", entry.photo},
             {"photo_name", entry.photo_name},
             {"state", state_of(entry, headway)},
             {"stage", headway ? headway->stage : ""},
             {"share", headway    ? headway->share
                       : finished ? 1.0
                                  : 0.0}};
    if (headway && headway->seconds_left)
        row["seconds_left"] = *headway->seconds_left;
    row["strokes"] = headway ? headway->strokes : entry.strokes;
    row["strokes_wanted"] = entry.strokes_wanted;
    row["width_mm"] = entry.width_mm;
    row["height_mm"] = entry.height_mm;
    row["hand"] = entry.hand;
    row["wishes"] = json_of_wishes(entry.wishes);
    if (entry.from)
        row["from"] = {{"id", entry.from->id},
                       {"on", entry.from->on},
                       {"strokes", entry.from->strokes},
                       {"besides", json_of_wishes(entry.from->besides)}};
    row["made"] = entry.made;
    if (!entry.error.empty())
        row["error"] = entry.error;
    row["file"] = entry.file;
    if (entry.draft)
        row["draft"] = true;
    if (entry.removed)
        row["removed"] = true;
    return row;
}

std::string json_text(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace allaprima
