#pragma once
#include "base/geometry.h"
#include "base/thread_pool.h"
#include "model/brief.h"
#include "rendering/render.h"

namespace allaprima {

/// Whether anything lies around the painting.
bool is_framed(const Framing& framing);

/// How many pixels the frame and the passe-partout of a painting are wide.
struct Border {
    int frame = 0, mat = 0;

    bool operator==(const Border&) const = default;
    int width() const { return frame + mat; }
};

/// @param painting its size in pixels. @param canvas_mm its canvas, which may have another shape.
Border border_of(const Framing& framing, Size painting, Vec2 canvas_mm);

/// The size of a picture with all that lies around its painting.
Size framed_size(const Framing& framing, Size painting, Vec2 canvas_mm);

/// The size of the painting in a framed picture of this size; a little else where no painting is framed so.
Size size_in_frame(const Framing& framing, Size framed, Vec2 canvas_mm);

/// Puts rows of a painting between those of its frame: the sink hears of a picture of framed_size().
/// Mouldings are mitred and lit like the paint, wood has its grain along each of them, the passe-partout is
/// cut aslant, and both cast a soft shadow: on the paint too, which stays as it is beyond it, to the bit.
/// Memory does not grow with the height; same values for any threads.
///
/// Where nothing is around it the sink gets its rows as they are.
///
/// @param settings as the painting is rendered, all of it. @return the sink that takes the painting's rows.
RowSink framed_rows(const Framing& framing, const RenderSettings& settings, Vec2 canvas_mm,
                    const ThreadPool& workers, RowSink sink);

}  // namespace allaprima
