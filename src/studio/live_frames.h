#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "showing/show_painting.h"
#include "model/plan.h"

namespace allaprima {

/// The binary message that tells the strokes of a plan, little-endian (docs/studio.md).
std::string strokes_frame(const Plan& plan);

/// The binary message that shows a part of a picture that is being painted. @param picture its file's bytes.
std::string part_frame(const GrownPart& part, const std::string& picture);

using Frame = std::shared_ptr<const std::string>;

/// What a listener has been told of a painting.
struct Heard {
    uint64_t strokes = 0, parts = 0;
    std::chrono::steady_clock::time_point strokes_at = {};  ///< When strokes were told last.
};

/// The newest frames of the paintings that are being made. Listeners ask for what they have not heard; what
/// was replaced meanwhile they never hear, so that a slow one costs nothing. May be used from several
/// threads.
class LiveFrames {
  public:
    /// @param sketch it gives way to the strokes of the plan itself. @return false where it has done so.
    bool put_strokes(const std::string& id, const Plan& plan, bool sketch = false);
    void put_part(const std::string& id, const GrownPart& part, const std::string& picture);
    /// The picture is painted from its beginning.
    void forget_parts(const std::string& id);

    /// Frames after `heard`, which then has them; strokes at most four times a second.
    std::vector<Frame> news(const std::string& id, Heard& heard) const;
    /// Null where there are none.
    Frame strokes(const std::string& id) const;

  private:
    struct Numbered {
        uint64_t number = 0;
        Frame frame;
    };
    struct OfPainting {
        Numbered strokes;
        bool sketch = false;
        std::map<std::pair<int, int>, Numbered> parts;
        uint64_t touched = 0;
    };
    OfPainting& touch(const std::string& id);

    mutable std::mutex mutex_;
    uint64_t count_ = 0;
    std::map<std::string, OfPainting> paintings_;
};

}  // namespace allaprima
