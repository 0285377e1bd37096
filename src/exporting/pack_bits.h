#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace allaprima {

/// Appends the bytes, packed as Apple's PackBits has it (TIFF 6.0, section 9): runs of 2 to 128 equal bytes
/// as one, others as they are. Never longer than the bytes and one more for each 128 of them.
void pack_bits(std::span<const uint8_t> bytes, std::vector<uint8_t>& packed);

}  // namespace allaprima
