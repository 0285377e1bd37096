#include "film/films_module/av_film_writer.h"

extern "C" {
#include <libavutil/opt.h>
}

#include <utility>

#include "base/check.h"

namespace allaprima {
namespace {

/// Threads of the encoder, whatever the machine has: how a picture is shared out among them changes the
/// bytes.
constexpr int kEncoderThreads = 4;

/// Options of libav by their names, given back with it.
class Options {
  public:
    Options() = default;
    Options(const Options&) = delete;
    Options& operator=(const Options&) = delete;
    ~Options() { av_dict_free(&dictionary_); }
    void set(const char* name, const char* value) { av_dict_set(&dictionary_, name, value, 0); }
    AVDictionary** address() { return &dictionary_; }

  private:
    AVDictionary* dictionary_ = nullptr;
};

/// Fine strokes must survive; a making is still almost everywhere, so it costs little. Slower settings make
/// files a fifth smaller, and take twice the time (x264) or five times (libvpx) of all the painting.
///
/// x264 is not to weigh macroblocks by what refers to them: while it does, it reads memory that it has not
/// written, and the same frames make other bytes. Films of the same PSNR are a quarter larger without it.
void choose_quality(const FilmKind& kind, Options& options) {
    const std::string encoder = kind.encoder;
    if (encoder == "libx264") {
        options.set("preset", "veryfast");
        options.set("crf", "20");
        options.set("mbtree", "0");
        options.set("profile", "high");
    } else if (encoder == "libvpx-vp9") {
        options.set("crf", "24");
        options.set("b", "0");
        options.set("deadline", "realtime");
        options.set("cpu-used", "6");
        options.set("row-mt", "1");
        options.set("tile-columns", "2");
    }
}

/// The matrix and the primaries of BT.709 are what players expect of HD. What is written are sRGB values, so
/// the transfer is tagged as sRGB's (IEC 61966-2-1): with BT.709's tag, players that manage colours would
/// take the film for a camera's and show it lighter, or darker, than the same picture as PNG. Those that look
/// at no tag show the same either way.
void tag_colours(AVCodecContext& codec) {
    codec.color_range = AVCOL_RANGE_MPEG;
    codec.colorspace = AVCOL_SPC_BT709;
    codec.color_primaries = AVCOL_PRI_BT709;
    codec.color_trc = AVCOL_TRC_IEC61966_2_1;
    codec.chroma_sample_location = AVCHROMA_LOC_LEFT;
}

/// From sRGB-encoded red, green and blue to the encoder's planes: exact, the same on every processor.
SwsContext* scaler_to_yuv(Size size) {
    AvHandle<SwsContext> scaler(sws_alloc_context());
    if (!scaler)
        return nullptr;
    const auto set = [&](const char* name, int64_t value) { av_opt_set_int(scaler.get(), name, value, 0); };
    set("srcw", size.width);
    set("srch", size.height);
    set("dstw", size.width);
    set("dsth", size.height);
    set("src_format", AV_PIX_FMT_RGB24);
    set("dst_format", AV_PIX_FMT_YUV420P);
    set("sws_flags", SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP | SWS_BITEXACT);
    // Where H.264 and VP9 suppose colour to be: level with the left one of two pixels, between two rows.
    set("dst_h_chr_pos", 0);
    set("dst_v_chr_pos", 128);
    const int* bt709 = sws_getCoefficients(SWS_CS_ITU709);
    const bool full = true, video = false;
    if (sws_setColorspaceDetails(scaler.get(), bt709, full, bt709, video, 0, 1 << 16, 1 << 16) < 0 ||
        sws_init_context(scaler.get(), nullptr, nullptr) < 0)
        return nullptr;
    return scaler.release();
}

}  // namespace

AvFilmWriter::AvFilmWriter(std::string path, std::optional<GifColours> colours)
    : path_(std::move(path)), colours_(std::move(colours)) {}

Result<std::unique_ptr<FilmWriter>> AvFilmWriter::create(const FilmOrder& order) {
    // What libav has to say is said by our errors; beside them its lines would run into the progress bar.
    av_log_set_level(AV_LOG_QUIET);
    const AVCodec* encoder = avcodec_find_encoder_by_name(order.kind.encoder);
    const AVOutputFormat* muxer = av_guess_format(order.kind.muxer, nullptr, nullptr);
    if (!encoder || !muxer)
        return Error{
            fmt::format("cannot make the film {}: this libav was built without {}; ask for a film "
                        "of another ending: .mp4, .webm or .gif",
                        order.path, order.kind.library)};
    std::optional<GifColours> colours;
    if (order.kind.reduced) {
        Result<GifColours> chosen = GifColours::chosen_from(order.samples, order.fps);
        if (!chosen)
            return chosen.error();
        colours.emplace(std::move(chosen).value());
    }
    std::unique_ptr<AvFilmWriter> writer(new AvFilmWriter(order.path, std::move(colours)));
    if (const int code = writer->open(order, *encoder); code < 0)
        return film_error(order.path, code);
    return std::unique_ptr<FilmWriter>(std::move(writer));
}

int AvFilmWriter::open(const FilmOrder& order, const AVCodec& encoder) {
    AVFormatContext* file = nullptr;
    // A name with a colon would else be taken for an address.
    const std::string url = "file:" + order.file;
    if (const int code = avformat_alloc_output_context2(&file, nullptr, order.kind.muxer, url.c_str());
        code < 0)
        return code;
    file_.reset(file);
    packet_.reset(av_packet_alloc());
    if (!colours_)
        scaler_.reset(scaler_to_yuv(order.size));
    if (!packet_ || (!colours_ && !scaler_))
        return AVERROR(ENOMEM);
    if (const int code = open_encoder(order, encoder); code < 0)
        return code;
    return open_file(order);
}

int AvFilmWriter::open_encoder(const FilmOrder& order, const AVCodec& encoder) {
    codec_.reset(avcodec_alloc_context3(&encoder));
    if (!codec_)
        return AVERROR(ENOMEM);
    codec_->width = order.size.width;
    codec_->height = order.size.height;
    codec_->sample_aspect_ratio = {1, 1};
    codec_->framerate = {order.fps, 1};
    // A GIF counts hundredths of a second.
    codec_->time_base = colours_ ? AVRational{1, 100} : AVRational{1, order.fps};
    codec_->gop_size = order.fps;  // whoever winds to and fro finds a whole picture every second
    codec_->flags |= AV_CODEC_FLAG_BITEXACT;
    if (file_->oformat->flags & AVFMT_GLOBALHEADER)
        codec_->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    codec_->thread_count = colours_ ? 1 : kEncoderThreads;
    codec_->pix_fmt = colours_ ? AV_PIX_FMT_PAL8 : AV_PIX_FMT_YUV420P;
    if (!colours_)
        tag_colours(*codec_);
    Options options;
    choose_quality(order.kind, options);
    return avcodec_open2(codec_.get(), &encoder, options.address());
}

int AvFilmWriter::open_file(const FilmOrder& order) {
    stream_ = avformat_new_stream(file_.get(), nullptr);
    if (!stream_)
        return AVERROR(ENOMEM);
    stream_->time_base = codec_->time_base;
    stream_->avg_frame_rate = codec_->framerate;
    if (const int code = avcodec_parameters_from_context(stream_->codecpar, codec_.get()); code < 0)
        return code;
    file_->flags |= AVFMT_FLAG_BITEXACT;  // neither clocks nor chance
    for (const auto& [name, value] :
         {std::pair("title", &order.title), std::pair("artist", &order.artist),
          std::pair("copyright", &order.copyright), std::pair("comment", &order.software)})
        if (!value->empty())
            av_dict_set(&file_->metadata, name, value->c_str(), 0);
    if (const int code = avio_open(&file_->pb, file_->url, AVIO_FLAG_WRITE); code < 0)
        return code;
    Options options;
    // A browser begins to play before it has all of the file.
    options.set("movflags", "+faststart");
    const int code = avformat_write_header(file_.get(), options.address());
    return std::min(code, 0);
}

Status AvFilmWriter::said(int code) const {
    if (code < 0)
        return film_error(path_, code);
    return Done{};
}

Status AvFilmWriter::write(const FilmFrame& frame) {
    ALLAPRIMA_CHECK(frame.size == (Size{codec_->width, codec_->height}));
    const int64_t time = av_rescale_q(frames_++, av_inv_q(codec_->framerate), codec_->time_base);
    AvHandle<AVFrame> converted;
    if (colours_) {
        Result<AvHandle<AVFrame>> reduced = colours_->reduced(frame);
        if (!reduced)
            return reduced.error();
        converted = std::move(reduced).value();
    } else {
        converted.reset(av_frame_alloc());
        if (!converted)
            return said(AVERROR(ENOMEM));
        if (const int code = convert(frame, *converted); code < 0)
            return said(code);
    }
    converted->pts = time;
    converted->pict_type = AV_PICTURE_TYPE_NONE;
    return said(encode(converted.get()));
}

int AvFilmWriter::convert(const FilmFrame& frame, AVFrame& converted) {
    converted.format = codec_->pix_fmt;
    converted.width = codec_->width;
    converted.height = codec_->height;
    converted.color_range = codec_->color_range;
    converted.colorspace = codec_->colorspace;
    converted.color_primaries = codec_->color_primaries;
    converted.color_trc = codec_->color_trc;
    converted.chroma_location = codec_->chroma_sample_location;
    if (const int code = av_frame_get_buffer(&converted, 0); code < 0)
        return code;
    const uint8_t* rows = frame.samples.data();
    const int stride = 3 * frame.size.width;
    const int made =
        sws_scale(scaler_.get(), &rows, &stride, 0, frame.size.height, converted.data, converted.linesize);
    return made == frame.size.height ? 0 : AVERROR_EXTERNAL;
}

/// @param frame nullptr after the last.
int AvFilmWriter::encode(const AVFrame* frame) {
    int code = avcodec_send_frame(codec_.get(), frame);
    while (code >= 0) {
        code = avcodec_receive_packet(codec_.get(), packet_.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
            return 0;
        if (code < 0)
            return code;
        packet_->stream_index = stream_->index;
        av_packet_rescale_ts(packet_.get(), codec_->time_base, stream_->time_base);
        code = av_interleaved_write_frame(file_.get(), packet_.get());
    }
    return code;
}

Status AvFilmWriter::finish() {
    if (const int code = encode(nullptr); code < 0)
        return said(code);
    if (const int code = av_write_trailer(file_.get()); code < 0)
        return said(code);
    return said(avio_closep(&file_->pb));
}

}  // namespace allaprima
