#pragma once
#include "exporting/export_format.h"

namespace allaprima {

/// OpenRaster 0.0.5 (freedesktop.org, "OpenRaster File Format"): a ZIP archive of PNG files, a layer for each
/// pass, the merged picture and a thumbnail of at most 256 pixels. Same painting, same bytes.
Result<ExportNotes> write_ora(const ExportJob& job, const std::string& file);

inline constexpr ExportFormat kOpenRaster{.ending = ".ora",
                                          .name = "OpenRaster",
                                          .about = "The picture in a layer for each pass, for Krita",
                                          .pixels = true,
                                          .write = write_ora};

}  // namespace allaprima
