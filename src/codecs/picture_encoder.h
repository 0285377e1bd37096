#pragma once
#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/result.h"

namespace allaprima {

/// A picture as its file is to hold it, and what the file says of it.
struct PictureForm {
    Size size;
    int channels = 3;    ///< Samples of a pixel: grey, RGB or CMYK, then alpha when there is one.
    bool alpha = false;  ///< Colour is not multiplied by it, except in EXR.
    int depth = 8;       ///< Bits of a sample: 8 or 16 for steps; in EXR 16 or 32 for floating point.
    bool srgb = false;   ///< The file says that its colours are sRGB.
    bool light = false;  ///< The file, an EXR, says that its values are light.
    bool inks = false;   ///< The colour samples are CMYK.
    bool tiled = false;  ///< A BigTIFF in tiles.
    double dpi = 0.0;    ///< Pixels to an inch; 0 leaves it out.
    std::string note;    ///< The file's description; empty leaves it out.
    std::vector<uint8_t> profile;  ///< ICC; empty leaves it out.

    size_t row_samples() const { return static_cast<size_t>(size.width) * static_cast<size_t>(channels); }
};

/// A picture file in the making. The same rows give the same bytes, in however many calls they come.
class PictureEncoder {
  public:
    virtual ~PictureEncoder() = default;

    /// The next rows from the top, the samples of a pixel side by side: in [0, 1], but in EXR as they are.
    virtual Status write_rows(int count, const float* samples) = 0;

    /// Completes the file and closes it, once all rows have been written.
    virtual Status finish() = 0;
};

using StartedEncoder = Result<std::unique_ptr<PictureEncoder>>;

/// Begin a file of the named kind in the existing, empty file at `path`. Error messages tell what is wrong
/// without naming the file.
StartedEncoder start_png(const std::string& path, const PictureForm& form);
StartedEncoder start_jpeg(const std::string& path, const PictureForm& form);
StartedEncoder start_tiff(const std::string& path, const PictureForm& form);
StartedEncoder start_exr(const std::string& path, const PictureForm& form);

/// Why a file could not be written.
/// @param failure an errno, or 0 when the encoder itself gave up; @param told its reason, which may be empty.
Error encoding_failure(int failure, const std::string& told);

/// Cuts samples to [0, 1] and rounds them to the nearest step of `Step`'s range; what is not a number becomes
/// 0.
template <typename Step>
void round_to_steps(const float* samples, size_t count, Step* steps) {
    constexpr auto kLargest = static_cast<float>(static_cast<Step>(-1));
    for (size_t i = 0; i < count; ++i)
        steps[i] = static_cast<Step>(std::min(std::max(0.0f, samples[i]), 1.0f) * kLargest + 0.5f);
}

}  // namespace allaprima
