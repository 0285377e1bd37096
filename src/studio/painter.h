#pragma once
#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "base/observer.h"
#include "base/time_left.h"
#include "engine/growth.h"
#include "shelf/shelf.h"
#include "studio/live_frames.h"

namespace allaprima {

/// Where the painting's picture would go, had it one: beside its file, where nothing stands there.
std::string picture_beside(const std::filesystem::path& painting_file, const Shelf& shelf,
                           const std::string& id);

/// How far a painting is that is being worked on.
struct Headway {
    std::string stage;   ///< As Observer has it: "reading", "looking", "planning"…
    double share = 0.0;  ///< Of the whole painting, 0 to 1.
    std::optional<double> seconds_left;
    int strokes = 0;
};

/// Paints what waits on the shelf, one painting after another, in a thread of its own. What it comes to is in
/// the painting file all the time, so that it can be stopped, or killed, and goes on from there.
class Painter {
  public:
    /// Both must outlive it. @param shown the long side of the picture that is seen to grow, pixels.
    Painter(Shelf& shelf, LiveFrames& frames, int shown) : shelf_(shelf), frames_(frames), shown_(shown) {}
    /// Stops as soon as what it does can be stopped.
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    void start();
    /// The shelf has changed: something may wait, or may no longer be wanted.
    void look_again();
    /// Nothing where it is not being worked on, or only until it has stopped.
    std::optional<Headway> headway(const std::string& id) const;
    /// Has its file lie where the shelf wants it: at once, or when it is no longer worked on.
    Status settle(const std::string& id);

  private:
    class Ear;
    void work();
    void paint(const ShelfEntry& entry);
    Status plan_painting_of(const ShelfEntry& entry, Observer& ear);
    Status show_growing(const ShelfEntry& entry, Observer& ear);
    Status go_on_from(const ShelfEntry& entry, Observer& ear);
    void note_growth(const ShelfEntry& entry, const Plan& plan);
    void finish(const std::string& id, const Status& painted, bool stopped);

    Shelf& shelf_;
    LiveFrames& frames_;
    const int shown_;
    mutable std::mutex mutex_;
    std::condition_variable news_;
    bool looked_ = false, ended_ = false;
    std::string current_;  ///< Empty: none.
    std::atomic<bool> stop_ = false;
    Headway headway_;
    std::string last_photo_;
    std::thread thread_;
};

}  // namespace allaprima
