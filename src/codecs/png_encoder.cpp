// PNG by libpng.

#include <bit>
#include <cmath>

#include "codecs/picture_encoder.h"
#include "codecs/png_handles.h"
#include "files/output_file.h"

namespace allaprima {

namespace {

/// Level 6, the usual one, takes three times as long for paint and saves 3 %.
constexpr int kPngLevel = 3;

void write_to_file(png_structp png, png_bytep bytes, size_t count) {
    static_cast<OutputFile*>(png_get_io_ptr(png))->write(bytes, count);
}

void flush_file(png_structp) {}

int colour_type_of(const PictureForm& form) {
    const bool grey = form.channels < 3;
    return (grey ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB) | (form.alpha ? PNG_COLOR_MASK_ALPHA : 0);
}

class PngEncoder final : public PictureEncoder {
  public:
    PngEncoder(const std::string& path, const PictureForm& form)
        : form_(form),
          file_(path),
          png_(png_create_write_struct(PNG_LIBPNG_VER_STRING, &trouble_, on_png_error, on_png_warning)),
          info_(png_ ? png_create_info_struct(png_) : nullptr) {}
    PngEncoder(const PngEncoder&) = delete;
    PngEncoder& operator=(const PngEncoder&) = delete;
    ~PngEncoder() override { png_destroy_write_struct(&png_, &info_); }

    Status start() {
        if (!png_ || !info_)
            return Error{"libpng does not start; install it again"};
        return step([this] { write_head(); });
    }

    Status write_rows(int count, const float* samples) override {
        return step([&] {
            for (int y = 0; y < count; ++y)
                write_row(samples + static_cast<size_t>(y) * form_.row_samples());
        });
    }

    Status finish() override {
        const Status ended = step([this] { png_write_end(png_, nullptr); });
        file_.shut();
        if (ended && file_.failure() != 0)
            return encoding_failure(file_.failure(), {});
        return ended;
    }

  private:
    template <typename Step>
    Status step(Step work) {
        const bool done = attempt_png(png_, work);
        if (!done || file_.failure() != 0)
            return encoding_failure(file_.failure(), trouble_.message);
        return Done{};
    }

    void write_head() {
        png_set_write_fn(png_, &file_, write_to_file, flush_file);
        png_set_IHDR(png_, info_, static_cast<png_uint_32>(form_.size.width),
                     static_cast<png_uint_32>(form_.size.height), form_.depth, colour_type_of(form_),
                     PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        png_set_compression_level(png_, kPngLevel);
        // Filters make paint no smaller.
        png_set_filter(png_, PNG_FILTER_TYPE_BASE, PNG_NO_FILTERS);
        set_colours();
        set_texts();
        png_write_info(png_, info_);
        if (form_.depth == 16 && std::endian::native == std::endian::little)
            png_set_swap(png_);
    }

    void set_colours() {
        png_set_oFFs(png_, info_, 0, 0, PNG_OFFSET_PIXEL);
        if (form_.srgb)
            png_set_sRGB_gAMA_and_cHRM(png_, info_, PNG_sRGB_INTENT_ABSOLUTE);
        if (!form_.profile.empty())
            png_set_iCCP(png_, info_, "Embedded Profile", PNG_COMPRESSION_TYPE_BASE, form_.profile.data(),
                         static_cast<png_uint_32>(form_.profile.size()));
        if (form_.dpi > 0.0) {
            const auto per_metre = static_cast<png_uint_32>(static_cast<float>(form_.dpi) * kInchesOfAMetre);
            png_set_pHYs(png_, info_, per_metre, per_metre, PNG_RESOLUTION_METER);
        }
    }

    void set_texts() {
        set_text("Software", "Alla Prima");
        if (!form_.note.empty())
            set_text("Description", form_.note.c_str());
        // As the encoder of our first pictures named it: the same painting is to give the same bytes.
        if (form_.srgb)
            set_text("oiio:ColorSpace", "sRGB");
    }

    void set_text(const char* key, const char* words) {
        png_text text{};
        text.compression = PNG_TEXT_COMPRESSION_NONE;
        text.key = const_cast<char*>(key);
        text.text = const_cast<char*>(words);
        png_set_text(png_, info_, &text, 1);
    }

    void write_row(const float* samples) {
        if (form_.depth == 16) {
            wide_.resize(form_.row_samples());
            round_to_steps(samples, wide_.size(), wide_.data());
            png_write_row(png_, reinterpret_cast<png_bytep>(wide_.data()));
        } else {
            narrow_.resize(form_.row_samples());
            round_to_steps(samples, narrow_.size(), narrow_.data());
            png_write_row(png_, narrow_.data());
        }
    }

    static constexpr float kInchesOfAMetre = 100.0f / 2.54f;

    PictureForm form_;
    OutputFile file_;
    PngTrouble trouble_;
    png_structp png_;
    png_infop info_;
    std::vector<uint16_t> wide_;  ///< A row of samples of 16 bits; members, so that giving up leaks nothing.
    std::vector<uint8_t> narrow_;
};

}  // namespace

StartedEncoder start_png(const std::string& path, const PictureForm& form) {
    auto encoder = std::make_unique<PngEncoder>(path, form);
    if (const Status started = encoder->start(); !started)
        return started.error();
    return std::unique_ptr<PictureEncoder>(std::move(encoder));
}

}  // namespace allaprima
