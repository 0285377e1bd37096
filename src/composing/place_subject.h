#pragma once
#include <string>
#include <vector>

#include "composing/layer.h"
#include "model/brief.h"
#include "model/study.h"

namespace allaprima {

/// The size of the picture that is composed, pixels: the photograph's, or where the brief gives both sides of
/// the output, one of that shape which the whole photograph goes into.
Size composed_size(Size photo, const OutputSize& output);

/// Where the subject goes, and what has to be said about it.
struct SubjectPlace {
    Placement placement;                ///< From the photograph's pixels to the picture's.
    std::vector<std::string> warnings;  ///< One line each.
};

/// Finds the subject's place: in its box, or where it stands, scaled about its feet. Heads with some air
/// about them are kept inside the picture (the faces', or the figure's upper end where there are none), and
/// so are hands and what they hold, unless the brief lets them be cut; what the photograph has cut off
/// already cannot be kept.
///
/// @param figure alpha 0 to 1, of the photograph's size; something of it must be above 1/2.
SubjectPlace place_subject(const Image<float>& figure, const Sights& sight, const Subject& subject,
                           Size canvas);

/// A figure that the photograph's edge cuts, and that does not stand at the picture's edge there, fades away
/// towards the cut.
/// @return whether it had to.
bool fade_cuts(Layer& figure, const Placement& placement, Size canvas);

/// What is seen, of the photograph's shares, in shares of the picture. The mask of people stays behind.
Sights moved(const Sights& sight, const Placement& placement, Size photo, Size canvas);

}  // namespace allaprima
