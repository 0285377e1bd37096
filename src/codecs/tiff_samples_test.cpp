#include "codecs/tiff_samples.h"

#include <gtest/gtest.h>
#include <tiff.h>

#include <cmath>
#include <cstring>
#include <vector>

namespace allaprima {
namespace {

/// The samples of a row, unpacked.
template <typename Sample>
std::vector<Sample> unpacked(int bits, int format, const std::vector<uint8_t>& packed, size_t count) {
    const auto samples = TiffSamples::of(bits, format);
    EXPECT_TRUE(samples);
    std::vector<Sample> row(count);
    samples->unpack(packed.data(), count, reinterpret_cast<std::byte*>(row.data()));
    return row;
}

template <typename Number>
std::vector<uint8_t> bytes_of_numbers(std::vector<Number> numbers) {
    std::vector<uint8_t> bytes(numbers.size() * sizeof(Number));
    std::memcpy(bytes.data(), numbers.data(), bytes.size());
    return bytes;
}

TEST(TiffSamples, FewBitsAreSpreadOverTheWholeRange) {
    EXPECT_EQ(unpacked<uint8_t>(1, SAMPLEFORMAT_UINT, {0b01000000}, 3), (std::vector<uint8_t>{0, 255, 0}));
    EXPECT_EQ(unpacked<uint8_t>(2, SAMPLEFORMAT_UINT, {0b00011011}, 4),
              (std::vector<uint8_t>{0, 85, 170, 255}));
    EXPECT_EQ(unpacked<uint8_t>(4, SAMPLEFORMAT_UINT, {0x0f, 0x80}, 3), (std::vector<uint8_t>{0, 255, 136}));
    EXPECT_EQ(unpacked<uint16_t>(12, SAMPLEFORMAT_UINT, {0xff, 0xf0, 0x01}, 2),
              (std::vector<uint16_t>{65535, 16}));
}

TEST(TiffSamples, SignedStepsBelowNoughtAreBlack) {
    EXPECT_EQ(unpacked<uint16_t>(16, SAMPLEFORMAT_INT, bytes_of_numbers<int16_t>({-5, 0, 32767}), 3),
              (std::vector<uint16_t>{0, 0, 65535}));
    EXPECT_EQ(unpacked<uint16_t>(8, SAMPLEFORMAT_INT, {0x80, 127}, 2), (std::vector<uint16_t>{0, 65535}));
}

TEST(TiffSamples, FloatingPointOfEveryLengthIsTheSameNumber) {
    EXPECT_EQ(
        unpacked<float>(16, SAMPLEFORMAT_IEEEFP, bytes_of_numbers<uint16_t>({0x3c00, 0xc000, 0x0001}), 3),
        (std::vector<float>{1.0f, -2.0f, std::ldexp(1.0f, -24)}));
    EXPECT_EQ(unpacked<float>(24, SAMPLEFORMAT_IEEEFP, {0, 0, 0x3f, 0, 0x80, 0xbf}, 2),
              (std::vector<float>{1.0f, -1.5f}));
    EXPECT_EQ(unpacked<float>(32, SAMPLEFORMAT_IEEEFP, bytes_of_numbers<float>({0.25f}), 1),
              (std::vector<float>{0.25f}));
    EXPECT_EQ(unpacked<float>(64, SAMPLEFORMAT_IEEEFP, bytes_of_numbers<double>({0.125}), 1),
              (std::vector<float>{0.125f}));
    EXPECT_TRUE(std::isinf(unpacked<float>(16, SAMPLEFORMAT_IEEEFP, {0x00, 0x7c}, 1)[0]));
    EXPECT_TRUE(std::isnan(unpacked<float>(16, SAMPLEFORMAT_IEEEFP, {0x01, 0x7c}, 1)[0]));
}

TEST(TiffSamples, OtherKindsAreNone) {
    EXPECT_FALSE(TiffSamples::of(64, SAMPLEFORMAT_UINT));
    EXPECT_FALSE(TiffSamples::of(12, SAMPLEFORMAT_INT));
    EXPECT_FALSE(TiffSamples::of(32, SAMPLEFORMAT_COMPLEXIEEEFP));
    EXPECT_FALSE(TiffSamples::of(0, SAMPLEFORMAT_UINT));
}

}  // namespace
}  // namespace allaprima
