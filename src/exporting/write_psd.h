#pragma once
#include "exporting/export_format.h"

namespace allaprima {

/// A Photoshop document has no more pixels on a side.
constexpr int kLongestPsdSide = 30'000;

/// A Photoshop document (Adobe Photoshop File Formats Specification, 2019; version 1, RGB): its layers
/// (layers.h) in groups, with masks, the merged picture, the resolution and an sRGB profile, in 8 or 16 bits,
/// channels packed by PackBits.
Result<ExportNotes> write_psd(const ExportJob& job, const std::string& file);

inline constexpr ExportFormat kPhotoshopDocument{.ending = ".psd",
                                                 .name = "Photoshop document",
                                                 .about =
                                                     "The picture in layers to retouch it by (--layers), in "
                                                     "8 or 16 bits (--depth), for Photoshop, GIMP and "
                                                     "Krita",
                                                 .pixels = true,
                                                 .renderings = 2.5,
                                                 .group = "layers",
                                                 .write = write_psd};

}  // namespace allaprima
