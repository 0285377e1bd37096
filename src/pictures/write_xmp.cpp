#include "pictures/write_xmp.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <exception>
#include <exiv2/exiv2.hpp>
#include <filesystem>
#include <string_view>

namespace allaprima {
namespace {

/// Exiv2 takes the beginning of some texts for orders of its own ("type=…"), also where it reads them from a
/// file, and then reads nothing at all. A word joiner, which no eye sees, keeps it from that.
constexpr std::string_view kWordJoiner = "\u2060";

std::string as_no_order(const std::string& text) {
    return text.starts_with("type=") || text.starts_with("lang=") ? std::string(kWordJoiner) + text : text;
}

/// XML has no place for control characters.
std::string without_controls(std::string text) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t')
            c = '?';
    return text;
}

void add(Exiv2::XmpData& data, const XmpValue& said) {
    const XmpValue value{said.kind, said.key, without_controls(said.value)};
    switch (value.kind) {
        case XmpValue::Kind::Text: {
            Exiv2::XmpTextValue text;
            text.value_ = as_no_order(value.value);
            data.add(Exiv2::XmpKey(value.key), &text);
            return;
        }
        case XmpValue::Kind::Names: {
            Exiv2::XmpArrayValue list(Exiv2::xmpSeq);
            list.read(value.value);
            data.add(Exiv2::XmpKey(value.key), &list);
            return;
        }
        case XmpValue::Kind::Language: {
            Exiv2::LangAltValue text;
            text.value_["x-default"] = value.value;
            data.add(Exiv2::XmpKey(value.key), &text);
            return;
        }
        case XmpValue::Kind::Events: {
            Exiv2::XmpTextValue list("");
            list.setXmpArrayType(Exiv2::XmpValue::xaSeq);
            data.add(Exiv2::XmpKey(value.key), &list);
            return;
        }
    }
}

/// What it has to say is told in errors; of itself it would write to standard error. It is told the words of
/// our own, too.
void prepare_exiv() {
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
    static const bool told = [] {
        Exiv2::XmpProperties::registerNs("urn:x-alla-prima:1.0/", "allaprima");
        return true;
    }();
    (void)told;
}

/// What Exif (CIPA DC-008) asks of a JPEG and its writer leaves out; in the order that Exif asks for, too.
void complete_exif(Exiv2::Image& image) {
    Exiv2::ExifData& exif = image.exifData();
    exif["Exif.Image.ResolutionUnit"] = uint16_t{2};    // Inches, as pixels are counted.
    exif["Exif.Image.YCbCrPositioning"] = uint16_t{1};  // Centred, as JFIF has it.
    exif["Exif.Photo.PixelXDimension"] = static_cast<uint32_t>(image.pixelWidth());
    exif["Exif.Photo.PixelYDimension"] = static_cast<uint32_t>(image.pixelHeight());
    exif.sortByTag();
}

}  // namespace

bool can_carry_xmp(const std::string& path) {
    std::string ending = std::filesystem::path(path).extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return std::tolower(c); });
    constexpr std::array kEndings{".png", ".jpg", ".jpeg", ".tif", ".tiff", ".psd"};
    return std::ranges::find(kEndings, ending) != kEndings.end();
}

bool is_small_enough_for_xmp(const std::string& file) {
    constexpr uintmax_t kLargest = uintmax_t{512} << 20;
    std::error_code fault;
    return std::filesystem::file_size(file, fault) <= kLargest && !fault;
}

Status write_xmp(const std::string& path, const std::vector<XmpValue>& values) {
    prepare_exiv();
    try {
        const auto image = Exiv2::ImageFactory::open(path);
        image->readMetadata();
        for (const XmpValue& value : values)
            add(image->xmpData(), value);
        if (image->mimeType() == "image/jpeg")
            complete_exif(*image);
        image->writeMetadata();
    } catch (const std::exception& fault) {
        return Error{fmt::format("cannot write what the picture says about itself: {}", fault.what())};
    }
    return Done{};
}

Result<std::string> xmp_packet(const std::vector<XmpValue>& values) {
    prepare_exiv();
    std::string packet;
    try {
        Exiv2::XmpData data;
        for (const XmpValue& value : values)
            add(data, value);
        if (Exiv2::XmpParser::encode(
                packet, data, Exiv2::XmpParser::omitPacketWrapper | Exiv2::XmpParser::useCompactFormat) != 0)
            return Error{"cannot write what the picture says about itself: XMP has no words for it"};
    } catch (const std::exception& fault) {
        return Error{fmt::format("cannot write what the picture says about itself: {}", fault.what())};
    }
    return packet;
}

std::string value_said(const std::vector<XmpValue>& values, std::string_view key) {
    const auto found = std::ranges::find(values, key, &XmpValue::key);
    return found == values.end() ? std::string() : found->value;
}

std::vector<XmpValue> read_xmp(const std::string& path) {
    prepare_exiv();
    std::vector<XmpValue> values;
    try {
        const auto image = Exiv2::ImageFactory::open(path);
        image->readMetadata();
        for (const Exiv2::Xmpdatum& datum : image->xmpData()) {
            std::string text = datum.toString();
            if (datum.typeId() == Exiv2::langAlt && text.find("\" ") != std::string::npos)
                text = text.substr(text.find("\" ") + 2);
            if (text.starts_with(kWordJoiner))
                text.erase(0, kWordJoiner.size());
            values.push_back({XmpValue::Kind::Text, datum.key(), text});
        }
    } catch (const std::exception&) {
        return {};
    }
    return values;
}

}  // namespace allaprima
