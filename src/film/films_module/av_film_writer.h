#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "film/film_writer.h"
#include "film/films_module/av_handles.h"
#include "film/films_module/gif_colours.h"

namespace allaprima {

/// Writes films by libav.
class AvFilmWriter final : public FilmWriter {
  public:
    static Result<std::unique_ptr<FilmWriter>> create(const FilmOrder& order);

    Status write(const FilmFrame& frame) override;
    Status finish() override;

  private:
    AvFilmWriter(std::string path, std::optional<GifColours> colours);

    int open(const FilmOrder& order, const AVCodec& encoder);
    int open_encoder(const FilmOrder& order, const AVCodec& encoder);
    int open_file(const FilmOrder& order);
    int convert(const FilmFrame& frame, AVFrame& converted);
    int encode(const AVFrame* frame);
    Status said(int code) const;

    std::string path_;
    std::optional<GifColours> colours_;
    AvHandle<AVFormatContext> file_;
    AvHandle<AVCodecContext> codec_;
    AvHandle<SwsContext> scaler_;
    AvHandle<AVPacket> packet_;
    AVStream* stream_ = nullptr;  ///< The file's own.
    int64_t frames_ = 0;
};

}  // namespace allaprima
