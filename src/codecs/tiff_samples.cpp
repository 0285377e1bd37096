#include "codecs/tiff_samples.h"

#include <tiff.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace allaprima {

namespace {

/// A number as libtiff leaves it in memory, in this machine's order.
template <typename Number>
Number native(const uint8_t* packed, size_t index) {
    Number value{};
    std::memcpy(&value, packed + index * sizeof value, sizeof value);
    return value;
}

uint32_t native_24(const uint8_t* packed, size_t index) {
    uint32_t value = 0;
    std::memcpy(&value, packed + 3 * index, 3);
    return value;
}

/// A floating-point number of a sign, an exponent and a mantissa of so many bits.
float small_float(uint32_t bits, int exponent_bits, int mantissa_bits) {
    const int bias = (1 << (exponent_bits - 1)) - 1, largest = (1 << exponent_bits) - 1;
    const auto mantissa = static_cast<int>(bits & ((1u << mantissa_bits) - 1));
    const int exponent = static_cast<int>(bits >> mantissa_bits) & largest;
    const bool negative = (bits >> (mantissa_bits + exponent_bits) & 1) != 0;
    float value = 0.0f;
    if (exponent == largest)
        value =
            mantissa == 0 ? std::numeric_limits<float>::infinity() : std::numeric_limits<float>::quiet_NaN();
    else if (exponent == 0)
        value = std::ldexp(static_cast<float>(mantissa), 1 - bias - mantissa_bits);
    else
        value =
            std::ldexp(static_cast<float>(mantissa + (1 << mantissa_bits)), exponent - bias - mantissa_bits);
    return negative ? -value : value;
}

/// The share that a signed value has of its largest, in steps of 1/65535.
template <typename Number>
uint32_t positive_step(const uint8_t* packed, size_t index) {
    constexpr double kLargest = std::numeric_limits<Number>::max();
    const double share = std::max(0.0, static_cast<double>(native<Number>(packed, index)) / kLargest);
    return static_cast<uint32_t>(share * 65535.0 + 0.5);
}

template <typename Sample>
void put(std::byte* samples, size_t index, Sample value) {
    std::memcpy(samples + index * sizeof value, &value, sizeof value);
}

}  // namespace

std::optional<TiffSamples> TiffSamples::of(int bits, int format) {
    const bool whole_bytes = bits == 8 || bits == 16 || bits == 32;
    if (format == SAMPLEFORMAT_IEEEFP && (bits == 16 || bits == 24 || bits == 32 || bits == 64))
        return TiffSamples(bits, format, SampleType::F32);
    if (format == SAMPLEFORMAT_INT && whole_bytes)
        return TiffSamples(bits, format, SampleType::U16);
    if ((format == SAMPLEFORMAT_UINT || format == SAMPLEFORMAT_VOID) &&
        ((bits >= 1 && bits <= 16) || bits == 24 || bits == 32))
        return TiffSamples(bits, SAMPLEFORMAT_UINT, bits <= 8 ? SampleType::U8 : SampleType::U16);
    return std::nullopt;
}

void TiffSamples::unpack(const uint8_t* packed, size_t count, std::byte* samples) const {
    const bool as_it_is =
        format_ != SAMPLEFORMAT_INT && (bits_ == 8 || (bits_ == 16 && type_ == SampleType::U16) ||
                                        (bits_ == 32 && type_ == SampleType::F32));
    if (as_it_is) {
        std::memcpy(samples, packed, count * static_cast<size_t>(bits_) / 8);
        return;
    }
    for (size_t i = 0; i < count; ++i) {
        if (type_ == SampleType::F32)
            put(samples, i, number(packed, i));
        else if (type_ == SampleType::U16)
            put(samples, i, static_cast<uint16_t>(step(packed, i)));
        else
            put(samples, i, static_cast<uint8_t>(step(packed, i)));
    }
}

uint32_t TiffSamples::packed_value(const uint8_t* packed, size_t index) const {
    uint32_t value = 0;
    size_t at = index * static_cast<size_t>(bits_);
    for (int i = 0; i < bits_; ++i, ++at)
        value = value << 1 | (packed[at / 8] >> (7 - at % 8) & 1u);
    return value;
}

/// One sample in the steps of the type that it is unpacked to.
uint32_t TiffSamples::step(const uint8_t* packed, size_t index) const {
    if (format_ == SAMPLEFORMAT_INT)
        return bits_ == 8    ? positive_step<int8_t>(packed, index)
               : bits_ == 16 ? positive_step<int16_t>(packed, index)
                             : positive_step<int32_t>(packed, index);
    if (bits_ == 24)
        return native_24(packed, index) >> 8;
    if (bits_ == 32)
        return native<uint32_t>(packed, index) >> 16;
    const uint32_t highest = (1u << bits_) - 1;
    return packed_value(packed, index) * (type_ == SampleType::U8 ? 255u : 65535u) / highest;
}

float TiffSamples::number(const uint8_t* packed, size_t index) const {
    switch (bits_) {
        case 16:
            return small_float(native<uint16_t>(packed, index), 5, 10);
        case 24:
            return small_float(native_24(packed, index), 7, 16);
        default:
            return static_cast<float>(native<double>(packed, index));
    }
}

}  // namespace allaprima
