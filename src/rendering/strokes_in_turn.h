#pragma once
#include <optional>
#include <span>
#include <vector>

#include "base/thread_pool.h"
#include "rendering/pickup.h"
#include "rendering/scene.h"

namespace allaprima {

/// A scene whose strokes are made ready in painting order, as many at a time as the memory that is meant for
/// them holds. Those of an ordinary painting are ready all at once; wide strokes on a large canvas, which a
/// file of any size can ask for, are not.
class StrokesInTurn {
  public:
    /// All three must outlive it. The first turn is ready.
    StrokesInTurn(const Plan& plan, const RenderSettings& settings, const ThreadPool& workers);

    const Scene& scene() const { return scene_; }
    /// Whether one turn is enough for all strokes, and is ready.
    bool all_ready() const;
    /// Makes the next strokes ready, in place of those that were. @return false where none is left.
    bool ready_next();
    /// Makes those of the first turn ready again.
    void begin_again();

    /// Further strokes, were they laid after all of the plan's, the last of which must be ready, as body
    /// paint.
    std::vector<Touch> touches_after(std::span<const Stroke> strokes) const;

    /// What a stroke that is ready takes, about, bytes.
    /// @param detail of the plan.
    static size_t bytes_of(const Stroke& stroke, const Plan& plan, float detail);
    /// What all that are ready may take.
    static size_t most_bytes(const RenderSettings& settings);

  private:
    size_t end_of_turn(size_t first) const;
    void ready(size_t first);
    bool is_seen(const Touch& touch) const;
    std::vector<Touch> touches(std::span<const Stroke> strokes, std::span<const Coat> coats,
                               std::vector<PickUp> pickups, size_t first) const;

    Scene scene_;
    const ThreadPool& workers_;
    std::vector<Coat> coats_;
    float detail_;
    std::optional<PickUpWalk> pickups_;
};

}  // namespace allaprima
