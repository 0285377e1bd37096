#include "film/films_module/av_footage.h"

extern "C" {
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
#include <libavutil/display.h>
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace allaprima {
namespace {

constexpr int kSmallestSide = 16, kLongestSide = 8192;  // pixels
/// A planner that knows no alpha sees what is transparent as white paper.
constexpr int kPaper = 255;

bool is_interlaced(const AVStream& stream, const AVFrame& first) {
    const AVFieldOrder order = stream.codecpar->field_order;
    return first.interlaced_frame || (order != AV_FIELD_UNKNOWN && order != AV_FIELD_PROGRESSIVE);
}

bool has_high_range(AVColorTransferCharacteristic transfer) {
    return transfer == AVCOL_TRC_SMPTE2084 || transfer == AVCOL_TRC_ARIB_STD_B67;
}

bool has_alpha(int format) {
    const AVPixFmtDescriptor* known = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(format));
    return known && (known->flags & AV_PIX_FMT_FLAG_ALPHA);
}

/// By how many quarters a film has to be turned clockwise to be upright, 0 to 3; whoever held the camera at
/// an odd angle wrote no such thing.
int quarters_of(const AVStream& stream) {
    const uint8_t* matrix = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, nullptr);
    if (!matrix)
        return 0;
    const double degrees = av_display_rotation_get(reinterpret_cast<const int32_t*>(matrix));
    if (!std::isfinite(degrees))
        return 0;
    return ((static_cast<int>(std::lround(-degrees / 90.0)) % 4) + 4) % 4;
}

/// The size of a film's frames with square pixels, before they are turned.
Size square_size(int width, int height, AVRational pixel) {
    if (pixel.num <= 0 || pixel.den <= 0)
        return {width, height};
    const double shape = av_q2d(pixel);
    return shape >= 1.0 ? Size{static_cast<int>(std::lround(width * shape)), height}
                        : Size{width, static_cast<int>(std::lround(height / shape))};
}

/// What is done to each frame, in libavfilter's words.
std::string filters_for(const AVStream& stream, const AVFrame& first, Size square, int quarters) {
    std::string filters;
    if (is_interlaced(stream, first))
        filters += "bwdif=mode=send_frame:deint=interlaced,";
    if (has_high_range(first.color_trc))
        filters +=
            "zscale=transfer=linear:npl=100,format=gbrpf32le,zscale=primaries=bt709,tonemap=hable:desat=0,"
            "zscale=transfer=bt709:matrix=bt709:range=tv,format=yuv444p,";
    filters += fmt::format(
        "scale={}:{}:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp+bitexact,"
        "format={}",
        square.width, square.height, has_alpha(first.format) ? "rgba" : "rgb24");
    constexpr std::array kTurns{"", ",transpose=clock", ",hflip,vflip", ",transpose=cclock"};
    return filters + kTurns[static_cast<size_t>(quarters)];
}

FilmFrame picture_of(const AVFrame& frame) {
    FilmFrame picture({frame.width, frame.height});
    const bool alpha = frame.format == AV_PIX_FMT_RGBA;
    for (int y = 0; y < frame.height; ++y) {
        const uint8_t* from = frame.data[0] + static_cast<ptrdiff_t>(y) * frame.linesize[0];
        uint8_t* to = picture.row(y);
        if (!alpha) {
            std::copy_n(from, 3 * frame.width, to);
            continue;
        }
        for (int x = 0; x < frame.width; ++x, from += 4, to += 3)
            for (int c = 0; c < 3; ++c)
                to[c] = static_cast<uint8_t>((from[c] * from[3] + kPaper * (255 - from[3]) + 127) / 255);
    }
    return picture;
}

Ratio ratio_of(AVRational ratio) {
    return ratio.num > 0 && ratio.den > 0 ? Ratio{ratio.num, ratio.den} : Ratio{};
}

}  // namespace

Error AvFootage::fault(const std::string& what) const {
    return {fmt::format("cannot read the film {}: {}", path_, what)};
}

Result<std::unique_ptr<Footage>> AvFootage::open(const std::string& path) {
    av_log_set_level(AV_LOG_QUIET);
    std::unique_ptr<AvFootage> footage(new AvFootage(path));
    if (const Status begun = footage->begin(); !begun)
        return begun.error();
    return std::unique_ptr<Footage>(std::move(footage));
}

Status AvFootage::begin() {
    AVFormatContext* file = nullptr;
    // A name with a colon would else be taken for an address, and what a list names would be opened.
    const std::string url = "file:" + path_;
    AVDictionary* options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    const int code = avformat_open_input(&file, url.c_str(), nullptr, &options);
    av_dict_free(&options);
    if (code < 0)
        return fault(av_says(code));
    file_.reset(file);
    if (const int found = avformat_find_stream_info(file, nullptr); found < 0)
        return fault(av_says(found));
    const AVCodec* decoder = nullptr;
    const int number = av_find_best_stream(file, AVMEDIA_TYPE_VIDEO, -1, -1, &decoder, 0);
    if (number < 0 || (file->streams[number]->disposition & AV_DISPOSITION_ATTACHED_PIC))
        return fault("there is no moving picture in it");
    stream_ = file->streams[number];
    for (unsigned i = 0; i < file->nb_streams; ++i)
        file->streams[i]->discard = static_cast<int>(i) == number ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    if (const Status opened = open_decoder(decoder); !opened)
        return opened;
    return read_facts();
}

Status AvFootage::open_decoder(const AVCodec* decoder) {
    codec_.reset(avcodec_alloc_context3(decoder));
    packet_.reset(av_packet_alloc());
    coded_.reset(av_frame_alloc());
    filtered_.reset(av_frame_alloc());
    if (!codec_ || !packet_ || !coded_ || !filtered_)
        return fault("there is not enough memory");
    codec_->thread_count = 0;
    codec_->max_pixels = static_cast<int64_t>(kLongestSide) * kLongestSide;
    if (const int code = avcodec_parameters_to_context(codec_.get(), stream_->codecpar); code < 0)
        return fault(av_says(code));
    if (const int code = avcodec_open2(codec_.get(), decoder, nullptr); code < 0)
        return fault(av_says(code));
    return Done{};
}

/// Its first frame tells most reliably how it is coded.
Status AvFootage::read_facts() {
    const Result<bool> any = decode();
    if (!any)
        return any.error();
    if (!*any)
        return fault("not a single frame of it can be read");
    const AVFrame& first = *coded_;
    const Size square = square_size(first.width, first.height,
                                    av_guess_sample_aspect_ratio(file_.get(), stream_, coded_.get()));
    const int quarters = quarters_of(*stream_);
    facts_.size = quarters % 2 == 0 ? square : Size{square.height, square.width};
    if (std::min(square.width, square.height) < kSmallestSide || square.long_side() > kLongestSide)
        return fault(fmt::format("its frames are {} × {} pixels; sides from {} to {} are read", square.width,
                                 square.height, kSmallestSide, kLongestSide));
    facts_.unit = ratio_of(stream_->time_base);
    facts_.rate = ratio_of(av_guess_frame_rate(file_.get(), stream_, nullptr));
    if (file_->duration > 0)
        facts_.seconds = static_cast<double>(file_->duration) / AV_TIME_BASE;
    facts_.colours = has_high_range(first.color_trc)
                         ? ColourTags{AVCOL_PRI_BT709, AVCOL_TRC_BT709, AVCOL_SPC_BT709}
                         : ColourTags{first.color_primaries, first.color_trc, first.colorspace};
    facts_.has_sound = av_find_best_stream(file_.get(), AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0) >= 0;
    return make_filters(first);
}

Status AvFootage::make_filters(const AVFrame& first) {
    if (has_high_range(first.color_trc) && !avfilter_get_by_name("zscale"))
        return fault("it is of high dynamic range, which this libav, built without zimg, does not convert");
    filters_.reset(avfilter_graph_alloc());
    if (!filters_)
        return fault("there is not enough memory");
    const AVRational pixel = av_guess_sample_aspect_ratio(file_.get(), stream_, coded_.get());
    const std::string source = fmt::format("video_size={}x{}:pix_fmt={}:time_base={}/{}:pixel_aspect={}/{}",
                                           first.width, first.height, first.format, stream_->time_base.num,
                                           stream_->time_base.den, pixel.num, std::max(pixel.den, 1));
    int code = avfilter_graph_create_filter(&source_, avfilter_get_by_name("buffer"), "in", source.c_str(),
                                            nullptr, filters_.get());
    if (code >= 0)
        code = avfilter_graph_create_filter(&sink_, avfilter_get_by_name("buffersink"), "out", nullptr,
                                            nullptr, filters_.get());
    if (code < 0)
        return fault(av_says(code));
    AVFilterInOut *from = avfilter_inout_alloc(), *to = avfilter_inout_alloc();
    if (from && to) {
        *from = {av_strdup("in"), source_, 0, nullptr};
        *to = {av_strdup("out"), sink_, 0, nullptr};
        const int quarters = quarters_of(*stream_);
        const Size square = quarters % 2 == 0 ? facts_.size : Size{facts_.size.height, facts_.size.width};
        code = avfilter_graph_parse_ptr(
            filters_.get(), filters_for(*stream_, first, square, quarters).c_str(), &to, &from, nullptr);
    } else {
        code = AVERROR(ENOMEM);
    }
    avfilter_inout_free(&from);
    avfilter_inout_free(&to);
    if (code >= 0)
        code = avfilter_graph_config(filters_.get(), nullptr);
    coded_size_ = {first.width, first.height};
    coded_format_ = first.format;
    return code < 0 ? Status(fault(av_says(code))) : Status(Done{});
}

Result<bool> AvFootage::decode() {
    for (;;) {
        const int code = avcodec_receive_frame(codec_.get(), coded_.get());
        if (code >= 0)
            return true;
        if (code == AVERROR_EOF || read_all_)
            return false;
        if (code == AVERROR(ENOMEM))
            return fault(av_says(code));
        // A film that is cut off ends where it can no longer be read.
        if (av_read_frame(file_.get(), packet_.get()) < 0) {
            read_all_ = avcodec_send_packet(codec_.get(), nullptr) < 0;
            continue;
        }
        // What is damaged is left out; the frames around it are shown.
        if (packet_->stream_index == stream_->index)
            (void)avcodec_send_packet(codec_.get(), packet_.get());
        av_packet_unref(packet_.get());
    }
}

Result<std::optional<FootageFrame>> AvFootage::next() {
    for (;;) {
        const int code = av_buffersink_get_frame(sink_, filtered_.get());
        if (code >= 0) {
            FootageFrame frame{
                picture_of(*filtered_),
                av_rescale_q(filtered_->pts, av_buffersink_get_time_base(sink_), stream_->time_base)};
            av_frame_unref(filtered_.get());
            return std::optional(std::move(frame));
        }
        if (code == AVERROR_EOF)
            return std::optional<FootageFrame>();
        if (code != AVERROR(EAGAIN))
            return fault(av_says(code));
        // The first frame was decoded when the film was opened.
        if (coded_->width == 0) {
            const Result<bool> more = decode();
            if (!more)
                return more.error();
            if (!*more) {
                if (const int ended = av_buffersrc_add_frame(source_, nullptr); ended < 0)
                    return fault(av_says(ended));
                continue;
            }
        }
        if (Size{coded_->width, coded_->height} != coded_size_ || coded_->format != coded_format_)
            return fault("its frames change their size or kind on the way");
        coded_->pts = coded_->best_effort_timestamp;
        if (const int added = av_buffersrc_add_frame(source_, coded_.get()); added < 0)
            return fault(av_says(added));
        av_frame_unref(coded_.get());
    }
}

}  // namespace allaprima
