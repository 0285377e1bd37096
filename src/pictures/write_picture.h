#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/picture.h"
#include "pictures/output_profile.h"

namespace allaprima {

struct WriteOptions {
    bool replace = false;   ///< Whether a file that stands under the name already may be replaced.
    int depth = 0;          ///< Bits of a channel: 8 or 16; 0 takes the first that the format holds.
    bool exr_half = true;   ///< Half floats in an EXR, otherwise full ones.
    double dpi = 0.0;       ///< Pixels to an inch, for print; 0 leaves it out.
    bool measures = false;  ///< The values are no colours: written as they are, without a profile.
    bool grey = false;      ///< Measures of one channel: the first.
    long long tiles_from = 1LL << 30;  ///< A TIFF of more bytes becomes a BigTIFF in tiles.
    std::string note = {};  ///< What stands in the file's description; for measures, what they mean.
    OutputProfile* profile = nullptr;  ///< Colours are converted to it; otherwise they are sRGB.
};

/// What is done with a complete picture before it stands under its name: it is given the name until then. An
/// error keeps the picture from being put in its place.
using BeforePlacing = std::function<Status(const std::string&)>;

/// Writes a picture from the top down, as it is made, so that memory does not grow with its height.
///
/// The ending of the name tells the format: .png (8 or 16 bits), .jpg and .jpeg (8 bits, quality 95, no
/// chroma subsampling), .tif and .tiff (16 bits), .exr (16-bit or full floats, linear light, colour
/// multiplied by alpha as that format has it). All but EXR carry an sRGB profile, or the one that was asked
/// for. Values are cut to [0, 1] and rounded to the nearest step. A TIFF of more than a gigabyte becomes a
/// BigTIFF in tiles. Same rows, same bytes. The file appears under its name only with finish(); a writer that
/// is destroyed before leaves nothing behind.
class PictureWriter {
  public:
    /// @return a usage error for an unknown ending, a name that NewFile refuses, or a picture that the format
    ///         cannot hold (too large; JPEG with alpha; another depth).
    static Result<PictureWriter> create(const std::string& path, Size size, bool alpha,
                                        const WriteOptions& options);

    PictureWriter(PictureWriter&&) noexcept;
    PictureWriter& operator=(PictureWriter&&) noexcept;
    ~PictureWriter();

    /// The next rows from the top; `rows` is as wide as the picture. When the writer was made with alpha,
    /// rows without it are opaque.
    Status write_rows(const Picture& rows);

    /// Completes the file and puts it in place, once all rows have been written.
    Status finish(const BeforePlacing& before_placing = {});

  private:
    struct State;
    explicit PictureWriter(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

/// The endings of names that tell a format, in small letters: ".png".
std::vector<std::string> picture_endings();

/// Whether PictureWriter::create would succeed: for those who want to know long before they have a picture.
Status check_picture_file(const std::string& path, Size size, bool alpha, const WriteOptions& options);

/// Whether a picture in the format that the name asks for can carry a profile of so many channels.
Status check_profile(const std::string& path, int channels, bool alpha);

/// Whether the format that the name asks for holds so many bits of a channel; true where none are asked for.
bool can_hold_depth(const std::string& path, int depth);

/// Writes a whole picture at once.
Status write_picture(const std::string& path, const Picture& picture, const WriteOptions& options);

/// lcms2's sRGB profile with its date of creation taken out, so that the same picture gives the same bytes.
std::vector<uint8_t> srgb_profile();

}  // namespace allaprima
