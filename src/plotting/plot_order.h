#pragma once
#include <vector>

#include "base/observer.h"
#include "brush/stroke.h"

namespace allaprima {

/// A line that a pen draws, from either end.
struct PlotLine {
    Vec2 start, end;
    size_t stroke;          ///< Whose centre line it is.
    bool reversed = false;  ///< Drawn against the stroke's own travel; start and end are as drawn.
};

/// How far the pen travels lifted when it draws these lines in this order, from the canvas's top left corner,
/// mm.
double travel_of(const std::vector<PlotLine>& lines);

/// The lines in an order, and in directions, that let the pen travel less: always to the nearest line that is
/// left, and then runs of lines turned round as long as that helps (2-opt, Croes 1958, here for runs of at
/// most 128 lines). Equal for equal lines.
/// @return nothing when the observer ended it.
std::vector<PlotLine> in_plot_order(std::vector<PlotLine> lines, Observer& observer);

}  // namespace allaprima
