#pragma once
#include "exporting/export_format.h"

namespace allaprima {

/// The making as a film, from bare ground to the finished picture: H.264 in .mp4, VP9 in .webm, 256 colours
/// in .gif. A ground that is left out of pictures is shown. An error where the size is none that players
/// show, and where this libav lacks the encoder.
Result<ExportNotes> write_mp4(const ExportJob& job, const std::string& file);
Result<ExportNotes> write_webm(const ExportJob& job, const std::string& file);
Result<ExportNotes> write_gif(const ExportJob& job, const std::string& file);

}  // namespace allaprima
