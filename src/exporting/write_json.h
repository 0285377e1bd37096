#pragma once
#include "exporting/export_format.h"

namespace allaprima {

/// The file of strokes, as docs/exporting.md describes it: all that a picture is rendered from.
Result<ExportNotes> write_json(const ExportJob& job, const std::string& file);

}  // namespace allaprima
