#pragma once
#include <map>
#include <string>
#include <vector>

extern "C" {
#include <libavutil/pixdesc.h>
}

#include "film/film_frame.h"
#include "film/films_module/av_handles.h"

namespace allaprima::testing {

/// What a film's file says, and its frames, as libav reads them.
struct ReadFilm {
    std::string codec, range, matrix, primaries, transfer, pixels;
    double seconds = 0.0;
    std::map<std::string, std::string> tags;
    std::vector<double> times;  ///< When each frame is shown, seconds.
    std::vector<FilmFrame> frames;
};

inline FilmFrame rgb_of(const AVFrame& frame) {
    FilmFrame shown({frame.width, frame.height});
    AvHandle<SwsContext> scaler(sws_getContext(
        frame.width, frame.height, static_cast<AVPixelFormat>(frame.format), frame.width, frame.height,
        AV_PIX_FMT_RGB24, SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT, nullptr, nullptr, nullptr));
    const int* bt709 = sws_getCoefficients(SWS_CS_ITU709);
    sws_setColorspaceDetails(scaler.get(), bt709, 0, bt709, 1, 0, 1 << 16, 1 << 16);
    uint8_t* rows = shown.samples.data();
    const int stride = 3 * frame.width;
    sws_scale(scaler.get(), frame.data, frame.linesize, 0, frame.height, &rows, &stride);
    return shown;
}

/// @return nothing in `frames` where it cannot be read.
inline ReadFilm read_film(const std::string& path) {
    struct Closer {
        void operator()(AVFormatContext* file) const { avformat_close_input(&file); }
    };
    ReadFilm film;
    AVFormatContext* opened = nullptr;
    if (avformat_open_input(&opened, path.c_str(), nullptr, nullptr) < 0)
        return film;
    const std::unique_ptr<AVFormatContext, Closer> file(opened);
    if (avformat_find_stream_info(file.get(), nullptr) < 0 || file->nb_streams != 1)
        return film;
    const AVStream& stream = *file->streams[0];
    const AVCodecParameters& is = *stream.codecpar;
    const AVCodec* decoder = avcodec_find_decoder(is.codec_id);
    film.codec = avcodec_get_name(is.codec_id);
    film.seconds = static_cast<double>(file->duration) / AV_TIME_BASE;
    film.pixels = av_get_pix_fmt_name(static_cast<AVPixelFormat>(is.format));
    const auto text = [](const char* name) { return std::string(name ? name : "unknown"); };
    film.range = text(av_color_range_name(is.color_range));
    film.matrix = text(av_color_space_name(is.color_space));
    film.primaries = text(av_color_primaries_name(is.color_primaries));
    film.transfer = text(av_color_transfer_name(is.color_trc));
    for (AVDictionaryEntry* tag = nullptr;
         (tag = av_dict_get(file->metadata, "", tag, AV_DICT_IGNORE_SUFFIX)) != nullptr;)
        film.tags[tag->key] = tag->value;
    const AvHandle<AVCodecContext> codec(avcodec_alloc_context3(decoder));
    avcodec_parameters_to_context(codec.get(), &is);
    avcodec_open2(codec.get(), decoder, nullptr);
    const AvHandle<AVPacket> packet(av_packet_alloc());
    const AvHandle<AVFrame> frame(av_frame_alloc());
    const auto take = [&] {
        while (avcodec_receive_frame(codec.get(), frame.get()) >= 0) {
            film.times.push_back(static_cast<double>(frame->best_effort_timestamp) *
                                 av_q2d(stream.time_base));
            film.frames.push_back(rgb_of(*frame));
        }
    };
    while (av_read_frame(file.get(), packet.get()) >= 0) {
        avcodec_send_packet(codec.get(), packet.get());
        av_packet_unref(packet.get());
        take();
    }
    avcodec_send_packet(codec.get(), nullptr);
    take();
    return film;
}

}  // namespace allaprima::testing
