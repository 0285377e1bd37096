// The formats that few files are in, read and written by programs of their own.

#include "codecs/rare_formats.h"

#include <fmt/format.h>

#include "codecs/decode_helper.h"
#include "codecs/pixel_stream.h"

namespace allaprima {

namespace {

/// A decoder may work on several threads; the processor's time is bounded to this share of the waiting.
constexpr int kWaitingPerSecond = 4;

constexpr const char* kDecode = "allaprima-decode";
/// Apart from the other, because OpenImageIO takes long to start.
constexpr const char* kDecodeOiio = "allaprima-decode-oiio";

/// An encoder of our own pictures may take as long as they take to paint.
constexpr int kWritingSeconds = 24 * 3600;

HelperTask exr_task() {
    return {.program = kDecodeOiio,
            .words = {"write", "exr"},
            .needed_for = "writing .exr",
            .instead = "write a .tif",
            .ended = "allaprima-decode-oiio has failed; write a .tif",
            .seconds = kWritingSeconds};
}

class HelperStream final : public ByteStream {
  public:
    explicit HelperStream(DecodeHelper helper) : helper_(std::move(helper)) {}
    Status read(std::byte* bytes, size_t count) override { return helper_.read(bytes, count); }
    Status finish() override { return helper_.finish(); }

  private:
    DecodeHelper helper_;
};

OpenedSource open_by_helper(const HelperTask& task, const std::string& path) {
    Result<DecodeHelper> helper = DecodeHelper::reading(task, path);
    if (!helper)
        return helper.error();
    return open_stream(std::make_unique<HelperStream>(std::move(helper).value()));
}

class ExrEncoder final : public PictureEncoder {
  public:
    ExrEncoder(DecodeHelper helper, size_t row_samples)
        : helper_(std::move(helper)), row_samples_(row_samples) {}

    Status write_rows(int count, const float* samples) override {
        return helper_.write(samples, static_cast<size_t>(count) * row_samples_ * sizeof(float));
    }
    Status finish() override { return helper_.finish(); }

  private:
    DecodeHelper helper_;
    size_t row_samples_;
};

}  // namespace

const char* helper_word(PictureFormat format) {
    switch (format) {
        case PictureFormat::Heif:
            return "heic";
        case PictureFormat::Avif:
            return "avif";
        case PictureFormat::Bmp:
            return "bmp";
        case PictureFormat::Gif:
            return "gif";
        case PictureFormat::OpenExr:
            return "exr";
        default:
            return "";
    }
}

OpenedSource open_rare(const std::string& path, PictureFormat format, const SourceLimits& limits) {
    const std::string word = helper_word(format);
    return open_by_helper(
        {.program = format == PictureFormat::Heif || format == PictureFormat::Avif ? kDecode : kDecodeOiio,
         .words = {"read", word, std::to_string(limits.memory_bytes), std::to_string(limits.seconds)},
         .needed_for = fmt::format("reading .{}", word),
         .seconds = kWaitingPerSecond * limits.seconds},
        path);
}

OpenedSource open_drawing(const std::string& path, int long_side, const SourceLimits& limits) {
    return open_by_helper(
        {.program = kDecode,
         .words = {"draw", std::to_string(long_side), std::to_string(limits.memory_bytes),
                   std::to_string(limits.seconds)},
         .needed_for = "drawing .svg",
         .instead = "export it as a PNG",
         .ended = "drawing it takes more time or memory than is allowed; export it as a PNG",
         .seconds = kWaitingPerSecond * limits.seconds},
        path);
}

Status check_exr_encoder() {
    return check_helper(exr_task());
}

StartedEncoder start_exr(const std::string& path, const PictureForm& form) {
    Result<DecodeHelper> helper = DecodeHelper::writing(exr_task(), path);
    if (!helper)
        return helper.error();
    const std::vector<std::byte> told = bytes_of(form);
    if (const Status sent = helper->write(told.data(), told.size()); !sent)
        return sent.error();
    return std::unique_ptr<PictureEncoder>(
        std::make_unique<ExrEncoder>(std::move(helper).value(), form.row_samples()));
}

}  // namespace allaprima
