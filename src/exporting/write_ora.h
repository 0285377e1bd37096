#pragma once
#include "exporting/export_format.h"

namespace allaprima {

/// OpenRaster 0.0.5 (freedesktop.org, "OpenRaster File Format"): a ZIP archive of PNG files, its layers
/// (layers.h), the merged picture and a thumbnail of at most 256 pixels. Same painting, same bytes.
Result<ExportNotes> write_ora(const ExportJob& job, const std::string& file);

inline constexpr ExportFormat kOpenRaster{
    .ending = ".ora",
    .name = "OpenRaster",
    .about = "The picture in layers to retouch it by (--layers), for Krita",
    .pixels = true,
    .renderings = 2.5,
    .group = "layers",
    .write = write_ora};

}  // namespace allaprima
