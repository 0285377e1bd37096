#pragma once
#include <optional>
#include <string>
#include <vector>

#include "shelf/shelf.h"
#include "studio/answer.h"
#include "studio/built_page.h"
#include "studio/errands.h"
#include "studio/live_frames.h"
#include "studio/pace.h"
#include "studio/painter.h"
#include "studio/views.h"

namespace allaprima {

/// An upload is at most so long, bytes.
constexpr size_t kLongestUpload = size_t{256} << 20;

/// All that the studio does, without a network: requests that were let in come to answers. May be used from
/// several threads.
class Studio {
  public:
    /// @param shown the long side of the pictures that are seen to grow, pixels.
    explicit Studio(BuiltPage page, int shown = 1024);

    /// Opens a folder of paintings, and goes on with those that wait.
    Status open(const std::filesystem::path& folder);

    /// Says what a request comes to; in a thread of its lane.
    StudioAnswer answer(const StudioRequest& request);
    /// The thread of a lane; null for Lane::AtOnce.
    Errands* errands(Lane lane);

    std::filesystem::path new_incoming() const { return shelf_.new_incoming(); }

    /// JSON messages of what changed after `seen`, which becomes now.
    std::vector<std::string> changes(uint64_t& seen);
    const LiveFrames& frames() const { return frames_; }

  private:
    StudioAnswer upload(const StudioRequest& request);
    Result<Size> check_upload(const std::filesystem::path& file, const std::string& as);
    StudioAnswer preview(const Route& route);
    StudioAnswer samples();
    StudioAnswer list();
    StudioAnswer paint(const StudioRequest& request);
    StudioAnswer about_painting(const StudioRequest& request, const ShelfEntry& entry);
    StudioAnswer rename(const ShelfEntry& entry, const std::string& body);
    StudioAnswer change_lot(const ShelfEntry& entry, Ask ask);
    StudioAnswer set_removed(const ShelfEntry& entry, bool removed);
    StudioAnswer duplicate(const ShelfEntry& entry);
    StudioAnswer retouch(const ShelfEntry& entry, const std::string& body);
    StudioAnswer repaint(const ShelfEntry& entry, const std::string& body);
    StudioAnswer repaint_cost(const ShelfEntry& entry, const std::string& body);
    StudioAnswer save_record(const ShelfEntry& entry, const std::string& body);
    StudioAnswer sights(const StudioRequest& request);
    StudioAnswer edit(const ShelfEntry& entry, const std::string& body);
    StudioAnswer passes(const ShelfEntry& entry);
    StudioAnswer strokes(const ShelfEntry& entry);
    StudioAnswer tile(const ShelfEntry& entry, const Route& route);
    StudioAnswer row(int status, const std::string& id);
    /// Has a painting that goes on from another one wait for its turn, if there is room for one more.
    StudioAnswer queue(ShelfEntry over);
    void sketch(const ShelfEntry& entry, const Brief& brief);

    BuiltPage page_;
    std::string settings_;
    Shelf shelf_;
    Views views_{shelf_};
    LiveFrames frames_;
    Painter painter_;
    Pace pace_;
    // They use all of the above, and end before it.
    Errands photos_{64}, looks_{512}, exports_{8};
};

}  // namespace allaprima
