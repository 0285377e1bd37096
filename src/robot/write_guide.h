#pragma once
#include <string>

#include "exporting/export_format.h"
#include "pages/pages_module.h"

namespace allaprima {

/// A guide in print for a person who paints the picture by hand, on the paper asked for: the finished picture
/// under a grid, the ground, the tubes, the brushes, the heaps of paint with their recipes, contours to
/// trace, and steps, a page each, with the strokes numbered and as broad as they are, and what is there
/// afterwards.
Result<ExportNotes> write_guide(const ExportJob& job, const std::string& file);

inline constexpr ExportFormat kGuide{
    .ending = ".guide.pdf",
    .name = "Guide for a hand",
    .about = "A printable guide to paint it by hand: heaps of paint, brushes, numbered steps with pictures",
    .pixels = true,
    .screen = {640, 640},
    .renderings = 6.0,
    .group = "guide",
    .available = pages_available,
    .write = write_guide};

}  // namespace allaprima
