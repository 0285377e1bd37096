#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/pen_path.h"

namespace allaprima {

/// The lines of an SVG file's <path> elements, in their order: what a pen draws that goes along them. Filled
/// outlines are taken as lines too, so a signature has to be drawn with strokes.
///
/// Of path data M, L, H, V, C, S, Q, T and Z are read, absolute or relative; arcs are not. Of transforms
/// there are matrix, translate and scale. Paths inside <defs>, <symbol>, <clipPath>, <mask> and <marker> are
/// not drawn. An error of usage says what cannot be used, and where.
Result<std::vector<PenPath>> read_pen_paths(const std::string& file);

/// The same from the text of such a file. @param name what it is called in errors.
Result<std::vector<PenPath>> pen_paths_from_svg(std::string_view text, const std::string& name);

}  // namespace allaprima
