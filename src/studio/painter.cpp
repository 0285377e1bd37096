#include "studio/painter.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <filesystem>
#include <utility>

#include "engine/load_painting.h"
#include "engine/paint_photo.h"
#include "engine/take_brief.h"
#include "showing/picture_bytes.h"
#include "showing/show_painting.h"
#include "studio/asked_brief.h"
#include "studio/going_on.h"
#include "studio/queue.h"

namespace allaprima {

namespace fs = std::filesystem;

namespace {

/// Where each stage begins and ends, in shares of the whole.
struct StagePlace {
    std::string_view stage;
    double from, to;
};
constexpr std::array kStages{StagePlace{"reading", 0.0, 0.02},
                             StagePlace{"looking", 0.02, 0.1},
                             StagePlace{"planning", 0.1, 0.75},
                             StagePlace{"mixing colours", 0.75, 0.82},
                             StagePlace{"scumbling and glazing", 0.82, 0.9},
                             StagePlace{"retouching", 0.02, 0.9},
                             StagePlace{"painting", 0.9, 1.0}};

double share_of_whole(std::string_view stage, double share) {
    const auto place = std::ranges::find(kStages, stage, &StagePlace::stage);
    return place == kStages.end() ? 0.0 : place->from + share * (place->to - place->from);
}

Result<Job> begin(const ShelfEntry& entry, const Shelf& shelf) {
    const Result<Brief> brief = asked_brief(entry.wishes, shelf);
    if (!brief)
        return brief.error();
    const std::string file = shelf.painting_file(entry).string();
    Result<Job> job = prepare({.photo = shelf.photo_file(entry.photo).string(),
                               .brief = *brief,
                               .picture = {picture_beside(file, shelf, entry.id), false},
                               .painting_file = file,
                               .only_strokes = true});
    if (job)
        job->inputs.photo.name = entry.photo_name;
    return job;
}

Result<Job> go_on(const ShelfEntry& entry, const Shelf& shelf) {
    const std::string file = shelf.painting_file(entry).string();
    Result<Job> job =
        take_up({.painting_file = file, .picture = picture_beside(file, shelf, entry.id), .replace = false});
    if (job)
        job->without_picture = true;
    return job;
}

}  // namespace

std::string picture_beside(const fs::path& painting_file, const Shelf& shelf, const std::string& id) {
    fs::path beside = painting_file;
    beside.replace_extension(".png");
    return (is_there(beside) ? shelf.state_folder() / "thumbnails" / (id + ".picture.png") : beside).string();
}

/// Passes on what the engine tells.
class Painter::Ear final : public Observer {
  public:
    Ear(Painter& painter, std::string id) : painter_(painter), id_(std::move(id)) {}

    void progress(std::string_view stage, double share) override {
        const double whole = share_of_whole(stage, share);
        const auto now = std::chrono::steady_clock::now();
        const double seconds = std::chrono::duration<double>(now - began_).count();
        {
            const std::lock_guard hold(painter_.mutex_);
            painter_.headway_.stage = stage;
            painter_.headway_.share = std::max(painter_.headway_.share, whole);
            painter_.headway_.seconds_left = time_left_.at("whole", whole, seconds);
        }
        painter_.shelf_.changes().touch(id_);
    }
    bool stop_requested() const override { return painter_.stop_; }

  private:
    Painter& painter_;
    std::string id_;
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
    TimeLeft time_left_;
};

Painter::~Painter() {
    {
        const std::lock_guard hold(mutex_);
        ended_ = true;
        stop_ = true;
    }
    news_.notify_all();
    if (thread_.joinable())
        thread_.join();
}

void Painter::start() {
    looked_ = true;
    thread_ = std::thread([this] { work(); });
}

void Painter::look_again() {
    {
        const std::lock_guard hold(mutex_);
        looked_ = true;
        if (!current_.empty()) {
            const std::optional<ShelfEntry> entry = shelf_.find(current_);
            if (!entry || entry->removed || entry->lot != Lot::Waiting ||
                (entry->gives_way && something_presses(shelf_.entries())))
                stop_ = true;
        }
    }
    news_.notify_all();
}

std::optional<Headway> Painter::headway(const std::string& id) const {
    const std::lock_guard hold(mutex_);
    return current_ == id && !stop_ ? std::optional(headway_) : std::nullopt;
}

Status Painter::settle(const std::string& id) {
    const std::lock_guard hold(mutex_);
    if (current_ == id)
        return Done{};
    const Result<ShelfEntry> settled = shelf_.settle(id);
    return settled ? Status(Done{}) : Status(settled.error());
}

void Painter::work() {
    std::unique_lock hold(mutex_);
    while (!ended_) {
        const std::vector<ShelfEntry> entries = shelf_.entries();
        const std::string next = next_to_paint(entries, last_photo_);
        if (next.empty()) {
            news_.wait(hold, [&] { return looked_ || ended_; });
            looked_ = false;
            continue;
        }
        const ShelfEntry entry = *std::ranges::find(entries, next, &ShelfEntry::id);
        current_ = entry.id;
        stop_ = ended_;
        headway_ = {.stage = "reading", .seconds_left = {}, .strokes = entry.strokes};
        last_photo_ = entry.photo;
        hold.unlock();
        paint(entry);
        hold.lock();
        current_.clear();
        // What was asked of its file meanwhile can be done now; a failure shows when it is asked again.
        (void)shelf_.settle(entry.id);
        shelf_.changes().touch(entry.id);
    }
}

void Painter::paint(const ShelfEntry& entry) {
    Ear ear(*this, entry.id);
    Status painted = Done{};
    try {
        painted = plan_painting_of(entry, ear);
        // A draft is seen when it is finished, and what goes on from another painting was seen before.
        if (painted && !stop_ && !entry.draft && !entry.from)
            painted = show_growing(entry, ear);
    } catch (const std::bad_alloc&) {
        painted = Error{"there is not enough memory for this; ask for a smaller picture"};
    } catch (const std::exception& fault) {
        painted = Error{fault.what()};
    }
    finish(entry.id, painted, stop_);
}

Status Painter::plan_painting_of(const ShelfEntry& entry, Observer& ear) {
    ear.progress("reading", 0.0);
    const bool begun = is_there(shelf_.painting_file(entry));
    if (!begun && entry.from)
        return go_on_from(entry, ear);
    if (!begun && !shelf_.find_photo(entry.photo))
        return Error{"the photograph that it is painted from is not there any more"};
    Result<Job> job = begun ? go_on(entry, shelf_) : begin(entry, shelf_);
    if (!job)
        return job.error();
    const Result<Painted> painted =
        run(std::move(job).value(), ThreadPool(), ear, [&](const Plan& plan) { note_growth(entry, plan); });
    return painted ? Status(Done{}) : Status(painted.error());
}

/// Its new strokes are told alone: they lie over the picture of the other.
Status Painter::go_on_from(const ShelfEntry& entry, Observer& ear) {
    const Result<int> strokes = go_on_from_other(entry, shelf_, ear, [&](const Plan& besides) {
        frames_.put_strokes(entry.id, besides);
        shelf_.changes().touch(entry.id);
    });
    if (!strokes)
        return strokes.error();
    const std::lock_guard hold(mutex_);
    headway_.strokes = *strokes;
    return Done{};
}

void Painter::note_growth(const ShelfEntry& entry, const Plan& plan) {
    {
        const std::lock_guard hold(mutex_);
        headway_.strokes = static_cast<int>(plan.strokes.size());
    }
    frames_.put_strokes(entry.id, plan);
    const std::optional<ShelfEntry> known = shelf_.find(entry.id);
    if (known && known->width_mm != static_cast<double>(plan.width_mm))
        (void)shelf_.change(entry.id, [&](ShelfEntry& changed) {
            changed.width_mm = plan.width_mm;
            changed.height_mm = plan.height_mm;
        });
}

Status Painter::show_growing(const ShelfEntry& entry, Observer& ear) {
    const Result<Painting> painting = load_planned(shelf_.painting_file(entry).string());
    if (!painting)
        return painting.error();
    const Plan& plan = *painting->plan;
    note_growth(entry, plan);
    frames_.forget_parts(entry.id);
    const ThreadPool workers;
    show_painting_grow(plan, painting->start.brief, shown_, workers, ear, [&](const GrownPart& part) {
        if (const Result<std::string> bytes = picture_bytes(part.picture, ScreenFormat::Jpeg))
            frames_.put_part(entry.id, part, *bytes);
    });
    return Done{};
}

/// What is no longer wanted keeps the lot that it was given.
void Painter::finish(const std::string& id, const Status& painted, bool stopped) {
    if (stopped)
        return;
    int strokes = 0;
    {
        const std::lock_guard hold(mutex_);
        strokes = headway_.strokes;
    }
    const auto settle_lot = [&](ShelfEntry& entry) {
        if (entry.lot != Lot::Waiting)
            return;
        entry.lot = painted ? Lot::Finished : Lot::Failed;
        entry.error = painted ? "" : painted.error().message;
        entry.strokes = strokes;
    };
    // A full disk keeps the next start from knowing, which then finds the painting as far as it is.
    if (const Result<ShelfEntry> kept = shelf_.change(id, settle_lot); !kept)
        shelf_.note(id, settle_lot);
}

}  // namespace allaprima
