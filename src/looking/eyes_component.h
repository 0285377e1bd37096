#pragma once
#include <optional>
#include <string>

#include "base/result.h"
#include "image/image.h"
#include "model/sight.h"

namespace allaprima {

/// The longest side of a picture that the component is shown, pixels.
inline constexpr int kLookedAtLongSide = 1600;

/// Where the optional component for seeing stands: the folder that ALLAPRIMA_EYES names, or "eyes" beside the
/// program, or components/eyes of the sources from which it was built. Nothing where it is not installed, and
/// where ALLAPRIMA_EYES is "none".
std::optional<std::string> find_eyes_component();

/// Has the component look at a picture: faces, people, hands, and a mask of people.
///
/// @param picture sRGB-encoded. @return what it sees; an error that says in one line what is wrong with it:
/// it is not there, cannot be started, takes longer than half a minute or answers what cannot be.
Result<Sights> look_with_component(const Image<Rgb>& picture);

}  // namespace allaprima
