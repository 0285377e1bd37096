// WebP by libwebp, which decodes a picture as a whole; of an animation the first frame.

#include <webp/decode.h>
#include <webp/demux.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "codecs/exif_says.h"
#include "codecs/pixel_source.h"

namespace allaprima {

namespace {

struct WebpRelease {
    void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
    void operator()(WebPAnimDecoder* decoder) const { WebPAnimDecoderDelete(decoder); }
};
using WebpDemuxer = std::unique_ptr<WebPDemuxer, WebpRelease>;
using WebpAnimation = std::unique_ptr<WebPAnimDecoder, WebpRelease>;

class WebpSource final : public PixelSource {
  public:
    Status open(const std::string& path, const SourceLimits& limits) {
        if (const Status read = read_file(path, limits); !read)
            return read;
        const WebPData data{file_.data(), file_.size()};
        const WebpDemuxer demuxer(WebPDemux(&data));
        if (!demuxer)
            return damaged_webp();
        layout_.size = {static_cast<int>(WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_WIDTH)),
                        static_cast<int>(WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_HEIGHT))};
        layout_.stored_size = layout_.size;
        animated_ = (WebPDemuxGetI(demuxer.get(), WEBP_FF_FORMAT_FLAGS) & ANIMATION_FLAG) != 0;
        WebPBitstreamFeatures features{};
        if (!animated_ && (WebPGetFeatures(file_.data(), file_.size(), &features) != VP8_STATUS_OK ||
                           layout_.size != Size{features.width, features.height}))
            return damaged_webp();
        layout_.alpha = animated_ || features.has_alpha != 0;
        layout_.channels = layout_.alpha ? 4 : 3;
        // The picture once as it is delivered, and once more inside the decoder; of animations also the frame
        // before.
        layout_.held_bytes = file_.size() + static_cast<size_t>(layout_.size.area()) * (animated_ ? 16 : 8);
        copy_extras(demuxer.get());
        return Done{};
    }

    Status read_rows(int count, std::byte* rows) override {
        if (pixels_.empty())
            if (const Status decoded = animated_ ? decode_first_frame() : decode_still(); !decoded)
                return decoded;
        const size_t bytes = static_cast<size_t>(count) * layout_.row_bytes();
        std::memcpy(rows, pixels_.data() + copied_, bytes);
        copied_ += bytes;
        return Done{};
    }

  private:
    static Error damaged_webp() { return {"it is cut short or damaged; get a whole copy of it"}; }

    Status read_file(const std::string& path, const SourceLimits& limits) {
        std::error_code fault;
        const uintmax_t bytes = std::filesystem::file_size(path, fault);
        if (fault)
            return Error{"it cannot be opened: " + fault.message()};
        if (bytes > limits.memory_bytes)
            return Error{"it is a file larger than the memory that is allowed; make it smaller first"};
        std::ifstream file(path, std::ios::binary);
        file_.resize(static_cast<size_t>(bytes));
        file.read(reinterpret_cast<char*>(file_.data()), static_cast<std::streamsize>(bytes));
        file_.resize(static_cast<size_t>(std::max<std::streamsize>(file.gcount(), 0)));
        return Done{};
    }

    void copy_extras(const WebPDemuxer* demuxer) {
        WebPChunkIterator chunk;
        if (WebPDemuxGetChunk(demuxer, "ICCP", 1, &chunk)) {
            layout_.profile.assign(chunk.chunk.bytes, chunk.chunk.bytes + chunk.chunk.size);
            WebPDemuxReleaseChunkIterator(&chunk);
        }
        if (WebPDemuxGetChunk(demuxer, "EXIF", 1, &chunk)) {
            layout_.orientation = read_exif({chunk.chunk.bytes, chunk.chunk.size}).orientation;
            WebPDemuxReleaseChunkIterator(&chunk);
        }
    }

    size_t pixel_bytes() const { return layout_.row_bytes() * static_cast<size_t>(layout_.size.height); }

    Status decode_still() {
        pixels_.resize(pixel_bytes());
        const auto decode = layout_.alpha ? WebPDecodeRGBAInto : WebPDecodeRGBInto;
        if (!decode(file_.data(), file_.size(), pixels_.data(), pixels_.size(),
                    static_cast<int>(layout_.row_bytes())))
            return damaged_webp();
        return Done{};
    }

    Status decode_first_frame() {
        const WebPData data{file_.data(), file_.size()};
        const WebpAnimation decoder(WebPAnimDecoderNew(&data, nullptr));
        uint8_t* frame = nullptr;
        int time = 0;
        if (!decoder || !WebPAnimDecoderGetNext(decoder.get(), &frame, &time) || !frame)
            return damaged_webp();
        pixels_.assign(frame, frame + pixel_bytes());
        return Done{};
    }

    std::vector<uint8_t> file_;
    bool animated_ = false;
    std::vector<uint8_t> pixels_;
    size_t copied_ = 0;
};

}  // namespace

OpenedSource open_webp(const std::string& path, const SourceLimits& limits) {
    auto source = std::make_unique<WebpSource>();
    if (const Status opened = source->open(path, limits); !opened)
        return opened.error();
    return std::unique_ptr<PixelSource>(std::move(source));
}

}  // namespace allaprima
