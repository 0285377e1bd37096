#pragma once
#include "exporting/export_format.h"

namespace allaprima {

/// A drawing for a plotter with several pens: SVG on a sheet of paper, a layer for each pen. See
/// draw_with_pens() and docs/exporting.md.
Result<ExportNotes> write_plot(const ExportJob& job, const std::string& file);

inline constexpr ExportFormat kPenDrawing{
    .ending = ".plot.svg",
    .name = "Drawing for pens",
    .about =
        "What a plotter draws with a few pens on a sheet of paper: hatched as dense as the tones ask for, a "
        "layer for each pen, in an order that saves travel",
    .stroke_ms = 0.7,
    .group = "plot",
    .write = write_plot};

}  // namespace allaprima
