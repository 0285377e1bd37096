// PNG by libpng.

#include <bit>
#include <cstdio>
#include <cstring>

#include "base/one_line.h"
#include "codecs/pixel_source.h"
#include "codecs/png_handles.h"
#include "codecs/png_says.h"

namespace allaprima {

namespace {

class PngSource final : public PixelSource {
  public:
    explicit PngSource(FILE* file)
        : file_(file),
          png_(png_create_read_struct(PNG_LIBPNG_VER_STRING, &trouble_, on_png_error, on_png_warning)),
          info_(png_ ? png_create_info_struct(png_) : nullptr) {}
    PngSource(const PngSource&) = delete;
    PngSource& operator=(const PngSource&) = delete;
    ~PngSource() override {
        png_destroy_read_struct(&png_, &info_, nullptr);
        std::fclose(file_);
    }

    Status open() {
        if (!png_ || !info_)
            return Error{"libpng does not start; install it again"};
        if (const Status told = read_png_says(file_, layout_); !told)
            return told;
        if (!attempt_png(png_, [&] { read_header(); }))
            return failure();
        describe();
        return Done{};
    }

    Status read_rows(int count, std::byte* rows) override {
        if (interlaced_)
            return copy_rows(count, rows);
        auto* row = reinterpret_cast<png_bytep>(rows);
        const size_t step = layout_.row_bytes();
        const bool ok = attempt_png(png_, [&] {
            for (int i = 0; i < count; ++i)
                png_read_row(png_, row + static_cast<size_t>(i) * step, nullptr);
        });
        if (!ok)
            return failure();
        return Done{};
    }

  private:
    void read_header() {
        png_init_io(png_, file_);
        // read_png_says() has read what these say; libpng's own checks of them only cost time.
        png_set_keep_unknown_chunks(png_, PNG_HANDLE_CHUNK_NEVER,
                                    reinterpret_cast<png_const_bytep>("iCCP\0sRGB\0gAMA\0cHRM\0eXIf"), 5);
        png_set_user_limits(png_, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
        png_read_info(png_, info_);
        png_set_expand(png_);
        if (std::endian::native == std::endian::little)
            png_set_swap(png_);
        interlaced_ = png_set_interlace_handling(png_) > 1;
        png_read_update_info(png_, info_);
    }

    void describe() {
        layout_.size = {static_cast<int>(png_get_image_width(png_, info_)),
                        static_cast<int>(png_get_image_height(png_, info_))};
        layout_.stored_size = layout_.size;
        layout_.channels = png_get_channels(png_, info_);
        layout_.model = layout_.channels < 3 ? ColourModel::Grey : ColourModel::Rgb;
        layout_.alpha = layout_.channels > layout_.colour_channels();
        layout_.sample = png_get_bit_depth(png_, info_) == 16 ? SampleType::U16 : SampleType::U8;
        layout_.held_bytes = interlaced_ ? layout_.row_bytes() * static_cast<size_t>(layout_.size.height) : 0;
    }

    /// An interlaced picture is only there once its last pass is.
    Status copy_rows(int count, std::byte* rows) {
        if (whole_.empty()) {
            whole_.resize(layout_.held_bytes);
            std::vector<png_bytep> starts(static_cast<size_t>(layout_.size.height));
            for (size_t y = 0; y < starts.size(); ++y)
                starts[y] = whole_.data() + y * layout_.row_bytes();
            if (!attempt_png(png_, [&] { png_read_image(png_, starts.data()); }))
                return failure();
        }
        const size_t bytes = static_cast<size_t>(count) * layout_.row_bytes();
        std::memcpy(rows, whole_.data() + copied_, bytes);
        copied_ += bytes;
        return Done{};
    }

    Error failure() const {
        return {"it is cut short or damaged (" + one_line(trouble_.message) + "); get a whole copy of it"};
    }

    PngTrouble trouble_;
    FILE* file_;
    png_structp png_;
    png_infop info_;
    bool interlaced_ = false;
    std::vector<png_byte> whole_;  ///< Of an interlaced picture.
    size_t copied_ = 0;
};

}  // namespace

OpenedSource open_png(const std::string& path) {
    FILE* file = std::fopen(path.c_str(), "rb");
    if (!file)
        return Error{"it cannot be opened; check its permissions"};
    auto source = std::make_unique<PngSource>(file);
    if (const Status opened = source->open(); !opened)
        return opened.error();
    return std::unique_ptr<PixelSource>(std::move(source));
}

}  // namespace allaprima
