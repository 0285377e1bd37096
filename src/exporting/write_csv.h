#pragma once
#include "exporting/export_format.h"

namespace allaprima {

/// One line a stroke in painting order under a line of names (RFC 4180); lengths in millimetres.
Result<ExportNotes> write_csv(const ExportJob& job, const std::string& file);

}  // namespace allaprima
