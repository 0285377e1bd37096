#include "exporting/write_psd.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <fstream>

#include "exporting/pack_bits.h"
#include "exporting/pass_layers.h"
#include "files/text_file.h"
#include "pictures/write_picture.h"

namespace allaprima {
namespace {

/// Which sample of a raster's pixel each channel of a layer is, and what the document calls it.
struct Channel {
    int sample;
    int16_t id;
};
constexpr std::array kLayerChannels{Channel{3, -1}, Channel{0, 0}, Channel{1, 1}, Channel{2, 2}};

constexpr uint16_t kPacked = 1;  ///< PackBits, row by row.

/// A file of big-endian numbers, some of which are known only later.
class PsdFile {
  public:
    explicit PsdFile(const std::string& file) : out_(file, std::ios::binary) {}

    void number(uint64_t value, int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
            out_.put(static_cast<char>(value >> shift & 255));
    }
    void u8(uint8_t value) { number(value, 1); }
    void u16(uint16_t value) { number(value, 2); }
    void u32(uint32_t value) { number(value, 4); }
    void text(std::string_view text) { out_.write(text.data(), static_cast<std::streamsize>(text.size())); }
    void bytes(std::span<const uint8_t> data) {
        out_.write(reinterpret_cast<const char*>(data.data()), static_cast<std::streamsize>(data.size()));
    }
    std::streamoff position() { return out_.tellp(); }

    /// Puts a number at a place that was passed with zeros.
    void number_at(std::streamoff place, uint64_t value, int bytes) {
        const std::streamoff here = position();
        out_.seekp(place);
        number(value, bytes);
        out_.seekp(here);
    }
    /// Begins what is told with its length in front; 4 bytes.
    std::streamoff begin_length() {
        u32(0);
        return position();
    }
    /// Ends it, filled up to a multiple of `multiple` bytes.
    void end_length(std::streamoff begin, int multiple) {
        while ((position() - begin) % multiple != 0)
            u8(0);
        number_at(begin - 4, static_cast<uint64_t>(position() - begin), 4);
    }

    bool failed() const { return !out_; }
    Status close(const std::string& path) { return close_file(out_, path); }

  private:
    std::ofstream out_;
};

/// One channel of a raster as the document has it, packed row by row.
struct PackedChannel {
    std::vector<uint16_t> row_bytes;
    std::vector<uint8_t> rows;
};

/// @param sample which of the pixel's samples. @param white the channel is laid over white.
PackedChannel packed_channel(const Raster& raster, int sample, int full, bool over_white) {
    PackedChannel packed;
    std::vector<uint8_t> row;
    for (int y = raster.area.y0; y < raster.area.y1; ++y) {
        row.clear();
        for (int x = raster.area.x0; x < raster.area.x1; ++x) {
            const uint16_t* pixel = raster.at(x, y);
            uint32_t value = pixel[sample];
            if (over_white)
                value = static_cast<uint32_t>(std::lround(full + (static_cast<double>(value) - full) *
                                                                     pixel[3] / static_cast<double>(full)));
            if (full > 255)
                row.push_back(static_cast<uint8_t>(value >> 8));
            row.push_back(static_cast<uint8_t>(value & 255));
        }
        const size_t before = packed.rows.size();
        pack_bits(row, packed.rows);
        packed.row_bytes.push_back(static_cast<uint16_t>(packed.rows.size() - before));
    }
    return packed;
}

void write_header(PsdFile& psd, const PassLayers& picture) {
    psd.text("8BPS");
    psd.u16(1);
    psd.number(0, 6);
    psd.u16(picture.alpha ? 4 : 3);
    psd.u32(static_cast<uint32_t>(picture.size.height));
    psd.u32(static_cast<uint32_t>(picture.size.width));
    psd.u16(picture.full > 255 ? 16 : 8);
    psd.u16(3);  // RGB
    psd.u32(0);  // no table of colours
}

/// A block of the document's resources; its name is empty.
std::streamoff begin_resource(PsdFile& psd, uint16_t id) {
    psd.text("8BIM");
    psd.u16(id);
    psd.u16(0);
    return psd.begin_length();
}

void end_resource(PsdFile& psd, std::streamoff begin) {
    const std::streamoff length = psd.position() - begin;
    if (length % 2 != 0)
        psd.u8(0);
    psd.number_at(begin - 4, static_cast<uint64_t>(length), 4);
}

void write_resources(PsdFile& psd, double dpi) {
    constexpr uint16_t kResolution = 1005, kProfile = 1039, kPerInch = 1, kInches = 1;
    const std::streamoff all = psd.begin_length();
    const std::streamoff resolution = begin_resource(psd, kResolution);
    for (int side = 0; side < 2; ++side) {
        psd.u32(static_cast<uint32_t>(std::lround(dpi * 65536.0)));
        psd.u16(kPerInch);
        psd.u16(kInches);
    }
    end_resource(psd, resolution);
    const std::streamoff profile = begin_resource(psd, kProfile);
    psd.bytes(srgb_profile());
    end_resource(psd, profile);
    psd.end_length(all, 1);
}

/// The code points of UTF-8 as UTF-16; what is no UTF-8 becomes the sign for that.
std::u16string utf16_of(std::string_view text) {
    std::u16string wide;
    for (size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i++]);
        const int more = lead < 0x80       ? 0
                         : lead >> 5 == 6  ? 1
                         : lead >> 4 == 14 ? 2
                         : lead >> 3 == 30 ? 3
                                           : -1;
        char32_t code = more <= 0 ? lead : lead & (0x3fu >> more);
        int found = 0;
        for (; found < more && i < text.size() && (text[i] & 0xc0) == 0x80; ++found)
            code = code << 6 | (static_cast<unsigned char>(text[i++]) & 0x3fu);
        if (more < 0 || found < more || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
            code = 0xfffd;
        if (code > 0xffff) {
            wide += static_cast<char16_t>(0xd7c0 + (code >> 10));
            code = 0xdc00 + (code & 0x3ff);
        }
        wide += static_cast<char16_t>(code);
    }
    return wide;
}

/// The name as old readers know it, and as all of it.
void write_name(PsdFile& psd, const std::string& name) {
    const std::string old = name.substr(0, 255);
    const std::streamoff begin = psd.position();
    psd.u8(static_cast<uint8_t>(old.size()));
    psd.text(old);
    while ((psd.position() - begin) % 4 != 0)
        psd.u8(0);
    psd.text("8BIMluni");
    const std::streamoff unicode = psd.begin_length();
    const std::u16string wide = utf16_of(name);
    psd.u32(static_cast<uint32_t>(wide.size()));
    for (const char16_t unit : wide)
        psd.u16(unit);
    psd.end_length(unicode, 4);
}

/// @return where the lengths of its channels are to be put.
std::array<std::streamoff, kLayerChannels.size()> write_layer_record(PsdFile& psd, const PassLayer& layer) {
    const PixelRect& area = layer.raster.area;
    for (const int side : {area.y0, area.x0, area.y1, area.x1})
        psd.u32(static_cast<uint32_t>(side));
    psd.u16(kLayerChannels.size());
    std::array<std::streamoff, kLayerChannels.size()> lengths{};
    for (size_t i = 0; i < kLayerChannels.size(); ++i) {
        psd.u16(static_cast<uint16_t>(kLayerChannels[i].id));
        lengths[i] = psd.position();
        psd.u32(0);
    }
    psd.text("8BIMnorm");
    psd.u8(255);  // opaque
    psd.u8(0);    // not clipped
    psd.u8(8);    // shown
    psd.u8(0);
    const std::streamoff extra = psd.begin_length();
    psd.u32(0);  // no mask
    psd.u32(0);  // no ranges of blending
    write_name(psd, layer.name);
    psd.end_length(extra, 2);
    return lengths;
}

/// @return whether the observer let it come to an end.
bool write_layers(PsdFile& psd, const PassLayers& picture, Observer& observer) {
    const auto count = static_cast<int16_t>(picture.layers.size());
    // Negative: the merged picture's fourth channel is its alpha.
    psd.u16(static_cast<uint16_t>(picture.alpha ? -count : count));
    std::vector<std::array<std::streamoff, kLayerChannels.size()>> lengths;
    for (const PassLayer& layer : picture.layers)
        lengths.push_back(write_layer_record(psd, layer));
    for (size_t i = 0; i < picture.layers.size(); ++i)
        for (size_t channel = 0; channel < kLayerChannels.size(); ++channel) {
            if (observer.stop_requested())
                return false;
            const std::streamoff begin = psd.position();
            const PackedChannel packed =
                packed_channel(picture.layers[i].raster, kLayerChannels[channel].sample, picture.full, false);
            psd.u16(kPacked);
            for (const uint16_t bytes : packed.row_bytes)
                psd.u16(bytes);
            psd.bytes(packed.rows);
            psd.number_at(lengths[i][channel], static_cast<uint64_t>(psd.position() - begin), 4);
        }
    return true;
}

/// The layers stand in their own place in 8 bits, and in a block of their own in 16.
bool write_layer_section(PsdFile& psd, const PassLayers& picture, Observer& observer) {
    const bool deep = picture.full > 255;
    const std::streamoff section = psd.begin_length();
    if (deep) {
        psd.u32(0);
        psd.u32(0);
        psd.text("8BIMLr16");
    }
    const std::streamoff layers = psd.begin_length();
    if (!write_layers(psd, picture, observer))
        return false;
    psd.end_length(layers, 4);
    if (!deep)
        psd.u32(0);
    psd.end_length(section, 1);
    return true;
}

/// The merged picture: the lengths of all rows of all channels stand in front. Colours lie on white, where
/// the picture has an alpha.
bool write_merged(PsdFile& psd, const PassLayers& picture, Observer& observer) {
    const int channels = picture.alpha ? 4 : 3;
    psd.u16(kPacked);
    std::streamoff lengths = psd.position();
    for (int row = 0; row < channels * picture.size.height; ++row)
        psd.u16(0);
    for (int sample = 0; sample < channels; ++sample) {
        if (observer.stop_requested())
            return false;
        const PackedChannel packed =
            packed_channel(picture.merged, sample, picture.full, picture.alpha && sample < 3);
        psd.bytes(packed.rows);
        for (const uint16_t bytes : packed.row_bytes) {
            psd.number_at(lengths, bytes, 2);
            lengths += 2;
        }
    }
    return true;
}

}  // namespace

Result<ExportNotes> write_psd(const ExportJob& job, const std::string& file) {
    if (job.settings.size.long_side() > kLongestPsdSide)
        return Error{
            fmt::format("a .psd file has at most {} pixels on a side; ask for a smaller picture with --long",
                        kLongestPsdSide),
            true};
    const Result<PassLayers> picture = pass_layers(job);
    if (!picture)
        return picture.error();
    PsdFile psd(file);
    write_header(psd, *picture);
    write_resources(psd, job.dpi);
    if (!write_layer_section(psd, *picture, job.observer) || !write_merged(psd, *picture, job.observer))
        return stopped_export(job);
    if (const Status written = psd.close(job.path); !written)
        return written.error();
    return ExportNotes{};
}

}  // namespace allaprima
