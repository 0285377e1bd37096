#pragma once
#include <string>

#include "base/result.h"
#include "image/image.h"

namespace allaprima {

/// The ending of a solid of the relief.
constexpr const char* kReliefEnding = ".stl";

/// Whether the name asks for a solid of the relief.
bool is_relief_model(const std::string& path);

/// How thick the plate under the relief is, mm.
constexpr float kReliefPlateMm = 1.0f;

/// The most points along a side of a solid.
constexpr int kLongestReliefSide = 4096;

/// Writes a relief as a closed solid in binary STL, in millimetres: a plate, the canvas upright on it,
/// heights towards the eye. Each height is a point of the surface, `pixel_mm` apart.
///
/// @param heights mm above the priming; at least 2 × 2.
Status write_relief_model(const std::string& path, const Image<float>& heights, float pixel_mm, bool replace);

}  // namespace allaprima
