#pragma once
#include "base/geometry.h"
#include "model/brief.h"
#include "model/plan.h"
#include "rendering/render.h"

namespace allaprima {

/// What a picture of a painting, or a file for other programs, comes to, before it is made.
struct Forecast {
    Size size = {};             ///< Of the picture, pixels; empty for a file of strokes.
    Vec2 print_mm = {};         ///< Of its print; empty likewise.
    double dpi = 0.0;           ///< Pixels to an inch of the print; 0 likewise.
    double core_seconds = 0.0;  ///< About how long one processor of today works at it.
};

/// @param shaped the plan on a canvas of the picture's shape. @param canvas mm, of the plan before that.
Forecast forecast_picture(const Plan& shaped, const RenderSettings& settings, Vec2 canvas,
                          const OutputSize& output);

/// How long a machine with so many processors takes that has nothing else to do, seconds: within a factor of
/// three or so.
double seconds_of(const Forecast& forecast, int threads);

}  // namespace allaprima
