#pragma once
#include <string>

#include "exporting/export_format.h"
#include "pages/pages_module.h"

namespace allaprima {

/// A page for a print shop: the picture at its size in print, with a border to be cut off (bleed) and crop
/// marks beside it. The PDF's boxes tell where it is cut (TrimBox), how far paint reaches (BleedBox) and how
/// large the sheet is (MediaBox); ISO 32000-1, 14.11.2. The picture is lossless, 8 bits a channel, in sRGB or
/// in the colours of job.profile, which the file then names as its output intent.
Result<ExportNotes> write_print(const ExportJob& job, const std::string& file);

inline constexpr ExportFormat kPrint{
    .ending = ".pdf",
    .name = "Print",
    .about = "A page for a print shop, at the size of the print, with bleed and crop marks",
    .pixels = true,
    .print_dpi = 300,
    .profile = true,
    .group = "print",
    .available = pages_available,
    .write = write_print};

}  // namespace allaprima
