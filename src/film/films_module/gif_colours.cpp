#include "film/films_module/gif_colours.h"

extern "C" {
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
}

#include <algorithm>

namespace allaprima {
namespace {

/// As libav's filters of palettes want a pixel: four bytes.
constexpr AVPixelFormat kFourBytes = AV_PIX_FMT_RGB32;

Error colours_error(int code) {
    return {fmt::format("cannot reduce a film to 256 colours: {}", av_says(code))};
}

std::string source(const char* name, Size size, int fps) {
    return fmt::format("buffer@{}=video_size={}x{}:pix_fmt={}:time_base=1/{}:pixel_aspect=1/1", name,
                       size.width, size.height, static_cast<int>(kFourBytes), fps);
}

/// A graph of filters as libav writes them down. @return nullptr where there is no memory for it, or where
/// this libav lacks a filter.
AvHandle<AVFilterGraph> graph_of(const std::string& filters) {
    AvHandle<AVFilterGraph> graph(avfilter_graph_alloc());
    if (!graph)
        return nullptr;
    graph->nb_threads = 1;
    AVFilterInOut *in = nullptr, *out = nullptr;
    const int code = avfilter_graph_parse2(graph.get(), filters.c_str(), &in, &out);
    avfilter_inout_free(&in);
    avfilter_inout_free(&out);
    if (code < 0 || avfilter_graph_config(graph.get(), nullptr) < 0)
        return nullptr;
    return graph;
}

AVFilterContext* filter(const AvHandle<AVFilterGraph>& graph, const char* name) {
    return avfilter_graph_get_filter(graph.get(), name);
}

/// @return nullptr where there is no memory for it.
AvHandle<AVFrame> in_four_bytes(const FilmFrame& frame, int64_t number) {
    AvHandle<AVFrame> four(av_frame_alloc());
    if (!four)
        return nullptr;
    four->format = kFourBytes;
    four->width = frame.size.width;
    four->height = frame.size.height;
    four->sample_aspect_ratio = {1, 1};
    four->pts = number;
    if (av_frame_get_buffer(four.get(), 0) < 0)
        return nullptr;
    for (int y = 0; y < frame.size.height; ++y) {
        const uint8_t* from = frame.row(y);
        auto* to = reinterpret_cast<uint32_t*>(four->data[0] + static_cast<ptrdiff_t>(y) * four->linesize[0]);
        for (int x = 0; x < frame.size.width; ++x, from += 3)
            to[x] = 0xff000000U | static_cast<uint32_t>(from[0] << 16 | from[1] << 8 | from[2]);
    }
    return four;
}

int put(const AvHandle<AVFilterGraph>& graph, const char* name, AvHandle<AVFrame> frame) {
    if (!frame)
        return AVERROR(ENOMEM);
    return av_buffersrc_add_frame(filter(graph, name), frame.get());
}

int end(const AvHandle<AVFilterGraph>& graph, const char* name) {
    return av_buffersrc_add_frame(filter(graph, name), nullptr);
}

Result<AvHandle<AVFrame>> taken(const AvHandle<AVFilterGraph>& graph) {
    AvHandle<AVFrame> frame(av_frame_alloc());
    if (!frame)
        return colours_error(AVERROR(ENOMEM));
    if (const int code = av_buffersink_get_frame(filter(graph, "buffersink@out"), frame.get()); code < 0)
        return colours_error(code);
    return frame;
}

Result<AvHandle<AVFrame>> palette_of(const std::vector<FilmFrame>& samples, int fps) {
    const AvHandle<AVFilterGraph> graph =
        graph_of(source("film", samples.front().size, fps) + ",palettegen,buffersink@out");
    if (!graph)
        return colours_error(AVERROR_FILTER_NOT_FOUND);
    for (size_t i = 0; i < samples.size(); ++i)
        if (const int code = put(graph, "buffer@film", in_four_bytes(samples[i], static_cast<int64_t>(i)));
            code < 0)
            return colours_error(code);
    if (const int code = end(graph, "buffer@film"); code < 0)
        return colours_error(code);
    return taken(graph);
}

}  // namespace

Result<GifColours> GifColours::chosen_from(const std::vector<FilmFrame>& samples, int fps) {
    Result<AvHandle<AVFrame>> palette = palette_of(samples, fps);
    if (!palette)
        return palette.error();
    const Size side{(*palette)->width, (*palette)->height};
    AvHandle<AVFilterGraph> graph =
        graph_of(source("film", samples.front().size, fps) + "[a];" + source("palette", side, fps) +
                 "[b];[a][b]paletteuse=dither=sierra2_4a:diff_mode=rectangle,buffersink@out");
    if (!graph)
        return colours_error(AVERROR_FILTER_NOT_FOUND);
    (*palette)->pts = 0;
    int code = put(graph, "buffer@palette", std::move(palette).value());
    if (code >= 0)
        code = end(graph, "buffer@palette");
    if (code < 0)
        return colours_error(code);
    return GifColours(std::move(graph));
}

Result<AvHandle<AVFrame>> GifColours::reduced(const FilmFrame& frame) {
    if (const int code = put(graph_, "buffer@film", in_four_bytes(frame, frames_++)); code < 0)
        return colours_error(code);
    return taken(graph_);
}

}  // namespace allaprima
