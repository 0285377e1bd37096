#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/result.h"
#include "codecs/colour_encoding.h"
#include "codecs/picture_format.h"

namespace allaprima {

enum class ColourModel { Grey, Rgb, Cmyk };
enum class SampleType { U8, U16, F32 };

/// How the rows of a picture file come out of its decoder.
struct PixelLayout {
    Size size;         ///< Of the rows that are delivered, as stored: not yet turned upright.
    Size stored_size;  ///< Of the picture in the file; larger when the decoder shrinks it.
    int channels = 0;  ///< Samples of a pixel: the colour, then alpha when there is one, then others.
    ColourModel model = ColourModel::Rgb;
    SampleType sample = SampleType::U8;
    bool alpha = false;
    bool premultiplied = false;    ///< Colour has been multiplied by alpha.
    int orientation = 1;           ///< As in EXIF, 1 to 8.
    std::vector<uint8_t> profile;  ///< ICC; empty when the file has none that counts.
    ColourEncoding encoding;       ///< What the values mean where there is no profile or it does not fit.
    ColourSign sign = ColourSign::Nowhere;  ///< Where the file says `encoding`.
    size_t held_bytes = 0;                  ///< What the decoder holds beside the rows that it delivers.
    int band = 64;                          ///< So many rows are best read at a time.

    int colour_channels() const { return model == ColourModel::Grey ? 1 : model == ColourModel::Rgb ? 3 : 4; }
    size_t sample_bytes() const { return sample == SampleType::U8 ? 1 : sample == SampleType::U16 ? 2 : 4; }
    size_t row_bytes() const {
        return static_cast<size_t>(size.width) * static_cast<size_t>(channels) * sample_bytes();
    }
    /// Takes an encoding over, when colours can be so encoded.
    void take_encoding(const ColourEncoding& told, ColourSign where) {
        if (!matrix_to_srgb(told.chromaticities))
            return;
        encoding = told;
        sign = where;
    }
};

/// An opened picture file, of which only the header has been read. CMYK samples are ink: 0 none, largest
/// full.
class PixelSource {
  public:
    virtual ~PixelSource() = default;
    const PixelLayout& layout() const { return layout_; }

    /// Decodes the next `count` rows from the top; they follow one another in `rows` without padding.
    /// Data that cannot be wholly decoded are an error.
    virtual Status read_rows(int count, std::byte* rows) = 0;

  protected:
    PixelLayout layout_;
};

using OpenedSource = Result<std::unique_ptr<PixelSource>>;

/// What decoding may cost; see ReadLimits.
struct SourceLimits {
    long long pixels = 0;
    size_t memory_bytes = 0;
    int seconds = 0;    ///< Of the processor; for decoders that work in a process of their own.
    int long_side = 0;  ///< The decoder may shrink the picture while this long side stays doubly covered;
                        ///< 0: never.
};

/// Open a file of the named kind. Error messages tell what is wrong without naming the file.
OpenedSource open_jpeg(const std::string& path, const SourceLimits& limits);
OpenedSource open_png(const std::string& path);
OpenedSource open_tiff(const std::string& path, const SourceLimits& limits);
OpenedSource open_webp(const std::string& path, const SourceLimits& limits);

}  // namespace allaprima
