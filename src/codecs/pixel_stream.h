#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "codecs/picture_encoder.h"
#include "codecs/pixel_source.h"

namespace allaprima {

/// Bytes that another program tells, one after the other.
class ByteStream {
  public:
    virtual ~ByteStream() = default;

    /// The next `count` bytes. @return an error when there are no more.
    virtual Status read(std::byte* bytes, size_t count) = 0;
    /// Once all has been read that is wanted. @return an error when the other program has failed after all.
    virtual Status finish() = 0;
};

/// Reads a picture as send_pixels() tells it: its layout, then its rows. The stream is not trusted: a layout
/// that no decoder of ours could have, such as one whose parts contradict each other, is an error.
OpenedSource open_stream(std::unique_ptr<ByteStream> stream);

/// Where bytes are handed to; an error ends the telling.
using ByteSink = std::function<Status(const void*, size_t)>;

/// Tells all of a picture.
Status send_pixels(PixelSource& source, const ByteSink& send);

/// How an EXR to be written is told before its rows, which follow as floats; and how that is read.
std::vector<std::byte> bytes_of(const PictureForm& form);
Result<PictureForm> read_form(ByteStream& stream);

}  // namespace allaprima
