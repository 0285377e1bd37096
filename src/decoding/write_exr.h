#pragma once
#include "base/result.h"
#include "codecs/pixel_stream.h"
#include "files/output_file.h"

namespace allaprima {

/// Writes an EXR into the file, of the form and the rows that the stream tells. Error messages tell what is
/// wrong without naming the file.
Status write_exr(ByteStream& stream, OutputFile& file);

}  // namespace allaprima
