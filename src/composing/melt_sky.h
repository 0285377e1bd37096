#pragma once
#include "composing/layer.h"

namespace allaprima {

/// Lets the plain background of a picture become transparent, as far as it can be reached from its upper
/// border without crossing an edge: a sky with its clouds, a studio's wall. The distance counts how much the
/// colour changes on the best way there, beyond what a soft gradient does, and how unlike the border's
/// colours it is (a geodesic distance; Criminisi, Sharp & Blake, "GeoS", ECCV 2008).
///
/// @param picture linear light.
/// @param softness 0 a close cut, 1 all that is a little like the background fades too.
/// @return the picture with its background melted away; opaque where no background was found.
Layer melt_sky(const Image<Rgb>& picture, float softness, const ThreadPool& workers);

}  // namespace allaprima
