// JPEG by libjpeg.

#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

// After jpeglib.h, which says what is in it.
#include <jerror.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "codecs/jpeg_says.h"
#include "codecs/picture_encoder.h"
#include "files/output_file.h"

namespace allaprima {

namespace {

constexpr int kJpegQuality = 95;

/// libjpeg's state, where its bytes go, and where it jumps to when it gives up.
struct JpegCompression {
    explicit JpegCompression(const std::string& path) : file(path) {}

    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    jpeg_destination_mgr destination{};
    OutputFile file;
    std::array<JOCTET, 65536> buffer{};
    std::jmp_buf give_up;
    char message[JMSG_LENGTH_MAX] = "";
};

JpegCompression& compression_of(void* client_data) {
    return *static_cast<JpegCompression*>(client_data);
}

void stop_compressing(j_common_ptr info) {
    JpegCompression& compression = compression_of(info->client_data);
    info->err->format_message(info, compression.message);
    std::longjmp(compression.give_up, 1);
}

void pass_over_message(j_common_ptr, int) {}

void begin_buffer(j_compress_ptr info) {
    JpegCompression& compression = compression_of(info->client_data);
    compression.destination.next_output_byte = compression.buffer.data();
    compression.destination.free_in_buffer = compression.buffer.size();
}

boolean empty_buffer(j_compress_ptr info) {
    JpegCompression& compression = compression_of(info->client_data);
    compression.file.write(compression.buffer.data(), compression.buffer.size());
    begin_buffer(info);
    return TRUE;
}

void empty_last_buffer(j_compress_ptr info) {
    JpegCompression& compression = compression_of(info->client_data);
    compression.file.write(compression.buffer.data(),
                           compression.buffer.size() - compression.destination.free_in_buffer);
}

class JpegEncoder final : public PictureEncoder {
  public:
    JpegEncoder(const std::string& path, const PictureForm& form) : form_(form), compression_(path) {
        compression_.info.err = jpeg_std_error(&compression_.errors);
        compression_.errors.error_exit = stop_compressing;
        compression_.errors.emit_message = pass_over_message;
        compression_.info.client_data = &compression_;
        compression_.destination = {nullptr, 0, begin_buffer, empty_buffer, empty_last_buffer};
    }
    JpegEncoder(const JpegEncoder&) = delete;
    JpegEncoder& operator=(const JpegEncoder&) = delete;
    ~JpegEncoder() override { jpeg_destroy_compress(&compression_.info); }

    Status start() {
        exif_ = exif_of(form_);
        iptc_ = iptc_of(form_);
        return step([this] {
            jpeg_create_compress(&compression_.info);
            compression_.info.dest = &compression_.destination;
            choose_settings();
            jpeg_start_compress(&compression_.info, TRUE);
            write_markers();
        });
    }

    Status write_rows(int count, const float* samples) override {
        row_.resize(form_.row_samples());
        return step([&] {
            for (int y = 0; y < count; ++y) {
                round_to_steps(samples + static_cast<size_t>(y) * row_.size(), row_.size(), row_.data());
                JSAMPROW row = row_.data();
                jpeg_write_scanlines(&compression_.info, &row, 1);
            }
        });
    }

    Status finish() override {
        const Status ended = step([this] { jpeg_finish_compress(&compression_.info); });
        compression_.file.shut();
        if (ended && compression_.file.failure() != 0)
            return encoding_failure(compression_.file.failure(), {});
        return ended;
    }

  private:
    /// Runs one step of libjpeg, which owns nothing, because giving up jumps over destructors.
    template <typename Step>
    Status step(Step work) {
        const bool done = attempt_compression(work);
        if (!done || compression_.file.failure() != 0)
            return encoding_failure(compression_.file.failure(), compression_.message);
        return Done{};
    }
    template <typename Step>
    bool attempt_compression(Step work) {
        if (setjmp(compression_.give_up) != 0)
            return false;
        work();
        return true;
    }

    void choose_settings() {
        jpeg_compress_struct& info = compression_.info;
        info.image_width = static_cast<JDIMENSION>(form_.size.width);
        info.image_height = static_cast<JDIMENSION>(form_.size.height);
        info.input_components = form_.channels;
        info.in_color_space = form_.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
        jpeg_set_defaults(&info);
        jpeg_set_quality(&info, kJpegQuality, TRUE);
        // Without it colour would be stored at half the resolution.
        for (int i = 0; i < info.num_components; ++i)
            info.comp_info[i].h_samp_factor = info.comp_info[i].v_samp_factor = 1;
        if (form_.dpi > 0.0) {
            info.density_unit = 1;  // inches
            info.X_density = info.Y_density =
                static_cast<UINT16>(std::clamp(static_cast<int>(std::lround(form_.dpi)), 1, 0xffff));
        }
    }

    void write_markers() {
        if (!form_.note.empty())
            write_marker(JPEG_COM, form_.note.c_str(), form_.note.size() + 1);
        write_marker(JPEG_APP0 + 1, exif_.data(), exif_.size());
        write_marker(JPEG_APP0 + 13, iptc_.data(), iptc_.size());
        if (!form_.profile.empty())
            jpeg_write_icc_profile(&compression_.info, form_.profile.data(),
                                   static_cast<unsigned>(form_.profile.size()));
    }

    void write_marker(int marker, const void* bytes, size_t count) {
        jpeg_write_marker(&compression_.info, marker, static_cast<const JOCTET*>(bytes),
                          static_cast<unsigned>(count));
    }

    PictureForm form_;
    JpegCompression compression_;
    std::vector<uint8_t> exif_, iptc_;
    std::vector<JSAMPLE> row_;
};

}  // namespace

StartedEncoder start_jpeg(const std::string& path, const PictureForm& form) {
    auto encoder = std::make_unique<JpegEncoder>(path, form);
    if (const Status started = encoder->start(); !started)
        return started.error();
    return std::unique_ptr<PictureEncoder>(std::move(encoder));
}

}  // namespace allaprima
