#include "exporting/write_psd.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>

#include "exporting/layers.h"
#include "exporting/pack_bits.h"
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
constexpr int16_t kMaskChannel = -2;

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

/// One channel of an area as the document has it, packed row by row.
struct PackedChannel {
    std::vector<uint16_t> row_bytes;
    std::vector<uint8_t> rows;
};

/// @param value of the sample at a place.
template <typename Value>
PackedChannel packed_channel(PixelRect area, int full, const Value& value) {
    PackedChannel packed;
    std::vector<uint8_t> row;
    for (int y = area.y0; y < area.y1; ++y) {
        row.clear();
        for (int x = area.x0; x < area.x1; ++x) {
            const uint32_t sample = value(x, y);
            if (full > 255)
                row.push_back(static_cast<uint8_t>(sample >> 8));
            row.push_back(static_cast<uint8_t>(sample & 255));
        }
        const size_t before = packed.rows.size();
        pack_bits(row, packed.rows);
        packed.row_bytes.push_back(static_cast<uint16_t>(packed.rows.size() - before));
    }
    return packed;
}

PackedChannel channel_of(const Raster& raster, int sample, int full) {
    return packed_channel(raster.area, full, [&](int x, int y) { return raster.at(x, y)[sample]; });
}

/// A channel as it is seen over white.
PackedChannel channel_over_white(const Raster& raster, int sample, int full) {
    return packed_channel(raster.area, full, [&](int x, int y) {
        const uint16_t* pixel = raster.at(x, y);
        const double over =
            (static_cast<double>(pixel[sample]) - full) * pixel[3] / static_cast<double>(full);
        return static_cast<uint32_t>(std::lround(full + over));
    });
}

PackedChannel mask_of(const PictureLayer& layer, int full) {
    const PixelRect& area = layer.raster.area;
    return packed_channel(area, full, [&](int x, int y) {
        return layer.mask[static_cast<size_t>(y - area.y0) * static_cast<size_t>(area.width()) +
                          static_cast<size_t>(x - area.x0)];
    });
}

void write_header(PsdFile& psd, const LayeredPicture& picture) {
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

/// What stands in the list of layers: a layer, or one end of a group.
struct Record {
    enum class Kind { Layer, GroupEnd, Group } kind;
    std::string name;
    const PictureLayer* layer = nullptr;
};

/// From the ground up, as the document has them: a group's end lies beneath its layers, the group above.
std::vector<Record> records_of(const LayeredPicture& picture) {
    std::vector<Record> records;
    std::string open;
    const auto close = [&] {
        if (!open.empty())
            records.push_back({Record::Kind::Group, open});
    };
    for (const PictureLayer& layer : picture.layers) {
        if (layer.group != open) {
            close();
            open = layer.group;
            if (!open.empty())
                records.push_back({Record::Kind::GroupEnd, "</Layer group>"});
        }
        records.push_back({Record::Kind::Layer, layer.name, &layer});
    }
    close();
    return records;
}

std::vector<int16_t> channels_of(const Record& record) {
    std::vector<int16_t> ids(kLayerChannels.size());
    std::ranges::transform(kLayerChannels, ids.begin(), &Channel::id);
    if (record.layer && !record.layer->mask.empty())
        ids.push_back(kMaskChannel);
    return ids;
}

PixelRect area_of(const Record& record) {
    return record.layer ? record.layer->raster.area : PixelRect{0, 0, 0, 0};
}

void write_rect(PsdFile& psd, const PixelRect& area) {
    for (const int side : {area.y0, area.x0, area.y1, area.x1})
        psd.u32(static_cast<uint32_t>(side));
}

const char* blend_key(const Record& record) {
    if (!record.layer)
        return record.kind == Record::Kind::Group ? "pass" : "norm";
    return record.layer->blend == Blend::HardLight ? "hLit" : "norm";
}

/// That it is a group's end or an open group.
void write_divider(PsdFile& psd, const Record& record) {
    constexpr uint32_t kOpenFolder = 1, kEndOfGroup = 3;
    psd.text("8BIMlsct");
    const std::streamoff begin = psd.begin_length();
    psd.u32(record.kind == Record::Kind::Group ? kOpenFolder : kEndOfGroup);
    if (record.kind == Record::Kind::Group) {
        psd.text("8BIM");
        psd.text(blend_key(record));
    }
    psd.end_length(begin, 4);
}

void write_mask_record(PsdFile& psd, const Record& record) {
    const std::streamoff begin = psd.begin_length();
    if (record.layer && !record.layer->mask.empty()) {
        write_rect(psd, area_of(record));
        psd.u8(0);   // hidden beyond its area
        psd.u8(0);   // it lies where it lies, and counts
        psd.u16(0);  // filled up
    }
    psd.end_length(begin, 1);
}

/// @return where the lengths of its channels are to be put.
std::vector<std::streamoff> write_layer_record(PsdFile& psd, const Record& record) {
    write_rect(psd, area_of(record));
    const std::vector<int16_t> ids = channels_of(record);
    psd.u16(static_cast<uint16_t>(ids.size()));
    std::vector<std::streamoff> lengths;
    lengths.reserve(ids.size());
    for (const int16_t id : ids) {
        psd.u16(static_cast<uint16_t>(id));
        lengths.push_back(psd.position());
        psd.u32(0);
    }
    psd.text("8BIM");
    psd.text(blend_key(record));
    psd.u8(255);  // opaque
    psd.u8(0);    // not clipped
    psd.u8(8);    // shown
    psd.u8(0);
    const std::streamoff extra = psd.begin_length();
    write_mask_record(psd, record);
    psd.u32(0);  // no ranges of blending
    write_name(psd, record.name);
    if (!record.layer)
        write_divider(psd, record);
    psd.end_length(extra, 2);
    return lengths;
}

void write_channel(PsdFile& psd, const PackedChannel& packed, std::streamoff length) {
    const std::streamoff begin = psd.position();
    psd.u16(kPacked);
    for (const uint16_t bytes : packed.row_bytes)
        psd.u16(bytes);
    psd.bytes(packed.rows);
    psd.number_at(length, static_cast<uint64_t>(psd.position() - begin), 4);
}

PackedChannel channel_of(const Record& record, size_t channel, int full) {
    if (!record.layer)
        return {};
    if (channel < kLayerChannels.size())
        return channel_of(record.layer->raster, kLayerChannels.at(channel).sample, full);
    return mask_of(*record.layer, full);
}

/// @return whether the observer let it come to an end.
bool write_layers(PsdFile& psd, const LayeredPicture& picture, Observer& observer) {
    const std::vector<Record> records = records_of(picture);
    const auto count = static_cast<int16_t>(records.size());
    // Negative: the merged picture's fourth channel is its alpha.
    psd.u16(static_cast<uint16_t>(picture.alpha ? -count : count));
    std::vector<std::vector<std::streamoff>> lengths;
    lengths.reserve(records.size());
    for (const Record& record : records)
        lengths.push_back(write_layer_record(psd, record));
    for (size_t i = 0; i < records.size(); ++i) {
        observer.progress("packing", static_cast<double>(i) / static_cast<double>(records.size() + 1));
        for (size_t channel = 0; channel < lengths[i].size(); ++channel) {
            if (observer.stop_requested())
                return false;
            write_channel(psd, channel_of(records[i], channel, picture.full), lengths[i][channel]);
        }
    }
    return true;
}

/// The layers stand in their own place in 8 bits, and in a block of their own in 16.
bool write_layer_section(PsdFile& psd, const LayeredPicture& picture, Observer& observer) {
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
bool write_merged(PsdFile& psd, const LayeredPicture& picture, Observer& observer) {
    const int channels = picture.alpha ? 4 : 3;
    psd.u16(kPacked);
    std::streamoff lengths = psd.position();
    for (int row = 0; row < channels * picture.size.height; ++row)
        psd.u16(0);
    for (int sample = 0; sample < channels; ++sample) {
        if (observer.stop_requested())
            return false;
        const PackedChannel packed = picture.alpha && sample < 3
                                         ? channel_over_white(picture.merged, sample, picture.full)
                                         : channel_of(picture.merged, sample, picture.full);
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
    const Result<LayeredPicture> picture = layers_of(job);
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
