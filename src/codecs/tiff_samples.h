#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>

#include "codecs/pixel_source.h"

namespace allaprima {

/// How the samples of a TIFF are stored: of so many bits each, packed without gaps, and what they mean.
class TiffSamples {
  public:
    /// @param format one of libtiff's SAMPLEFORMAT_. @return nothing for samples that are not read.
    static std::optional<TiffSamples> of(int bits, int format);

    /// What they are unpacked to. Steps of up to 8 bits become U8, other steps U16, of which the negative
    /// ones become 0; floating point of 16, 24, 32 and 64 bits becomes F32.
    SampleType type() const { return type_; }

    /// Unpacks the first `count` samples of a row as libtiff delivers it.
    void unpack(const uint8_t* packed, size_t count, std::byte* samples) const;

    /// The bits of one sample of up to 32, from a row that is packed with the highest bit first.
    uint32_t packed_value(const uint8_t* packed, size_t index) const;

  private:
    TiffSamples(int bits, int format, SampleType type) : bits_(bits), format_(format), type_(type) {}

    uint32_t step(const uint8_t* packed, size_t index) const;
    float number(const uint8_t* packed, size_t index) const;

    int bits_;
    int format_;
    SampleType type_;
};

}  // namespace allaprima
