#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/photo.h"

namespace allaprima {

/// What reading a picture may cost. Pixels and memory are checked by the file's header, before anything is
/// decoded.
struct ReadLimits {
    long long pixels = 400'000'000;           ///< Width times height in the file.
    size_t memory_bytes = size_t{768} << 20;  ///< For the decoder and the photograph together.
    int seconds = 120;                        ///< Of the processor, for formats that helper programs decode.
};

/// Reads JPEG, PNG, TIFF, WebP, HEIC, AVIF, BMP, GIF and OpenEXR; the first bytes tell which, not the name.
/// Files of any other kind are refused unopened. HEIC, AVIF, BMP, GIF and OpenEXR are decoded by the
/// programs. Of an animated file it is the first frame.
///
/// The photograph comes upright and as light, by what its file says of its colours (docs/photographs.md);
/// integer files that say nothing hold sRGB, floating-point ones linear light. One- and two-channel files are
/// grey; channels beyond colour and alpha are left out. Of an EXR the data window is the picture.
///
/// @param long_side when positive, a larger photograph is reduced to this long side while it is read, by area
///        means; large JPEGs are in part reduced by their decoder, in encoded values.
/// @return an error, of one line that names the file, for whatever cannot be decoded to the last row, is too
///         large, or is no picture. Damage to metadata alone is passed over.
Result<Photo> read_photo(const std::string& path, const ReadLimits& limits = {}, int long_side = 0);

/// What a picture file says of its pixels.
struct PictureFacts {
    int depth = 8;                 ///< Bits of a channel: 8, 16, or 32 for floats.
    std::vector<uint8_t> profile;  ///< ICC; empty where it carries none.
};

/// Reads no pixel. @return errors as read_photo() has them.
Result<PictureFacts> read_picture_facts(const std::string& path, const ReadLimits& limits = {});

/// Whether a file begins as one of the pictures does that read_photo() reads.
bool is_picture_file(const std::string& path);

}  // namespace allaprima
