#pragma once
#include <vector>

#include "model/export_settings.h"
#include "model/plan.h"

namespace allaprima {

/// A part of the picture, of its shape: its middle in shares of the picture's width and height, and its sides
/// as a share of them. It never reaches outside.
struct View {
    double x = 0.5, y = 0.5;
    double share = 1.0;

    bool operator==(const View&) const = default;
};

/// The nearest a camera comes: it shows so much of the picture's sides.
constexpr double kClosestShare = 0.625;

/// What one frame of the film of a making shows.
struct MakingFrame {
    size_t strokes = 0;  ///< How many are laid.
    View view = {};

    bool operator==(const MakingFrame&) const = default;
};

/// The frames of a film, at least two: bare ground for a moment, then the strokes in painting order, at last
/// the finished picture, whole, for longer. A stroke that was laid stays. The plan has passes that add up to
/// its strokes.
///
/// @param fps frames of a second; film.fps is not looked at.
std::vector<MakingFrame> making_frames(const Plan& plan, const FilmSettings& film, int fps);

}  // namespace allaprima
