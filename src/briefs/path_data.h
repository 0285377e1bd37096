#pragma once
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/pen_path.h"

namespace allaprima {

/// All the paths of a file have at most so many curves together: more than any signature.
constexpr size_t kMostPenCurves = 20000;

/// Reads the `d` of an SVG path (W3C, "Scalable Vector Graphics 2", chapter 9): M, L, H, V, C, S, Q, T, Z. A
/// cubic curve becomes four quadratic ones, which stray from it less than the width of a brush.
///
/// @return an error whose message says only what is wrong.
Result<std::vector<PenPath>> pen_paths_from_data(std::string_view data);

/// The numbers at the front of `text`, which is shortened by them, with what separates them: at most `most`.
std::vector<float> leading_numbers(std::string_view& text, size_t most);

}  // namespace allaprima
