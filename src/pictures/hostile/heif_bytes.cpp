#include "pictures/hostile/heif_bytes.h"

#include <cstdlib>

#include "pictures/hostile/byte_text.h"

namespace allaprima::testing {
namespace {

std::string unhex(const char* digits) {
    std::string text;
    for (; digits[0] && digits[1]; digits += 2)
        text += static_cast<char>(std::strtol(std::string(digits, 2).c_str(), nullptr, 16));
    return text;
}

std::string full_box(const std::string& name, const std::string& payload, int version = 0) {
    return heif_box(name, bytes({version, 0, 0, 0}) + payload);
}

/// How many boxes lie one behind the other.
int count_boxes(const std::string& boxes) {
    int count = 0;
    for (size_t at = 0; at + 8 <= boxes.size(); ++count) {
        size_t length = 0;
        for (size_t i = 0; i < 4; ++i)
            length = length << 8 | static_cast<uint8_t>(boxes[at + i]);
        at += length;
    }
    return count;
}

}  // namespace

std::string heif_box(const std::string& name, const std::string& payload) {
    return big(payload.size() + 8, 4) + name + payload;
}

CodedPicture coded_in_av1() {
    return {"avif", "av01", "av1C", unhex("81200200"),
            unhex("12000a083810ffec2021a0d2321b10c0000040b50c4d035b65f7419ba5ce2a0d2ad29cba718ef7d988")};
}

CodedPicture coded_in_hevc() {
    return {
        "heic",
        "hvc1",
        "hvcC",
        unhex(
            "0104080000000000000000001ef000fcfff8f800000f03200001001740010c01ffff0408000003009e3800000300001e"
            "ba0240210001002a4201010408000003009e3800000300001e90041020b2dd55d35cdc0434181000000300100000"
            "0300108022000100084401c17318301890"),
        unhex(
            "000000842801af06b219d7db80920273fd107fffff2457e87d41072f89a0b4a5fad8effff14b4ddf2fb7fa698fe0c17f"
            "f3b53615ebb5dbd43e1d4de4647ca7e55742f6123cba97bbfd47a0687a3fe0e776390be43ca0c4e3fffdec534cdcba"
            "46d79205a1f307a02749d3210e4236c876f638feada29c5d3cd9e53e56cf3e41f074db0bf1a6b6be3f"),
        true};
}

CodedPicture coded_in_hevc_of_ten_bits() {
    return {
        "heic",
        "hvc1",
        "hvcC",
        unhex(
            "0104080000000000000000001ef000fcfffafa00000f03200001001740010c01ffff0408000003009c3800000300001e"
            "ba0240210001002a4201010408000003009c3800000300001e900410209b2dd55d35cdc04341810000030010000003"
            "00010822000100084401c17318301890"),
        unhex(
            "000000532801af06b217b65c920273fd06bfffff2247e87d46e72f89a0b4a5facf17fff14b4ddf2fb7fa4049ff143cc0"
            "5eafb7363eda1efd2abab8278abb5fee4c6cece0d37fc8bf04788a1e845169b7b8e689294d6730"),
        true};
}

std::string heif_file(const CodedPicture& picture, const std::string& properties) {
    const std::string size =
        full_box("ispe", picture.padded ? big(64, 4) + big(64, 4) : big(32, 4) + big(16, 4));
    // The part that counts: its sides, and how far its middle is from that of the whole; fractions.
    const std::string crop = heif_box("clap", big(32, 4) + big(1, 4) + big(16, 4) + big(1, 4) +
                                                  big(static_cast<uint32_t>(-16), 4) + big(1, 4) +
                                                  big(static_cast<uint32_t>(-24), 4) + big(1, 4));
    const std::string own = size + heif_box(picture.configuration_box, picture.configuration) +
                            (picture.padded ? crop : "") + properties;
    std::string associations = big(1, 4) + big(1, 2) + bytes({count_boxes(own)});
    for (int i = 1; i <= count_boxes(own); ++i)
        associations += bytes({i == 1 ? i : 0x80 | i});
    const std::string brands = heif_box("ftyp", picture.brand + big(0, 4) + picture.brand + "mif1");
    const auto meta_for = [&](uint64_t data_at) {
        return full_box(
            "meta",
            full_box("hdlr", big(0, 4) + "pict" + std::string(13, '\0')) + full_box("pitm", big(1, 2)) +
                full_box("iloc", bytes({0x44, 0}) + big(1, 2) + big(1, 2) + big(0, 2) + big(1, 2) +
                                     big(data_at, 4) + big(picture.data.size(), 4)) +
                full_box(
                    "iinf",
                    big(1, 2) +
                        full_box("infe", big(1, 2) + big(0, 2) + picture.item + std::string(1, '\0'), 2)) +
                heif_box("iprp", heif_box("ipco", own) + full_box("ipma", associations)));
    };
    const size_t data_at = brands.size() + meta_for(0).size() + 8;
    return brands + meta_for(data_at) + heif_box("mdat", picture.data);
}

std::string nclx_box(int primaries, int transfer, int matrix) {
    return heif_box("colr", "nclx" + bytes({0, primaries, 0, transfer, 0, matrix, 0x80}));
}

}  // namespace allaprima::testing
