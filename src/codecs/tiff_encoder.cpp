// TIFF by libtiff: compressed without loss, in strips, or a BigTIFF in tiles.

#include <algorithm>
#include <array>
#include <cstring>

#include "codecs/picture_encoder.h"
#include "codecs/tiff_handles.h"
#include "files/output_file.h"

namespace allaprima {

namespace {

constexpr int kTiffTile = 128;  // pixels; side of a tile
constexpr int kTiffStrip = 32;  // rows
constexpr int kTiffZipLevel = 6;

tmsize_t read_from_file(thandle_t file, void* bytes, tmsize_t count) {
    auto& output = *static_cast<OutputFile*>(file);
    const size_t taken = output.read_at(bytes, static_cast<size_t>(count), output.position());
    output.move_to(output.position() + static_cast<int64_t>(taken));
    return static_cast<tmsize_t>(taken);
}

tmsize_t write_tiff_to_file(thandle_t file, void* bytes, tmsize_t count) {
    static_cast<OutputFile*>(file)->write(bytes, static_cast<size_t>(count));
    return count;
}

toff_t seek_in_file(thandle_t file, toff_t offset, int origin) {
    auto& output = *static_cast<OutputFile*>(file);
    const int64_t base = origin == SEEK_CUR ? output.position() : origin == SEEK_END ? output.size() : 0;
    output.move_to(base + static_cast<int64_t>(offset));
    return static_cast<toff_t>(output.position());
}

int leave_file_open(thandle_t) {
    return 0;
}

toff_t size_of_file(thandle_t file) {
    return static_cast<toff_t>(static_cast<OutputFile*>(file)->size());
}

class TiffEncoder final : public PictureEncoder {
  public:
    TiffEncoder(const std::string& path, const PictureForm& form) : form_(form), file_(path) {}

    Status start() {
        const TiffOptions options = tiff_options(trouble_);
        tiff_.reset(TIFFClientOpenExt("picture", form_.tiled ? "w8" : "w", &file_, read_from_file,
                                      write_tiff_to_file, seek_in_file, leave_file_open, size_of_file,
                                      nullptr, nullptr, options.get()));
        if (!tiff_)
            return failure_so_far();
        set_pixels();
        set_texts();
        return outcome(TIFFCheckpointDirectory(tiff_.get()) == 1);
    }

    Status write_rows(int count, const float* samples) override {
        for (int y = 0; y < count; ++y) {
            round_row(samples + static_cast<size_t>(y) * form_.row_samples());
            if (const Status written = form_.tiled ? add_to_tiles() : write_scanline(); !written)
                return written;
        }
        return Done{};
    }

    Status finish() override {
        // Once more where the head stands; closing alone would append another one.
        const bool ended = TIFFWriteDirectory(tiff_.get()) == 1;
        tiff_.reset();
        file_.shut();
        return outcome(ended);
    }

  private:
    Error failure_so_far() const { return encoding_failure(file_.failure(), trouble_.message); }

    Status outcome(bool done) const {
        if (done && file_.failure() == 0)
            return Done{};
        return failure_so_far();
    }

    template <typename... Values>
    void set(uint32_t tag, Values... values) {
        TIFFSetField(tiff_.get(), tag, values...);
    }

    void set_pixels() {
        set(TIFFTAG_IMAGEWIDTH, form_.size.width);
        set(TIFFTAG_IMAGELENGTH, form_.size.height);
        if (form_.tiled) {
            set(TIFFTAG_TILEWIDTH, kTiffTile);
            set(TIFFTAG_TILELENGTH, kTiffTile);
        } else {
            set(TIFFTAG_ROWSPERSTRIP, kTiffStrip);
        }
        set(TIFFTAG_SAMPLESPERPIXEL, form_.channels);
        set(TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
        set(TIFFTAG_BITSPERSAMPLE, form_.depth);
        set(TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_UINT);
        set(TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE);
        set(TIFFTAG_PREDICTOR, PREDICTOR_HORIZONTAL);
        set(TIFFTAG_ZIPQUALITY, kTiffZipLevel);
        if (form_.inks)
            set(TIFFTAG_INKSET, INKSET_CMYK);
        set(TIFFTAG_PHOTOMETRIC, form_.inks           ? PHOTOMETRIC_SEPARATED
                                 : form_.channels < 3 ? PHOTOMETRIC_MINISBLACK
                                                      : PHOTOMETRIC_RGB);
        if (form_.alpha) {
            std::array<uint16_t, 1> extra = {EXTRASAMPLE_UNASSALPHA};
            set(TIFFTAG_EXTRASAMPLES, 1, extra.data());
        }
        set(TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    }

    void set_texts() {
        if (!form_.profile.empty())
            set(TIFFTAG_ICCPROFILE, static_cast<uint32_t>(form_.profile.size()), form_.profile.data());
        set(TIFFTAG_SOFTWARE, "Alla Prima");
        if (form_.dpi > 0.0) {
            set(TIFFTAG_XRESOLUTION, static_cast<double>(static_cast<float>(form_.dpi)));
            set(TIFFTAG_YRESOLUTION, static_cast<double>(static_cast<float>(form_.dpi)));
            set(TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
        }
        if (!form_.note.empty())
            set(TIFFTAG_IMAGEDESCRIPTION, form_.note.c_str());
        // EXIF's way to leave the time open.
        set(TIFFTAG_DATETIME, "    :  :     :  :  ");
    }

    size_t pixel_bytes() const { return static_cast<size_t>(form_.channels * form_.depth / 8); }

    /// Leaves the samples, as the file holds them, in row_.
    void round_row(const float* samples) {
        row_.resize(form_.row_samples() * (form_.depth == 16 ? 2 : 1));
        if (form_.depth == 16)
            round_to_steps(samples, form_.row_samples(), reinterpret_cast<uint16_t*>(row_.data()));
        else
            round_to_steps(samples, form_.row_samples(), row_.data());
    }

    Status write_scanline() {
        return outcome(TIFFWriteScanline(tiff_.get(), row_.data(), static_cast<uint32_t>(next_row_++)) == 1);
    }

    /// Keeps the row until a row of tiles is full, or the picture ends.
    Status add_to_tiles() {
        tiles_.insert(tiles_.end(), row_.begin(), row_.end());
        ++next_row_;
        if (next_row_ % kTiffTile != 0 && next_row_ != form_.size.height)
            return Done{};
        const Status written = write_tiles();
        tiles_.clear();
        return written;
    }

    Status write_tiles() {
        const size_t rows = tiles_.size() / row_.size();
        const size_t tile_row = kTiffTile * pixel_bytes();
        std::vector<uint8_t> tile(kTiffTile * tile_row);
        for (int x = 0; x < form_.size.width; x += kTiffTile) {
            std::fill(tile.begin(), tile.end(), uint8_t{0});
            const size_t first = static_cast<size_t>(x) * pixel_bytes();
            const size_t length = std::min(tile_row, row_.size() - first);
            for (size_t y = 0; y < rows; ++y)
                std::memcpy(tile.data() + y * tile_row, tiles_.data() + y * row_.size() + first, length);
            const auto top = static_cast<uint32_t>((next_row_ - 1) / kTiffTile * kTiffTile);
            if (TIFFWriteTile(tiff_.get(), tile.data(), static_cast<uint32_t>(x), top, 0, 0) < 0)
                return failure_so_far();
        }
        return outcome(true);
    }

    PictureForm form_;
    OutputFile file_;
    TiffTrouble trouble_;
    TiffHandle tiff_;
    int next_row_ = 0;
    std::vector<uint8_t> row_;
    std::vector<uint8_t> tiles_;  ///< Rows that wait for their tiles to be full.
};

}  // namespace

StartedEncoder start_tiff(const std::string& path, const PictureForm& form) {
    auto encoder = std::make_unique<TiffEncoder>(path, form);
    if (const Status started = encoder->start(); !started)
        return started.error();
    return std::unique_ptr<PictureEncoder>(std::move(encoder));
}

}  // namespace allaprima
