#pragma once
#include "exporting/export_format.h"

namespace allaprima {

/// One line a stroke in painting order under a line of names (RFC 4180); lengths in millimetres.
Result<ExportNotes> write_csv(const ExportJob& job, const std::string& file);

inline constexpr ExportFormat kTableOfStrokes{
    .ending = ".csv",
    .name = "Table of strokes",
    .about = "One line for each stroke, for spreadsheets and for reading",
    .write = write_csv};

}  // namespace allaprima
