#pragma once
#include "exporting/export_format.h"

namespace allaprima {

/// The file of strokes, as docs/exporting.md describes it: all that a picture is rendered from.
Result<ExportNotes> write_json(const ExportJob& job, const std::string& file);

inline constexpr ExportFormat kStrokesFile{
    .ending = ".json",
    .name = "Strokes",
    .about =
        "Every stroke with its spline, brush, recipe and order, and all they are painted "
        "with; 'allaprima import' reads it back to the same picture",
    .write = write_json};

}  // namespace allaprima
