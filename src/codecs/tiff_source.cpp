// TIFF by libtiff: strips and tiles a row at a time; what it can only give as one picture is held whole.

#include <sys/stat.h>

#include <algorithm>
#include <cstring>

#include "base/one_line.h"
#include "codecs/pixel_source.h"
#include "codecs/tiff_colours.h"
#include "codecs/tiff_directories.h"
#include "codecs/tiff_handles.h"
#include "codecs/tiff_samples.h"

namespace allaprima {

namespace {

/// More channels than any picture of colour has; beyond it a header is nonsense.
constexpr int kMostTiffChannels = 1024;
/// DNG 1.4: what a camera's sensor saw, in colours of its own.
constexpr int kLinearRaw = 34892;

template <typename Value>
Value tag_of(TIFF* tiff, uint32_t tag, Value otherwise) {
    Value value{};
    return TIFFGetFieldDefaulted(tiff, tag, &value) == 1 ? value : otherwise;
}

/// Colour that only libtiff's own conversion to RGB understands.
bool needs_conversion(int photometric, int compression, bool separate) {
    switch (photometric) {
        case PHOTOMETRIC_YCBCR:
            return compression != COMPRESSION_JPEG || separate;
        case PHOTOMETRIC_ITULAB:
        case PHOTOMETRIC_LOGL:
        case PHOTOMETRIC_LOGLUV:
            return true;
        default:
            return compression == COMPRESSION_OJPEG;
    }
}

bool is_lab(int photometric) {
    return photometric == PHOTOMETRIC_CIELAB || photometric == PHOTOMETRIC_ICCLAB;
}

class TiffSource final : public PixelSource {
  public:
    TiffSource(std::string path, const SourceLimits& limits) : path_(std::move(path)), limits_(limits) {}

    Status open() {
        if (const Status first = open_file(); !first)
            return first;
        TIFF* tiff = files_.front().get();
        directory_ = find_photograph(tiff);
        layout_.orientation = directory_.orientation;
        layout_.size = layout_.stored_size = size_in(tiff);
        if (layout_.size.area() > limits_.pixels)
            return Done{};  // The caller refuses it; nothing needs to be set up.
        if (tag_of<uint32_t>(tiff, TIFFTAG_IMAGEDEPTH, 1) > 1)
            return Error{"it is not a flat picture; export it as one"};
        photometric_ = tag_of<uint16_t>(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
        stored_channels_ = tag_of<uint16_t>(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
        separate_ = stored_channels_ > 1 && tag_of<uint16_t>(tiff, TIFFTAG_PLANARCONFIG,
                                                             PLANARCONFIG_CONTIG) == PLANARCONFIG_SEPARATE;
        if (!is_lab(photometric_))
            read_tiff_colours(tiff, layout_);
        const int compression = tag_of<uint16_t>(tiff, TIFFTAG_COMPRESSION, COMPRESSION_NONE);
        if (needs_conversion(photometric_, compression, separate_))
            return prepare_conversion();
        return prepare_samples(compression);
    }

    Status read_rows(int count, std::byte* rows) override {
        for (int i = 0; i < count; ++i, ++next_row_, rows += layout_.row_bytes())
            if (const Status row = converted_ ? copy_converted_row(rows)
                                   : lab_     ? read_lab_row(rows)
                                              : read_row(rows);
                !row)
                return row;
        return Done{};
    }

  private:
    Status open_file() {
        const TiffOptions options = tiff_options(trouble_);
        TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), static_cast<tmsize_t>(limits_.memory_bytes));
        // Without a memory map: a file that shrinks under one ends the program.
        TiffHandle file(TIFFOpenExt(path_.c_str(), "rm", options.get()));
        if (!file)
            return failure();
        if (!directory_.first && TIFFSetSubDirectory(file.get(), directory_.offset) != 1)
            return failure();
        files_.push_back(std::move(file));
        return Done{};
    }

    Error failure() const {
        const std::string reason = trouble_.message[0] ? trouble_.message : "no reason given";
        return {"it is cut short or damaged (" + one_line(reason) + "); get a whole copy of it"};
    }

    Status prepare_conversion() {
        char reason[1024] = "";
        if (!TIFFRGBAImageOK(files_.front().get(), reason))
            return Error{"its colours are stored in a way that is not read (" + one_line(reason) +
                         "); save it as RGB"};
        converted_ = true;
        layout_.channels = 3;
        // The picture as RGBA, and as much again on the way there.
        layout_.held_bytes = static_cast<size_t>(layout_.size.area()) * 8;
        return Done{};
    }

    Status prepare_samples(int compression) {
        if (photometric_ == PHOTOMETRIC_YCBCR)
            TIFFSetField(files_.front().get(), TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
        const int bits = tag_of<uint16_t>(files_.front().get(), TIFFTAG_BITSPERSAMPLE, 1);
        const int told = tag_of<uint16_t>(files_.front().get(), TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_UINT);
        // Which of L*, a* and b* have a sign is not said by the format of samples.
        const int format = is_lab(photometric_) && told == SAMPLEFORMAT_INT ? SAMPLEFORMAT_UINT : told;
        samples_ = TiffSamples::of(bits, format);
        if (!samples_)
            return Error{"its samples are of a kind that is not read; save it with 8 or 16 bits per channel"};
        layout_.sample = samples_->type();
        if (layout_.sample == SampleType::F32)
            layout_.encoding.transfer = Transfer::Linear;
        if (const Status colour = choose_colour(bits); !colour)
            return colour;
        if (const Status planes = open_planes(compression); !planes)
            return planes;
        if (const Status measured = measure(bits); !measured)
            return measured;
        return is_lab(photometric_) ? prepare_lab(bits) : Status(Done{});
    }

    /// Rows of L*, a* and b* become light before they are delivered.
    Status prepare_lab(int bits) {
        if (layout_.channels < 3 || layout_.premultiplied || (bits != 8 && bits != 16 && bits != 32) ||
            (bits == 32 && layout_.sample != SampleType::F32))
            return Error{
                "its L*a*b* colours are of a kind that is not read; save it with 8 or 16 bits per channel, "
                "without alpha"};
        lab_ = TiffLab{photometric_ == PHOTOMETRIC_ICCLAB, layout_.sample};
        stored_row_.resize(layout_.row_bytes());
        layout_.sample = SampleType::F32;
        layout_.encoding = {.transfer = Transfer::Linear};
        layout_.sign = ColourSign::TiffLab;
        return Done{};
    }

    Status choose_colour(int bits) {
        if (stored_channels_ > kMostTiffChannels)
            return Error{"it is not a flat picture; export it as one"};
        if (photometric_ == PHOTOMETRIC_CFA || photometric_ == kLinearRaw)
            return Error{"it is a camera's raw picture; develop it to a TIFF or JPEG first"};
        if (photometric_ == PHOTOMETRIC_PALETTE)
            return choose_palette(bits);
        const bool inks = photometric_ == PHOTOMETRIC_SEPARATED;
        if (inks && (stored_channels_ < 4 ||
                     tag_of<uint16_t>(files_.front().get(), TIFFTAG_INKSET, INKSET_CMYK) != INKSET_CMYK))
            return Error{"it is for inks other than CMYK; save it as RGB or CMYK"};
        layout_.model = inks                   ? ColourModel::Cmyk
                        : stored_channels_ < 3 ? ColourModel::Grey
                                               : ColourModel::Rgb;
        find_alpha();
        layout_.channels = layout_.colour_channels() + (layout_.alpha ? 1 : 0);
        return Done{};
    }

    Status choose_palette(int bits) {
        uint16_t *red = nullptr, *green = nullptr, *blue = nullptr;
        if (bits > 8 || layout_.sample != SampleType::U8 ||
            TIFFGetField(files_.front().get(), TIFFTAG_COLORMAP, &red, &green, &blue) != 1)
            return Error{"its palette is damaged or too large; save it as RGB"};
        const size_t entries = size_t{1} << bits;
        // Old programs wrote 8 bits where 16 belong.
        const auto small = [entries](const uint16_t* map) {
            return std::all_of(map, map + entries, [](uint16_t value) { return value < 256; });
        };
        const int divisor = small(red) && small(green) && small(blue) ? 1 : 257;
        for (size_t i = 0; i < entries; ++i)
            for (const uint16_t* map : {red, green, blue})
                palette_.push_back(static_cast<std::byte>(map[i] / divisor));
        layout_.channels = 3;
        return Done{};
    }

    /// The first channel beyond the colour, when the file says that it is alpha.
    void find_alpha() {
        uint16_t count = 0;
        const uint16_t* kinds = nullptr;
        TIFFGetFieldDefaulted(files_.front().get(), TIFFTAG_EXTRASAMPLES, &count, &kinds);
        // A picture of three channels may call itself grey, with two others.
        const int first_extra = stored_channels_ - count;
        const int index = layout_.colour_channels() - first_extra;
        if (!kinds || index < 0 || index >= count)
            return;
        layout_.premultiplied = kinds[index] == EXTRASAMPLE_ASSOCALPHA;
        layout_.alpha = layout_.premultiplied || kinds[index] == EXTRASAMPLE_UNASSALPHA;
    }

    /// Each plane that lies apart in strips is decoded from a file of its own, so that none starts anew for
    /// each row.
    Status open_planes(int compression) {
        tiled_ = TIFFIsTiled(files_.front().get()) != 0;
        planes_ = separate_ ? (palette_.empty() ? layout_.channels : 1) : 1;
        while (!tiled_ && static_cast<int>(files_.size()) < planes_)
            if (const Status plane = open_file(); !plane)
                return plane;
        if (TIFFIsCODECConfigured(static_cast<uint16_t>(compression)) == 0)
            return Error{"it is compressed in a way that is not read; save it with LZW or ZIP"};
        return Done{};
    }

    /// Chooses bands that fall on the borders of tiles, and reckons what decoding holds.
    Status measure(int bits) {
        TIFF* tiff = files_.front().get();
        row_channels_ = separate_ ? 1 : stored_channels_;
        const auto planes = static_cast<size_t>(planes_);
        packed_bytes_ = static_cast<size_t>(TIFFScanlineSize64(tiff));
        size_t row_bytes = packed_bytes_;
        int row_pixels = layout_.size.width;
        if (tiled_) {
            tile_ = {static_cast<int>(std::min(tag_of<uint32_t>(tiff, TIFFTAG_TILEWIDTH, 1), 1u << 30)),
                     static_cast<int>(std::min(tag_of<uint32_t>(tiff, TIFFTAG_TILELENGTH, 1), 1u << 30))};
            if (tile_.width < 1 || tile_.height < 1)
                return failure();
            row_pixels = tile_.width;
            row_bytes = static_cast<size_t>(TIFFTileRowSize64(tiff));
            tiles_across_ = (layout_.size.width + tile_.width - 1) / tile_.width;
            packed_bytes_ = static_cast<size_t>(TIFFTileSize64(tiff)) * static_cast<size_t>(tiles_across_);
            const int chunk = std::clamp(tile_.height, 1, std::max(1, layout_.size.height));
            layout_.band = std::max(layout_.band / chunk, 1) * chunk;
        }
        if (packed_bytes_ == 0 ||
            row_bytes * 8 < static_cast<size_t>(row_pixels) * static_cast<size_t>(row_channels_ * bits))
            return failure();
        const size_t unpacked = static_cast<size_t>(layout_.size.width) * static_cast<size_t>(row_channels_) *
                                layout_.sample_bytes();
        layout_.held_bytes = planes * (packed_bytes_ + unpacked + largest_chunk_bytes());
        return Done{};
    }

    /// Of the strips or tiles as they are stored.
    size_t largest_chunk_bytes() const {
        TIFF* tiff = files_.front().get();
        struct stat about {};
        const uint64_t most = ::stat(path_.c_str(), &about) == 0 ? static_cast<uint64_t>(about.st_size) : 0;
        const uint32_t chunks = tiled_ ? TIFFNumberOfTiles(tiff) : TIFFNumberOfStrips(tiff);
        uint64_t largest = 0;
        for (uint32_t i = 0; i < chunks; ++i)
            largest = std::max(largest, TIFFGetStrileByteCount(tiff, i));
        return static_cast<size_t>(std::min(largest, most));
    }

    Status read_lab_row(std::byte* row) {
        layout_.sample = lab_->sample;
        const Status read = read_row(stored_row_.data());
        layout_.sample = SampleType::F32;
        auto* light = reinterpret_cast<float*>(row);
        light_of_lab(*lab_, layout_.channels, stored_row_.data(),
                     {light, layout_.row_bytes() / sizeof(float)});
        return read;
    }

    Status read_row(std::byte* row) {
        if (packed_.empty()) {
            packed_.assign(static_cast<size_t>(planes_), std::vector<uint8_t>(packed_bytes_));
            unpacked_.resize(static_cast<size_t>(layout_.size.width) * static_cast<size_t>(row_channels_) *
                             layout_.sample_bytes());
        }
        for (int plane = 0; plane < planes_; ++plane) {
            if (const Status fetched = tiled_ ? fetch_tiles(plane) : fetch_scanline(plane); !fetched)
                return fetched;
            if (palette_.empty())
                place_samples(plane, row);
            else
                look_colours_up(row);
        }
        if (photometric_ == PHOTOMETRIC_MINISWHITE)
            invert(row);
        return Done{};
    }

    Status fetch_scanline(int plane) {
        const auto i = static_cast<size_t>(plane);
        if (TIFFReadScanline(files_[i].get(), packed_[i].data(), static_cast<uint32_t>(next_row_),
                             static_cast<uint16_t>(plane)) != 1)
            return failure();
        return Done{};
    }

    /// Makes sure that the tiles of this row are there.
    Status fetch_tiles(int plane) {
        if (next_row_ % tile_.height != 0)
            return Done{};
        const auto bytes = static_cast<tmsize_t>(packed_bytes_ / static_cast<size_t>(tiles_across_));
        for (int i = 0; i < tiles_across_; ++i) {
            TIFF* tiff = files_.front().get();
            const uint32_t tile =
                TIFFComputeTile(tiff, static_cast<uint32_t>(i * tile_.width),
                                static_cast<uint32_t>(next_row_), 0, static_cast<uint16_t>(plane));
            if (TIFFReadEncodedTile(tiff, tile, packed_[static_cast<size_t>(plane)].data() + i * bytes,
                                    bytes) != bytes)
                return failure();
        }
        return Done{};
    }

    /// Calls `use` for each piece of the row that lies together: its packed samples, its first pixel, its
    /// pixels.
    template <typename Use>
    void for_each_piece(int plane, Use use) const {
        const uint8_t* packed = packed_[static_cast<size_t>(plane)].data();
        if (!tiled_) {
            use(packed, size_t{0}, static_cast<size_t>(layout_.size.width));
            return;
        }
        const auto tile_row = static_cast<size_t>(TIFFTileRowSize64(files_.front().get()));
        const size_t tile_bytes = packed_bytes_ / static_cast<size_t>(tiles_across_);
        packed += static_cast<size_t>(next_row_ % tile_.height) * tile_row;
        for (int x = 0; x < layout_.size.width; x += tile_.width, packed += tile_bytes)
            use(packed, static_cast<size_t>(x),
                static_cast<size_t>(std::min(tile_.width, layout_.size.width - x)));
    }

    /// Unpacks a plane of the row, and puts its channels where the layout has them.
    void place_samples(int plane, std::byte* row) {
        const size_t bytes = layout_.sample_bytes(), stored = static_cast<size_t>(row_channels_);
        const size_t pixel = static_cast<size_t>(layout_.channels) * bytes;
        const size_t wanted = separate_ ? bytes : pixel;
        const bool in_place = stored * bytes == pixel;
        std::byte* unpacked = in_place ? row : unpacked_.data();
        for_each_piece(plane, [&](const uint8_t* packed, size_t first, size_t count) {
            samples_->unpack(packed, count * stored, unpacked + first * stored * bytes);
        });
        if (in_place)
            return;
        std::byte* to = row + (separate_ ? static_cast<size_t>(plane) * bytes : 0);
        for (int x = 0; x < layout_.size.width; ++x, to += pixel)
            std::memcpy(to, unpacked + static_cast<size_t>(x) * stored * bytes, wanted);
    }

    void look_colours_up(std::byte* row) const {
        const auto stored = static_cast<size_t>(row_channels_);
        for_each_piece(0, [&](const uint8_t* packed, size_t first, size_t count) {
            for (size_t i = 0; i < count; ++i)
                std::memcpy(row + 3 * (first + i),
                            palette_.data() + size_t{3} * samples_->packed_value(packed, i * stored), 3);
        });
    }

    /// Steps in which 0 is white; alpha is what it is.
    void invert(std::byte* row) const {
        if (layout_.sample == SampleType::F32)
            return invert_shares(row);
        const auto each = static_cast<size_t>(layout_.channels);
        const auto pixels = static_cast<size_t>(layout_.size.width);
        for (size_t i = 0; i < pixels; ++i)
            for (size_t c = 0; c < static_cast<size_t>(layout_.colour_channels()); ++c)
                for (size_t b = 0; b < layout_.sample_bytes(); ++b)
                    row[(i * each + c) * layout_.sample_bytes() + b] ^= std::byte{0xff};
    }

    /// The same of floating point, where 1 is black.
    void invert_shares(std::byte* row) const {
        const auto each = static_cast<size_t>(layout_.channels);
        auto* samples = reinterpret_cast<float*>(row);
        for (size_t i = 0; i < static_cast<size_t>(layout_.size.width) * each; ++i)
            if (i % each < static_cast<size_t>(layout_.colour_channels()))
                samples[i] = 1.0f - samples[i];
    }

    Status copy_converted_row(std::byte* row) {
        const auto width = static_cast<size_t>(layout_.size.width);
        if (raster_.empty()) {
            raster_.resize(static_cast<size_t>(layout_.size.area()));
            // Not turned: that is done for all formats alike.
            if (!TIFFReadRGBAImageOriented(files_.front().get(), static_cast<uint32_t>(layout_.size.width),
                                           static_cast<uint32_t>(layout_.size.height), raster_.data(),
                                           layout_.orientation, 1))
                return failure();
        }
        const uint32_t* pixel = raster_.data() + static_cast<size_t>(next_row_) * width;
        for (size_t x = 0; x < width; ++x, ++pixel, row += 3) {
            row[0] = static_cast<std::byte>(TIFFGetR(*pixel));
            row[1] = static_cast<std::byte>(TIFFGetG(*pixel));
            row[2] = static_cast<std::byte>(TIFFGetB(*pixel));
        }
        return Done{};
    }

    std::string path_;
    SourceLimits limits_;
    TiffDirectory directory_;  ///< Of the photograph.
    TiffTrouble trouble_;
    std::vector<TiffHandle> files_;  ///< The same file, once for each plane that is read from strips.
    std::optional<TiffSamples> samples_;
    std::optional<TiffLab> lab_;
    std::vector<std::byte> stored_row_;  ///< Of L*, a* and b*, as they are stored.
    int photometric_ = PHOTOMETRIC_RGB;
    int stored_channels_ = 1;
    int row_channels_ = 1;  ///< Of a row as it is stored.
    int planes_ = 1;
    bool separate_ = false;
    bool tiled_ = false;
    bool converted_ = false;  ///< libtiff gives the whole picture as RGBA.
    Size tile_;
    int tiles_across_ = 0;
    int next_row_ = 0;
    size_t packed_bytes_ = 0;                   ///< Of a row, or of a row of tiles, of one plane.
    std::vector<std::vector<uint8_t>> packed_;  ///< These, for each plane.
    std::vector<std::byte> unpacked_;
    std::vector<std::byte> palette_;
    std::vector<uint32_t> raster_;
};

}  // namespace

OpenedSource open_tiff(const std::string& path, const SourceLimits& limits) {
    auto source = std::make_unique<TiffSource>(path, limits);
    if (const Status opened = source->open(); !opened)
        return opened.error();
    return std::unique_ptr<PixelSource>(std::move(source));
}

}  // namespace allaprima
