#pragma once
#include "composing/layer.h"

namespace allaprima {

/// Cuts a figure out of its picture. Where its edge is soft a pixel is a mixture of the figure and of what
/// was behind it; the figure's share alone is taken, so that no halo of the old background comes along
/// (Forte, "Approximate fast foreground colour estimation", ICIP 2021, one pass). Opaque pixels are the
/// picture's own.
///
/// @param alpha of the figure, 0 to 1, of the picture's size.
/// @param radius over which the edge is soft, pixels.
Layer cut_out(const Image<Rgb>& picture, const Image<float>& alpha, float radius);

/// The picture without the figure: what it hides is filled in from beside it.
/// @param margin by how much wider than itself the figure is left out, pixels.
Image<Rgb> without_figure(const Image<Rgb>& picture, const Image<float>& alpha, float margin);

}  // namespace allaprima
