#include "studio/studio.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "advising/sketch_painting.h"
#include "briefs/read_pen_path.h"
#include "engine/take_brief.h"
#include "engine/version.h"
#include "model/wish.h"
#include "pictures/read_motif.h"
#include "retouching/edit_painting.h"
#include "retouching/places_meant.h"
#include "studio/asked_brief.h"
#include "studio/going_on.h"
#include "studio/messages.h"
#include "studio/queue.h"
#include "studio/record_form.h"
#include "studio/rows.h"
#include "studio/take_away.h"
#include "studio/tell_settings.h"

namespace allaprima {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

StudioAnswer bytes_answer(const Result<std::string>& bytes, const char* type) {
    if (!bytes)
        return error_answer(bytes.error().usage ? 404 : 409, bytes.error().message);
    return {.type = type, .body = *bytes, .file = {}};
}

Json photo_json(const ShelfPhoto& photo) {
    return {{"photo", photo.id}, {"name", photo.name}, {"width", photo.width}, {"height", photo.height}};
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    if (const size_t at = text.find(what); at != std::string::npos)
        text.replace(at, what.size(), with);
    return text;
}

/// What a photograph's painting is called, unless somebody says otherwise.
std::string name_after(const std::string& photo_name) {
    const std::string stem = fs::path(photo_name).stem().string();
    return stem.empty() ? "Painting" : stem;
}

/// Where the sample portrait may lie (scripts/sample).
fs::path find_sample() {
    constexpr std::array kPlaces{ALLAPRIMA_STUDIO_SAMPLE,
                                 "/usr/lib/python3/dist-packages/imageio/resources/images/astronaut.png"};
    std::error_code ignored;
    for (const char* place : kPlaces)
        if (fs::exists(place, ignored))
            return place;
    return {};
}
constexpr const char* kSampleName = "Eileen Collins.png";

/// A drawing that is uploaded is tried at this size, pixels.
constexpr int kDrawingLongSide = 256;

/// Stops once the plan itself is heard of.
class SketchObserver final : public Observer {
  public:
    bool over = false;
    void progress(std::string_view, double) override {}
    bool stop_requested() const override { return over; }
};

}  // namespace

Studio::Studio(BuiltPage page, int shown)
    : page_(std::move(page)), settings_(settings_json(kLongestUpload)), painter_(shelf_, frames_, shown) {}

Status Studio::open(const fs::path& folder) {
    if (const Status opened = shelf_.open(folder); !opened)
        return opened;
    painter_.start();
    return Done{};
}

Errands* Studio::errands(Lane lane) {
    switch (lane) {
        case Lane::Photos:
            return &photos_;
        case Lane::Views:
            return &looks_;
        case Lane::Exports:
            return &exports_;
        case Lane::AtOnce:
            break;
    }
    return nullptr;
}

StudioAnswer Studio::answer(const StudioRequest& request) {
    const Route& route = request.route;
    switch (route.ask) {
        case Ask::Page:
            return page_.file(route.id, request.encodings);
        case Ask::Settings:
            return {.body = settings_, .file = {}};
        case Ask::Samples:
            return samples();
        case Ask::Upload:
            return upload(request);
        case Ask::Preview:
            return preview(route);
        case Ask::Sights:
            return sights(request);
        case Ask::List:
            return list();
        case Ask::Paint:
            return paint(request);
        default:
            break;
    }
    const std::optional<ShelfEntry> entry = shelf_.find(route.id);
    return entry ? about_painting(request, *entry) : error_answer(404, "there is no such painting");
}

/// The photograph as it would be painted, with what the address asks to be done to it.
StudioAnswer Studio::preview(const Route& route) {
    if (!shelf_.find_photo(route.id))
        return error_answer(404, "there is no such upload");
    Brief brief;
    for (const auto& [setting, text] : route.query)
        if (const Status asked = ask({{setting, text}}, brief); !asked)
            return error_answer(asked.error());
    return bytes_answer(views_.preview(route.id, brief.photograph), "image/jpeg");
}

StudioAnswer Studio::about_painting(const StudioRequest& request, const ShelfEntry& entry) {
    const Route& route = request.route;
    switch (route.ask) {
        case Ask::Show:
            return row(200, entry.id);
        case Ask::Rename:
            return rename(entry, request.body);
        case Ask::Cancel:
        case Ask::Pause:
        case Ask::GoOn:
            return change_lot(entry, route.ask);
        case Ask::Duplicate:
            return duplicate(entry);
        case Ask::Retouch:
            return retouch(entry, request.body);
        case Ask::Repaint:
            return repaint(entry, request.body);
        case Ask::RepaintCost:
            return repaint_cost(entry, request.body);
        case Ask::Edit:
            return edit(entry, request.body);
        case Ask::Passes:
            return passes(entry);
        case Ask::Remove:
        case Ask::Restore:
            return set_removed(entry, route.ask == Ask::Remove);
        case Ask::Thumbnail:
            return bytes_answer(views_.thumbnail(entry), "image/png");
        case Ask::Strokes:
            return strokes(entry);
        case Ask::Tile:
            return tile(entry, route);
        case Ask::Export:
            return take_away({entry, shelf_, route.query, pace_}, request.abandoned);
        case Ask::Cost:
            return foretell_away({entry, shelf_, route.query, pace_});
        case Ask::Record:
            return show_record(entry, shelf_);
        case Ask::SaveRecord:
            return save_record(entry, request.body);
        default:
            return error_answer(404, "there is nothing at this address");
    }
}

/// Its size in pixels; 0 of a drawing, which is taken where one is asked for alone.
Result<Size> Studio::check_upload(const fs::path& file, const std::string& as) {
    if (as == "signature") {
        const Result<std::vector<PenPath>> paths = read_pen_paths(file.string());
        return paths ? Result<Size>(Size{}) : Result<Size>(paths.error());
    }
    const bool photograph = as != "motif" || is_picture_file(file.string());
    if (photograph) {
        const Result<std::shared_ptr<const Photo>> photo = views_.photo(file);
        return photo ? Result<Size>((*photo)->original_size) : Result<Size>(photo.error());
    }
    const Result<Photo> drawing = read_motif(file.string(), ReadLimits{}, kDrawingLongSide);
    return drawing ? Result<Size>(Size{}) : Result<Size>(drawing.error());
}

StudioAnswer Studio::upload(const StudioRequest& request) {
    const auto said = [&](const char* name) {
        const auto found = request.route.query.find(name);
        return found == request.route.query.end() ? "" : found->second;
    };
    ShelfPhoto facts{.id = {}, .name = said("name"), .digest = {}};
    facts.name = fs::path(facts.name.substr(0, 200)).filename().string();
    if (facts.name.empty())
        facts.name = "photograph";
    const Result<Size> size = check_upload(request.uploaded, said("as"));
    if (!size)
        return error_answer(415, replaced(size.error().message, request.uploaded.string(), facts.name));
    facts.width = size->width;
    facts.height = size->height;
    const Result<ShelfPhoto> kept = shelf_.add_photo(request.uploaded, facts);
    return kept ? json_answer(201, photo_json(*kept)) : error_answer(kept.error());
}

StudioAnswer Studio::samples() {
    Json list = Json::array();
    const fs::path file = find_sample();
    if (const auto photo =
            file.empty() ? Result<std::shared_ptr<const Photo>>(Error{}) : views_.photo(file)) {
        const Size size = (*photo)->original_size;
        const Result<ShelfPhoto> kept = shelf_.add_photo(
            file, {.id = {}, .name = kSampleName, .width = size.width, .height = size.height, .digest = {}});
        if (kept)
            list.push_back(photo_json(*kept));
    }
    return json_answer(200, {{"samples", list}});
}

StudioAnswer Studio::list() {
    Json rows = Json::array();
    for (const ShelfEntry& entry : shelf_.entries())
        rows.push_back(row_of(entry, painter_.headway(entry.id)));
    return json_answer(200, {{"paintings", rows}});
}

StudioAnswer Studio::row(int status, const std::string& id) {
    const std::optional<ShelfEntry> entry = shelf_.find(id);
    return entry ? json_answer(status, row_of(*entry, painter_.headway(id)))
                 : error_answer(404, "there is no such painting");
}

StudioAnswer Studio::paint(const StudioRequest& request) {
    const Result<PaintingWish> wish = read_painting_wish(request.body);
    if (!wish)
        return error_answer(wish.error());
    const std::optional<ShelfPhoto> photo = shelf_.find_photo(wish->photo);
    if (!photo)
        return error_answer(404, "there is no such upload");
    if (photo->width == 0)
        return error_answer(400, fmt::format("{} is a drawing, and no photograph", photo->name));
    if (count_waiting(shelf_.entries()) >= kMostWaiting)
        return error_answer(429, fmt::format("{} paintings wait already", kMostWaiting));
    const Result<Brief> brief = asked_brief(wish->wishes, shelf_);
    const Result<CheckedBrief> checked =
        brief ? check_brief("", *brief) : Result<CheckedBrief>(brief.error());
    if (!checked)
        return error_answer(400, checked.error().message, setting_in(checked.error().message, wish->wishes));
    ShelfEntry entry;
    entry.name = wish->name.empty() ? name_after(photo->name) : wish->name;
    entry.photo = photo->id;
    entry.photo_name = photo->name;
    entry.wishes = wish->wishes;
    entry.strokes_wanted = checked->brief.strokes;
    entry.hand = brief->hand;
    entry.draft = wish->draft;
    entry.gives_way = wish->gives_way;
    const Result<ShelfEntry> added = shelf_.add(std::move(entry));
    if (!added)
        return error_answer(added.error());
    if (!added->draft)
        sketch(*added, *brief);
    painter_.look_again();
    return row(201, added->id);
}

/// The first strokes are there before anything is looked for. Without them those of the plan come later.
void Studio::sketch(const ShelfEntry& entry, const Brief& brief) {
    photos_.send([this, entry, brief] {
        const Result<std::shared_ptr<const Photo>> photo =
            views_.photo(shelf_.photo_file(entry.photo), entry.photo);
        if (!photo)
            return;
        SketchObserver observer;
        const auto show = [&](const Plan& plan) {
            observer.over = !frames_.put_strokes(entry.id, plan, true);
        };
        // What is wrong with it the painting itself says.
        (void)sketch_painting(**photo, brief, ThreadPool(), observer, show);
    });
}

StudioAnswer Studio::rename(const ShelfEntry& entry, const std::string& body) {
    const Result<std::string> name = read_new_name(body);
    if (!name)
        return error_answer(name.error());
    const Result<ShelfEntry> changed =
        shelf_.change(entry.id, [&](ShelfEntry& changing) { changing.name = *name; });
    if (!changed)
        return error_answer(changed.error());
    if (const Status settled = painter_.settle(entry.id); !settled)
        return error_answer(settled.error());
    return row(200, entry.id);
}

StudioAnswer Studio::change_lot(const ShelfEntry& entry, Ask ask) {
    if (entry.removed)
        return error_answer(409, "it was removed; restore it first");
    const std::optional<Headway> headway = painter_.headway(entry.id);
    const Result<ShelfEntry> changed = shelf_.change(entry.id, [&](ShelfEntry& changing) {
        if (headway)
            changing.strokes = headway->strokes;
        const bool unfinished = changing.lot != Lot::Finished;
        if (ask == Ask::GoOn && unfinished) {
            changing.lot = Lot::Waiting;
            changing.error.clear();
        } else if (ask == Ask::Cancel && unfinished) {
            changing.lot = Lot::Cancelled;
        } else if (ask == Ask::Pause && changing.lot == Lot::Waiting) {
            changing.lot = Lot::Paused;
        }
    });
    painter_.look_again();
    return changed ? row(200, entry.id) : error_answer(changed.error());
}

StudioAnswer Studio::set_removed(const ShelfEntry& entry, bool removed) {
    const Result<ShelfEntry> changed = shelf_.change(entry.id, [&](ShelfEntry& changing) {
        changing.removed = removed;
        if (changing.lot == Lot::Waiting)
            changing.lot = Lot::Paused;
    });
    painter_.look_again();
    if (!changed)
        return error_answer(changed.error());
    if (const Status settled = painter_.settle(entry.id); !settled)
        return error_answer(settled.error());
    return row(200, entry.id);
}

StudioAnswer Studio::duplicate(const ShelfEntry& entry) {
    if (entry.lot != Lot::Finished && entry.photo.empty() && !entry.from)
        return error_answer(409, "it has no photograph to be painted from");
    const Result<ShelfEntry> copy = shelf_.duplicate(entry.id);
    painter_.look_again();
    return copy ? row(201, copy->id) : error_answer(copy.error());
}

StudioAnswer Studio::save_record(const ShelfEntry& entry, const std::string& body) {
    const auto claims = read_claims(body);
    if (!claims)
        return error_answer(claims.error());
    if (entry.lot != Lot::Finished || entry.removed)
        return error_answer(409, "only of a finished painting something can be recorded");
    return allaprima::save_record(entry, shelf_, *claims);
}

/// It is the same for as long as the same is asked.
StudioAnswer Studio::sights(const StudioRequest& request) {
    const std::string& id = request.route.id;
    if (!shelf_.find_photo(id))
        return error_answer(404, "there is no such upload");
    Result<Wishes> wishes = read_wishes(request.body);
    if (!wishes)
        return error_answer(wishes.error());
    std::erase_if(*wishes, [](const Wish& wish) { return wish.setting == "see"; });
    const Result<Brief> brief = asked_brief(*wishes, shelf_);
    if (!brief)
        return error_answer(400, brief.error().message, setting_in(brief.error().message, *wishes));
    const Result<std::string> seen = views_.sights(id, *brief, request.abandoned);
    return seen ? StudioAnswer{.body = *seen, .file = {}} : error_answer(seen.error());
}

StudioAnswer Studio::strokes(const ShelfEntry& entry) {
    constexpr const char* kType = "application/octet-stream";
    const Frame frame = entry.lot == Lot::Finished ? nullptr : frames_.strokes(entry.id);
    if (frame)
        return {.type = kType, .body = *frame, .file = {}};
    const auto made = views_.painting(entry);
    return made ? StudioAnswer{.type = kType, .body = strokes_frame(*(*made)->plan), .file = {}}
                : error_answer(409, made.error().message);
}

StudioAnswer Studio::tile(const ShelfEntry& entry, const Route& route) {
    TileWish wish{.size = route.size, .x = route.x, .y = route.y};
    if (const auto finish = route.query.find("finish"); finish != route.query.end()) {
        if (finish->second != "flat" && finish->second != "relief" && finish->second != "lit")
            return error_answer(400, "finish must be flat or relief", "finish");
        wish.finish = finish->second == "flat"     ? Finish::Unlit
                      : finish->second == "relief" ? Finish::Relief
                                                   : Finish::Lit;
    }
    return bytes_answer(views_.tile(entry, wish), "image/png");
}

std::vector<std::string> Studio::changes(uint64_t& seen) {
    std::vector<std::string> messages;
    for (const std::string& id : shelf_.changes().since(seen)) {
        const std::optional<ShelfEntry> entry = shelf_.find(id);
        if (!entry || entry->removed) {
            messages.push_back(json_text({{"kind", "removed"}, {"id", id}}));
            continue;
        }
        Json message{{"kind", "painting"}};
        message.update(row_of(*entry, painter_.headway(id)));
        messages.push_back(json_text(message));
    }
    return messages;
}

}  // namespace allaprima
