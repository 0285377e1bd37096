#pragma once
#include <span>

#include "image/image.h"
#include "rendering/scene.h"

namespace allaprima {

/// A plan's outline, but no finer than the picture that is rendered, so that none of it is passed over; empty
/// where the plan has none.
Image<float> outline_for(const Plan& plan, Size picture);

/// Cuts a row of a rendering off at the scene's outline, which is not empty: beside it the picture is
/// transparent, or bare ground where there is no alpha. Measures of the surface stay those of the whole
/// canvas.
/// @param pixels of the picture, of which the row is the first. @param alpha as long as the row, or empty.
void cut_off(const Scene& scene, PixelRect pixels, std::span<Rgb> row, std::span<float> alpha);

}  // namespace allaprima
