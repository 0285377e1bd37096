#pragma once
extern "C" {
#include <libavcodec/avcodec.h>
#include <libavfilter/avfilter.h>
#include <libavformat/avformat.h>
#include <libswscale/swscale.h>
}

#include <fmt/format.h>

#include <array>
#include <memory>
#include <string>

#include "base/result.h"

namespace allaprima {

/// Gives libav's objects back.
struct AvDeleter {
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
    void operator()(AVCodecContext* codec) const { avcodec_free_context(&codec); }
    void operator()(AVFilterGraph* graph) const { avfilter_graph_free(&graph); }
    void operator()(SwsContext* scaler) const { sws_freeContext(scaler); }
    void operator()(AVFormatContext* file) const {
        if (file->pb)
            avio_closep(&file->pb);
        avformat_free_context(file);
    }
};

template <typename T>
using AvHandle = std::unique_ptr<T, AvDeleter>;

/// Closes a file that is read.
struct AvInputCloser {
    void operator()(AVFormatContext* file) const { avformat_close_input(&file); }
};

/// What libav says of one of its error codes.
inline std::string av_says(int code) {
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    return text.data();
}

/// An error of libav's while a film was made. @param film where it will stand.
inline Error film_error(const std::string& film, int code) {
    return {fmt::format("cannot make the film {}: {}", film, av_says(code))};
}

}  // namespace allaprima
