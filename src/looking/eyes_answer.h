#pragma once
#include <string_view>

#include "base/result.h"
#include "model/sight.h"

namespace allaprima {

/// Most faces, people and hands that are taken from an answer, which is outside data.
inline constexpr size_t kMostAnsweredFaces = 64, kMostAnsweredPeople = 32, kMostAnsweredHands = 64;

/// What the component for seeing answers, one object in JSON (components/eyes/README.md), as a sight.
///
/// Hands get the hull of their outline, a little larger, for the outline runs through the fingers. Poses that
/// are not sure give no bones. Nothing is numbered yet.
///
/// @param picture what was looked at, pixels. @return an error where it is no such answer, or one with a
/// number that cannot be: a place more than half a picture beside the picture, a size below zero.
Result<Sights> sight_of_answer(std::string_view json, Size picture);

}  // namespace allaprima
