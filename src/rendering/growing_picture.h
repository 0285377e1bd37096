#pragma once
#include <vector>

#include "rendering/strokes_in_turn.h"
#include "rendering/tiles.h"

namespace allaprima {

/// A picture that is painted stroke by stroke: the canvas is kept as it lies, and what further strokes change
/// is laid and lit anew, and nothing else. So all the steps of a painting cost about as much as one rendering
/// and the light on what changed.
///
/// After any number of strokes its bytes are those of render_picture() of the plan cut off there.
class GrowingPicture {
  public:
    /// Bare canvas. All three must outlive it. @param settings name no part.
    GrowingPicture(const Plan& plan, const RenderSettings& settings, const ThreadPool& workers);
    GrowingPicture(const GrowingPicture&) = delete;
    GrowingPicture& operator=(const GrowingPicture&) = delete;

    /// How many strokes have been laid.
    size_t strokes() const { return laid_; }
    /// What is seen of them.
    const Picture& picture() const { return picture_; }

    /// Lays further strokes, until so many lie there; at least as many as now, and as the plan has at most.
    /// @return areas outside of which nothing looks otherwise than before; they do not overlap.
    std::vector<PixelRect> lay_up_to(size_t strokes);

    /// What it keeps in memory, for a plan and a size.
    static long long bytes(const Plan& plan, Size size);

  private:
    /// A tile, what is to be laid there, and which of its blocks may look otherwise then.
    struct Part {
        PixelRect area;
        CanvasTile canvas;
        std::vector<size_t> waiting = {};
        std::vector<char> changed;
        bool touched = false;  ///< Since its changes were taken.

        int blocks_across() const { return (area.width() + kBlock - 1) / kBlock; }
        int blocks_down() const { return (area.height() + kBlock - 1) / kBlock; }
    };
    /// A piece of a part that is shown at once.
    struct Piece {
        const CanvasTile* canvas;
        PixelRect area;
    };
    static constexpr int kBlock = 16;  // pixels

    Part bare_part(PixelRect area) const;
    void share_out(size_t until);
    void lay_waiting(Part& part) const;
    void mark_changed(size_t stroke, Part& part) const;
    static void take_changed(Part& part, std::vector<Piece>& pieces);

    const ThreadPool& workers_;
    StrokesInTurn in_turn_;
    const Scene& scene_;
    TileGrid grid_;
    std::vector<Part> parts_;
    Picture picture_;
    size_t laid_ = 0;
};

}  // namespace allaprima
