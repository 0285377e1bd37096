#include "exporting/pack_bits.h"

#include <gtest/gtest.h>

#include "base/rng.h"

namespace allaprima {
namespace {

std::vector<uint8_t> packed(const std::vector<uint8_t>& bytes) {
    std::vector<uint8_t> result;
    pack_bits(bytes, result);
    return result;
}

std::vector<uint8_t> unpacked(const std::vector<uint8_t>& bytes) {
    std::vector<uint8_t> result;
    for (size_t i = 0; i < bytes.size();) {
        const int head = bytes[i] < 128 ? bytes[i] : bytes[i] - 256;
        ++i;
        if (head >= 0) {
            result.insert(result.end(), bytes.begin() + static_cast<long>(i),
                          bytes.begin() + static_cast<long>(i) + head + 1);
            i += static_cast<size_t>(head) + 1;
        } else if (head != -128) {
            result.insert(result.end(), static_cast<size_t>(1 - head), bytes[i++]);
        }
    }
    return result;
}

TEST(PackBits, PacksAsTheStandardHasIt) {
    EXPECT_EQ(packed({}), (std::vector<uint8_t>{}));
    EXPECT_EQ(packed({7}), (std::vector<uint8_t>{0, 7}));
    EXPECT_EQ(packed({5, 5, 5, 5}), (std::vector<uint8_t>{253, 5}));
    EXPECT_EQ(packed({1, 2, 3, 3, 3}), (std::vector<uint8_t>{1, 1, 2, 254, 3}));
    EXPECT_EQ(packed(std::vector<uint8_t>(129, 9)), (std::vector<uint8_t>{129, 9, 0, 9}));
}

TEST(PackBits, GivesAnythingBackAndHardlyGrows) {
    Rng rng(1, 1);
    for (int i = 0; i < 500; ++i) {
        std::vector<uint8_t> bytes(rng.bits() % 700);
        const uint64_t kinds = 1 + rng.bits() % 5;
        for (uint8_t& byte : bytes)
            byte = static_cast<uint8_t>(rng.bits() % kinds);
        const std::vector<uint8_t> result = packed(bytes);
        EXPECT_EQ(unpacked(result), bytes);
        EXPECT_LE(result.size(), bytes.size() + (bytes.size() + 127) / 128);
    }
}

}  // namespace
}  // namespace allaprima
