// JPEG by libjpeg itself. OpenImageIO hands out the grey rest of a file that was cut short and gives CMYK as
// RGB; libjpeg tells damage from trifles, keeps the ink values, and shrinks large photographs while it
// decodes them.

#include <csetjmp>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

// After jpeglib.h, which says what is in it.
#include <jerror.h>

#include <algorithm>
#include <span>

#include "base/one_line.h"
#include "codecs/exif_says.h"
#include "codecs/pixel_source.h"

namespace allaprima {

namespace {

/// No honest encoder writes so many scans; each costs a pass over the whole picture.
constexpr int kMostScans = 64;

/// libjpeg's state and where it jumps to when it gives up. `errors` is first so that both can be found by
/// the pointer that libjpeg hands back.
struct Decoder {
    jpeg_error_mgr errors{};
    jpeg_progress_mgr progress{};
    jpeg_decompress_struct info{};
    std::jmp_buf give_up;
    char message[JMSG_LENGTH_MAX] = "";
    bool damaged = false;  ///< Some pixels are not what was encoded.
    bool ended_early = false;
};

Decoder& decoder_of(j_common_ptr info) {
    return *static_cast<Decoder*>(info->client_data);
}

void on_error(j_common_ptr info) {
    Decoder& decoder = decoder_of(info);
    info->err->format_message(info, decoder.message);
    std::longjmp(decoder.give_up, 1);
}

/// Notes the warnings after which pixels are made up; the others are trifles in headers or between markers.
void on_message(j_common_ptr info, int level) {
    if (level >= 0)
        return;
    Decoder& decoder = decoder_of(info);
    const int code = info->err->msg_code;
    const bool harmful = code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE ||
                         code == JWRN_ARITH_BAD_CODE || code == JWRN_MUST_RESYNC;
    decoder.ended_early |= code == JWRN_JPEG_EOF;
    if (harmful && !decoder.damaged)
        info->err->format_message(info, decoder.message);
    decoder.damaged |= harmful;
}

void on_progress(j_common_ptr info) {
    auto* decompress = reinterpret_cast<j_decompress_ptr>(info);
    if (decompress->input_scan_number > kMostScans)
        ERREXIT(info, JERR_BAD_PROGRESSION);
}

/// Runs one step of libjpeg. The step owns nothing, because giving up jumps over destructors.
/// @return false when libjpeg gave up.
template <typename Step>
bool attempt(Decoder& decoder, Step step) {
    if (setjmp(decoder.give_up) != 0)
        return false;
    step();
    return true;
}

/// What a scan of several holds: every coefficient of the picture, two bytes each.
size_t coefficient_bytes(const jpeg_decompress_struct& info) {
    size_t blocks = 0;
    for (int i = 0; i < info.num_components; ++i)
        blocks += static_cast<size_t>(info.comp_info[i].width_in_blocks) * info.comp_info[i].height_in_blocks;
    return blocks * DCTSIZE2 * sizeof(JCOEF);
}

/// The strongest shrinking after which the picture still covers `long_side` twice, so that most of the
/// averaging is done on light and not on encoded values.
unsigned shrinking(Size size, int long_side) {
    unsigned divisor = 1;
    while (long_side > 0 && divisor < 8 &&
           size.long_side() / (2 * static_cast<int>(divisor)) >= 2 * long_side)
        divisor *= 2;
    return divisor;
}

class JpegSource final : public PixelSource {
  public:
    explicit JpegSource(FILE* file) : file_(file) {
        decoder_.info.err = jpeg_std_error(&decoder_.errors);
        decoder_.errors.error_exit = on_error;
        decoder_.errors.emit_message = on_message;
        decoder_.progress.progress_monitor = on_progress;
        decoder_.info.client_data = &decoder_;
    }
    JpegSource(const JpegSource&) = delete;
    JpegSource& operator=(const JpegSource&) = delete;
    ~JpegSource() override {
        jpeg_destroy_decompress(&decoder_.info);
        std::fclose(file_);
    }

    Status open(const SourceLimits& limits) {
        if (!read_header())
            return failure();
        const jpeg_decompress_struct& info = decoder_.info;
        layout_.stored_size = {static_cast<int>(info.image_width), static_cast<int>(info.image_height)};
        if (info.num_components != 1 && info.num_components != 3 && info.num_components != 4)
            return Error{"it has " + std::to_string(info.num_components) +
                         " channels, which is neither grey, RGB nor "
                         "CMYK; save it as one of these"};
        if (layout_.stored_size.area() > limits.pixels)
            return Done{};  // The caller refuses it; nothing needs to be set up.
        choose_output(limits);
        read_markers();
        if (!attempt(decoder_, [&] { jpeg_calc_output_dimensions(&decoder_.info); }))
            return failure();
        layout_.size = {static_cast<int>(info.output_width), static_cast<int>(info.output_height)};
        many_scans_ = jpeg_has_multiple_scans(&decoder_.info);
        layout_.held_bytes = many_scans_ ? coefficient_bytes(info) : 0;
        return Done{};
    }

    Status read_rows(int count, std::byte* rows) override {
        if (!started_ && !attempt(decoder_, [&] { jpeg_start_decompress(&decoder_.info); }))
            return failure();
        started_ = true;
        for (int i = 0; i < count; ++i) {
            auto* row = reinterpret_cast<JSAMPROW>(rows + static_cast<size_t>(i) * layout_.row_bytes());
            if (!attempt(decoder_, [&] { jpeg_read_scanlines(&decoder_.info, &row, 1); }))
                return failure();
            if (inverted_)
                std::for_each(row, row + layout_.row_bytes(),
                              [](JSAMPLE& v) { v = static_cast<JSAMPLE>(255 - v); });
        }
        // A single scan that lacks only its end mark has given all its pixels; one of several may be missing.
        if (decoder_.damaged || (many_scans_ && decoder_.ended_early))
            return failure();
        return Done{};
    }

  private:
    bool read_header() {
        return attempt(decoder_, [&] {
            jpeg_create_decompress(&decoder_.info);
            decoder_.info.progress = &decoder_.progress;
            jpeg_stdio_src(&decoder_.info, file_);
            jpeg_save_markers(&decoder_.info, JPEG_APP0 + 1, 0xffff);
            jpeg_save_markers(&decoder_.info, JPEG_APP0 + 2, 0xffff);
            jpeg_read_header(&decoder_.info, TRUE);
        });
    }

    void choose_output(const SourceLimits& limits) {
        jpeg_decompress_struct& info = decoder_.info;
        info.scale_num = 1;
        info.scale_denom = shrinking(layout_.stored_size, limits.long_side);
        info.dct_method = JDCT_ISLOW;
        if (info.num_components == 1) {
            info.out_color_space = JCS_GRAYSCALE;
            layout_.model = ColourModel::Grey;
        } else if (info.num_components == 3) {
            info.out_color_space = JCS_RGB;
        } else {
            info.out_color_space = JCS_CMYK;
            layout_.model = ColourModel::Cmyk;
            // As in Adobe's files, which all programs follow, 255 is no ink, with Adobe's marker or without.
            inverted_ = true;
        }
        layout_.channels = layout_.colour_channels();
    }

    /// Trouble in here concerns metadata alone, so it is passed over.
    void read_markers() {
        JOCTET* profile = nullptr;
        unsigned length = 0;
        if (attempt(decoder_, [&] { jpeg_read_icc_profile(&decoder_.info, &profile, &length); }) && profile)
            layout_.profile.assign(profile, profile + length);
        std::free(profile);
        for (auto* marker = decoder_.info.marker_list; marker; marker = marker->next)
            if (marker->marker == JPEG_APP0 + 1)
                take_exif(read_exif({marker->data, marker->data_length}));
    }

    /// Of several blocks the first that says something counts.
    void take_exif(const ExifSays& says) {
        if (layout_.orientation == 1)
            layout_.orientation = says.orientation;
        if (says.encoding && layout_.sign == ColourSign::Nowhere)
            layout_.take_encoding(*says.encoding, ColourSign::Exif);
    }

    Error failure() const {
        switch (decoder_.errors.msg_code) {
            case JERR_BAD_PRECISION:
                return {
                    "it has more than 8 bits per channel, which few programs write into a JPEG and this one "
                    "does not read; save it as a 16-bit PNG or TIFF"};
            case JERR_SOF_UNSUPPORTED:
            case JERR_ARITH_NOTIMPL:
            case JERR_NOTIMPL:
            case JERR_NOT_COMPILED:
                return {
                    "it is a JPEG of a rare kind (lossless, hierarchical or arithmetic coding), which is not "
                    "read; save it as an ordinary JPEG or a PNG"};
            case JERR_CONVERSION_NOTIMPL:
            case JERR_FRACT_SAMPLE_NOTIMPL:
            case JERR_CCIR601_NOTIMPL:
                return {
                    "its colours are stored in a way that is not read; save it as an ordinary JPEG or a PNG"};
            default:
                break;
        }
        const std::string reason = decoder_.message[0] ? decoder_.message : "it ends early";
        return {"it is cut short or damaged (" + one_line(reason) + "); get a whole copy of it"};
    }

    Decoder decoder_;
    FILE* file_;
    bool started_ = false;
    bool inverted_ = false;
    bool many_scans_ = false;
};

}  // namespace

OpenedSource open_jpeg(const std::string& path, const SourceLimits& limits) {
    FILE* file = std::fopen(path.c_str(), "rb");
    if (!file)
        return Error{"it cannot be opened; check its permissions"};
    auto source = std::make_unique<JpegSource>(file);
    if (const Status opened = source->open(limits); !opened)
        return opened.error();
    return std::unique_ptr<PixelSource>(std::move(source));
}

}  // namespace allaprima
