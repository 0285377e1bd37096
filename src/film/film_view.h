#pragma once
#include <span>

#include "base/thread_pool.h"
#include "film/film_frame.h"
#include "film/making_frames.h"
#include "image/image.h"

namespace allaprima {

/// Takes over some areas of a picture of the frame's size, sRGB-encoded.
void copy_areas(const Image<Rgb>& picture, std::span<const PixelRect> areas, FilmFrame& frame);

/// Shows what a view sees of a picture, at the frame's size. The view moves by parts of a pixel, so the
/// picture is filtered by a cubic spline (Catmull and Rom), as wide as what a pixel of the frame covers:
/// sharp, and alike wherever pixels fall.
void look_through(const Image<Rgb>& picture, const View& view, const ThreadPool& workers, FilmFrame& frame);

}  // namespace allaprima
