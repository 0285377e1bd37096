#include "codecs/exif_says.h"

#include <algorithm>
#include <array>
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

    /// Where the value of a directory's tag stands, or is said to stand; 0 without such a tag.
    size_t value_of(size_t directory, uint32_t tag) const {
        const size_t entries = directory == 0 ? 0 : read(directory, 2);
        for (size_t i = 0; i < entries; ++i)
            if (const size_t entry = directory + 2 + 12 * i; read(entry, 2) == tag)
                return entry + 8;
        return 0;
    }
    /// A whole number of two bytes, or of four.
    uint32_t whole(size_t directory, uint32_t tag, size_t bytes) const {
        const size_t at = value_of(directory, tag);
        return at == 0 ? 0 : read(at, bytes);
    }
    /// Fractions; 0 for those that are not there.
    template <size_t N>
    std::array<double, N> fractions(size_t directory, uint32_t tag) const {
        std::array<double, N> values{};
        const size_t at = whole(directory, tag, 4);
        for (size_t i = 0; at > 0 && i < N; ++i)
            if (const uint32_t below = read(at + 8 * i + 4, 4); below > 0)
                values[i] = static_cast<double>(read(at + 8 * i, 4)) / below;
        return values;
    }

  private:
    uint8_t at(size_t offset) const { return offset < bytes_.size() ? bytes_[offset] : uint8_t{0}; }

    std::span<const uint8_t> bytes_;
    bool little_;
};

constexpr uint32_t kOrientation = 0x0112, kExif = 0x8769, kInteroperability = 0xa005, kColorSpace = 0xa001,
                   kInteropIndex = 0x0001, kWhitePoint = 0x013e, kPrimaries = 0x013f, kGamma = 0xa500;

/// Adobe RGB (1998), 4.3.1.2: its curve is a power of 563/256.
constexpr ColourEncoding kAdobeEncoding{
    .chromaticities = kAdobeRgb, .transfer = Transfer::Power, .exponent = 563.0 / 256.0};

/// What the primaries of a colour space without a number are, when they are told.
std::optional<ColourEncoding> own_primaries(const Numbers& numbers, size_t directory, size_t exif) {
    const auto white = numbers.fractions<2>(directory, kWhitePoint);
    const auto primaries = numbers.fractions<6>(directory, kPrimaries);
    if (white[1] <= 0.0 || primaries[1] <= 0.0)
        return std::nullopt;
    ColourEncoding encoding;
    std::copy(primaries.begin(), primaries.end(), encoding.chromaticities.begin());
    std::copy(white.begin(), white.end(), encoding.chromaticities.begin() + 6);
    if (const double gamma = numbers.fractions<1>(exif, kGamma)[0]; gamma > 0.1 && gamma < 10.0)
        encoding.transfer = Transfer::Power, encoding.exponent = gamma;
    return encoding;
}

std::optional<ColourEncoding> encoding_in(const Numbers& numbers, size_t directory) {
    constexpr uint32_t kSrgb = 1, kAdobeOfSomeCameras = 2, kUncalibrated = 0xffff;
    const size_t exif = numbers.whole(directory, kExif, 4);
    const uint32_t space = numbers.whole(exif, kColorSpace, 2);
    const size_t index = numbers.value_of(numbers.whole(exif, kInteroperability, 4), kInteropIndex);
    const bool optional_file = index > 0 && numbers.read(index, 1) == 'R' &&
                               numbers.read(index + 1, 1) == '0' && numbers.read(index + 2, 1) == '3';
    if (space == kSrgb)
        return ColourEncoding{};
    if (space == kAdobeOfSomeCameras || optional_file)
        return kAdobeEncoding;
    return space == kUncalibrated ? own_primaries(numbers, directory, exif) : std::nullopt;
}

}  // namespace

ExifSays read_exif(std::span<const uint8_t> block) {
    constexpr std::string_view kMark("Exif\0\0", 6);
    if (block.size() >= kMark.size() && std::equal(kMark.begin(), kMark.end(), block.begin()))
        block = block.subspan(kMark.size());
    const bool ordered = block.size() >= 2 && block[0] == block[1] && (block[0] == 'I' || block[0] == 'M');
    if (!ordered)
        return {};
    const Numbers numbers(block);
    const size_t directory = numbers.read(4, 4);
    ExifSays says;
    if (const uint32_t told = numbers.whole(directory, kOrientation, 2); told >= 1 && told <= 8)
        says.orientation = static_cast<int>(told);
    says.encoding = encoding_in(numbers, directory);
    return says;
}

}  // namespace allaprima
