#pragma once
#include <vector>

#include "model/photo.h"
#include "model/reference.h"
#include "model/study.h"

namespace allaprima {

/// Looks closely at what is small and matters: at each face in which eyes and mouth would be a few pixels of
/// the reference, at hands and at what they hold. So many pixels of one are wanted; no more than the
/// photograph has or twice the reference's, and no more than kFinestView for one of the reference's.
///
/// @param photo of which the reference was made. What differs between them, a hand's own colours, is in the
///              views too: they add to the reference only what is too fine for it.
/// @param faces the first are the most important. @param others hands and held things come after the first
///              face; beyond a number of pixels no more are looked at.
std::vector<CloseView> close_views(const Photo& photo, const Reference& reference,
                                   const std::vector<Face>& faces, const std::vector<Sighting>& others);

}  // namespace allaprima
