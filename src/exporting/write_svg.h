#pragma once
#include "exporting/export_format.h"

namespace allaprima {

/// A drawing of the strokes as they are planned.
///
/// Planned strokes have soft borders, and a drawing has none: each is filled to a quarter of the border's
/// width inside of it and ringed, half covering, to as far outside, which has the same area and the same
/// look.
Result<ExportNotes> write_svg(const ExportJob& job, const std::string& file);

inline constexpr ExportFormat kDrawing{
    .ending = ".svg",
    .name = "Drawing",
    .about = "The planned strokes as paths in layers, for Inkscape and browsers",
    .write = write_svg};

}  // namespace allaprima
