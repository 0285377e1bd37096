#include "codecs/exif_orientation.h"

#include <algorithm>
#include <string_view>

namespace allaprima {

namespace {

/// A TIFF directory's numbers, of either byte order; reading beyond the end gives 0.
class Numbers {
  public:
    explicit Numbers(std::span<const uint8_t> bytes) : bytes_(bytes), little_(at(0) == 'I') {}

    uint32_t read(size_t offset, size_t count) const {
        uint32_t value = 0;
        for (size_t i = 0; i < count; ++i)
            value = value << 8 | at(offset + (little_ ? count - 1 - i : i));
        return value;
    }

  private:
    uint8_t at(size_t offset) const { return offset < bytes_.size() ? bytes_[offset] : uint8_t{0}; }

    std::span<const uint8_t> bytes_;
    bool little_;
};

}  // namespace

int exif_orientation(std::span<const uint8_t> block) {
    constexpr std::string_view kMark("Exif\0\0", 6);
    if (block.size() >= kMark.size() && std::equal(kMark.begin(), kMark.end(), block.begin()))
        block = block.subspan(kMark.size());
    const bool ordered = block.size() >= 2 && block[0] == block[1] && (block[0] == 'I' || block[0] == 'M');
    if (!ordered)
        return 1;
    const Numbers numbers(block);
    const size_t directory = numbers.read(4, 4);
    const size_t entries = numbers.read(directory, 2);
    for (size_t i = 0; i < entries; ++i) {
        const size_t entry = directory + 2 + 12 * i;
        if (numbers.read(entry, 2) != 0x0112)
            continue;
        const auto orientation = static_cast<int>(numbers.read(entry + 8, 2));
        return orientation >= 1 && orientation <= 8 ? orientation : 1;
    }
    return 1;
}

}  // namespace allaprima
