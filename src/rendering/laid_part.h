#pragma once
#include <span>
#include <vector>

#include "rendering/strokes_in_turn.h"
#include "rendering/tiles.h"

namespace allaprima {

/// A part of a picture, with all strokes of a plan laid in it, which is kept so that further strokes can be
/// tried over it: each try costs what those strokes cost, and not what the plan does.
class LaidPart {
  public:
    /// All three must outlive it. @param settings say which part; all of the picture where they name none.
    /// Their finish is not Finish::Flat.
    LaidPart(const Plan& plan, const RenderSettings& settings, const ThreadPool& workers);
    LaidPart(const LaidPart&) = delete;
    LaidPart& operator=(const LaidPart&) = delete;

    /// What is seen of the plan.
    const Picture& picture() const { return picture_; }
    /// What would be seen, were these laid last, as a pass of body paint: the bytes of render_picture(), as
    /// long as they change no detail_of() the plan.
    Picture with(std::span<const Stroke> strokes) const;

  private:
    struct Tile {
        PixelRect area;
        CanvasTile canvas;
    };

    void lay_plan();
    void show(const Tile& tile, Picture& shown) const;

    const ThreadPool& workers_;
    StrokesInTurn in_turn_;
    const Scene& scene_;
    PixelRect part_;
    std::vector<Tile> tiles_;
    Picture picture_;
};

}  // namespace allaprima
