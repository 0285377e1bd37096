#pragma once
#include <vector>

#include "model/reference.h"
#include "model/study.h"
#include "seeing/focus_map.h"

namespace allaprima {

/// Looks at the reference: which way its forms run and what matters in it.
///
/// @param sight what is seen, and where. @param figure the cut-out of the reference's size; empty: none was
/// told apart. @param seen the colours in which it is looked for what matters, where they are not the
/// reference's own; forms follow the reference's.
Study study_reference(const Reference& reference, Sights sight, const FocusWishes& wishes,
                      Image<float> figure = {}, const Image<Rgb>* seen = nullptr);

/// The products of a picture's gradients, not smoothed.
Structure structure_of(const Image<Rgb>& picture);

/// The structure at a smoothing of `sigma` pixels (Gaussian).
Structure smoothed(const Structure& structure, float sigma);

/// The flow at one pixel of a smoothed structure: the eigenvector of the smaller eigenvalue, across which
/// the picture changes least (Kass & Witkin 1987).
Flow flow_at(const Structure& structure, int x, int y);

}  // namespace allaprima
