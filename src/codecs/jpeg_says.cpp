#include "codecs/jpeg_says.h"

#include <cmath>
#include <string_view>

namespace allaprima {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kProgram = "Alla Prima";

enum ExifType : uint16_t { kAscii = 2, kShort = 3, kLong = 4, kRational = 5, kUndefined = 7 };

void append_text(std::vector<uint8_t>& bytes, std::string_view text) {
    for (const char letter : text)
        bytes.push_back(static_cast<uint8_t>(letter));
}

void append_little(std::vector<uint8_t>& bytes, uint32_t value, int count) {
    for (int i = 0; i < count; ++i)
        bytes.push_back(static_cast<uint8_t>(value >> (8 * i)));
}

void append_big(std::vector<uint8_t>& bytes, size_t value, int count) {
    for (int i = count - 1; i >= 0; --i)
        bytes.push_back(static_cast<uint8_t>(value >> (8 * i)));
}

/// One directory in the making: its entries, and the values too long for them, which stand before it.
struct ExifDirectory {
    size_t start;  ///< Where the values begin, from the block's first byte.
    std::vector<uint8_t> entries, values;
    int count = 0;

    void add(uint16_t tag, ExifType type, size_t values_of_it, std::string_view value) {
        append_little(entries, tag, 2);
        append_little(entries, type, 2);
        append_little(entries, static_cast<uint32_t>(values_of_it), 4);
        if (value.size() <= 4) {
            append_text(entries, value);
            entries.resize(entries.size() + 4 - value.size());
        } else {
            append_little(entries, static_cast<uint32_t>(start + values.size()), 4);
            append_text(values, value);
        }
        ++count;
    }
    void add_number(uint16_t tag, ExifType type, uint32_t value) {
        std::vector<uint8_t> bytes;
        append_little(bytes, value, type == kShort ? 2 : 4);
        add(tag, type, 1, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    }
    /// The number as a whole count of the first power of ten that leaves next to nothing over.
    void add_fraction(uint16_t tag, float value) {
        uint32_t parts = 1;
        for (; std::fabs(value - std::trunc(value)) > 1e-5f && parts < 1'000'000; parts *= 10)
            value *= 10.0f;
        std::vector<uint8_t> bytes;
        append_little(bytes, static_cast<uint32_t>(value), 4);
        append_little(bytes, parts, 4);
        add(tag, kRational, 1, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    }
    size_t offset() const { return start + values.size(); }
    size_t end() const { return offset() + 2 + entries.size() + 4; }
    void append_to(std::vector<uint8_t>& block) const {
        block.insert(block.end(), values.begin(), values.end());
        append_little(block, static_cast<uint32_t>(count), 2);
        block.insert(block.end(), entries.begin(), entries.end());
        append_little(block, 0, 4);  // No directory follows.
    }
};

/// The directory of EXIF's own tags, for sRGB pictures.
ExifDirectory camera_directory(size_t start) {
    ExifDirectory directory{start, {}, {}};
    directory.add(0x9000, kUndefined, 4, "0230");        // version of EXIF
    directory.add(0x9101, kUndefined, 4, "\1\2\3\0"sv);  // components: Y, Cb, Cr
    directory.add(0xa000, kUndefined, 4, "0100");        // version of FlashPix
    directory.add_number(0xa001, kShort, 1);             // sRGB
    return directory;
}

void append_dataset(std::vector<uint8_t>& record, uint8_t number, std::string_view text) {
    append_text(record, "\x1c\2");
    record.push_back(number);
    append_big(record, text.size(), 2);
    append_text(record, text);
}

std::string with_end(std::string text) {
    text.push_back('\0');
    return text;
}

}  // namespace

std::vector<uint8_t> exif_of(const PictureForm& form) {
    constexpr size_t kHeadBytes = 8, kEntryBytes = 12;
    ExifDirectory picture{kHeadBytes, {}, {}};
    const std::string program = with_end(std::string(kProgram)), note = with_end(form.note);
    picture.add(0x0131, kAscii, program.size(), program);
    if (form.dpi > 0.0) {
        picture.add_fraction(0x011a, static_cast<float>(form.dpi));
        picture.add_fraction(0x011b, static_cast<float>(form.dpi));
    }
    if (!form.note.empty())
        picture.add(0x010e, kAscii, note.size(), note);
    if (form.srgb)
        picture.add_number(0x8769, kLong, static_cast<uint32_t>(picture.end() + kEntryBytes));
    std::vector<uint8_t> block;
    append_text(block, "Exif\0\0II*\0"sv);
    append_little(block, static_cast<uint32_t>(picture.offset()), 4);
    picture.append_to(block);
    if (form.srgb)
        camera_directory(picture.end()).append_to(block);
    return block;
}

std::vector<uint8_t> iptc_of(const PictureForm& form) {
    constexpr uint8_t kProgramNumber = 65, kCaptionNumber = 120;
    std::vector<uint8_t> record;
    append_dataset(record, kProgramNumber, kProgram);
    if (!form.note.empty())
        append_dataset(record, kCaptionNumber, form.note);
    std::vector<uint8_t> block;
    append_text(block,
                "Photoshop 3.0\0"
                "8BIM\4\4\0\0\0\0"sv);
    append_big(block, record.size(), 2);
    block.insert(block.end(), record.begin(), record.end());
    return block;
}

}  // namespace allaprima
