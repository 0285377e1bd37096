#pragma once
#include "composing/layer.h"
#include "model/brief.h"

namespace allaprima {

/// A plain backdrop: the ground's colour, a little lighter around a point and darker towards the corners, as
/// in a studio.
///
/// @param ground linear light.
/// @param light where it is lightest, shares of the picture's width and height.
Image<Rgb> plain_backdrop(Rgb ground, Vec2 light, Size canvas, const ThreadPool& workers);

/// What the photograph shows behind the subject, over all of the canvas.
/// @param plate the photograph without the figure.
Image<Rgb> photograph_backdrop(const Image<Rgb>& plate, Size canvas, const ThreadPool& workers);

/// The photograph's colours and light without its things.
Image<Rgb> air_backdrop(const Image<Rgb>& plate, Size canvas, const ThreadPool& workers);

}  // namespace allaprima
