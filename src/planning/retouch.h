#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "base/thread_pool.h"
#include "model/plan.h"
#include "model/reference.h"

namespace allaprima {

/// What is to be worked over of a painting that is finished.
struct Retouch {
    std::vector<ShareRect> boxes;  ///< Where, shares of the canvas; at least one. They are seen in one view.
    int strokes = 60;              ///< New strokes, at most.
    uint64_t seed = 1;
    /// How much the reference is wanted in each of its pixels, 0 to 1; empty: in all of the boxes.
    Image<float> within = {};
    /// How much errors count in each pixel of the reference; empty: everywhere alike.
    Image<float> focus = {};
    /// What is wanted is the reference without forms that are smaller than so many of its pixels; 0: with all
    /// of them. For parts that are to be calmer than it is.
    float smallest_form = 0.0f;
};

/// Hears of new strokes while they are sought, as they lie just now, without their final paints.
using StrokesSoFar = std::function<void(const std::vector<Stroke>&)>;

/// Strokes to be laid over a finished plan so that it comes nearer to the reference within boxes: a pass
/// "retouches" of body paint, after all others (see append_pass). The plan itself stays as it is.
///
/// They are sought over the picture as it is painted, bristles, mixtures and all, where that is most wrong,
/// and are refined together; their colours answer to what they look like painted. Outside the boxes what is
/// painted is wanted, and so are thrown paint and a signature. A stroke that brings the painted picture no
/// nearer is taken away again, and all of them where together they do not; so none may come.
///
/// Laid last, they change no pixel beyond their own reach: no later stroke drags their paint along.
///
/// Same arguments: same strokes, for any threads of one kind of processor.
///
/// @param reference of which the plan was made. A close view of it that holds the boxes is worked in.
/// @param materials that it was planned with; the plan's own may hold brushes of the last touches beside.
/// @param keep_going asked before every step; once it says no, there are no strokes.
/// @param growing may be empty.
std::vector<Stroke> retouch(const Plan& plan, const Reference& reference, const Materials& materials,
                            const Retouch& order, const ThreadPool& workers,
                            const std::function<bool()>& keep_going, const StrokesSoFar& growing = {});

/// The plan with these strokes at the end of its pass "retouches", which is its last.
Plan with_retouches(Plan plan, const std::vector<Stroke>& strokes);

}  // namespace allaprima
