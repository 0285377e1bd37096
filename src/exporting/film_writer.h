#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/geometry.h"
#include "base/result.h"
#include "exporting/av_handles.h"
#include "exporting/film_frame.h"
#include "exporting/film_says.h"
#include "exporting/gif_colours.h"
#include "model/export_settings.h"

namespace allaprima {

/// How a kind of film is made.
struct FilmKind {
    const char* muxer;    ///< libav's name of the file's format,
    const char* encoder;  ///< and of the encoder,
    const char* library;  ///< which belongs to this library.
    bool reduced =
        false;     ///< To 256 colours. Else colour is kept for every other pixel, so both sides are even.
    int fps = 30;  ///< As is usual.
    int most_fps = kMostFps;
    /// Puts an XMP packet into a complete film; nullptr: this kind has no place for one.
    Status (*say)(const std::string& file, std::string_view packet, const std::string& path) = nullptr;
};

constexpr FilmKind kMp4{.muxer = "mp4", .encoder = "libx264", .library = "x264", .say = say_in_mp4};
constexpr FilmKind kWebm{"webm", "libvpx-vp9", "libvpx"};
constexpr FilmKind kGif{.muxer = "gif",
                        .encoder = "gif",
                        .library = "its gif",
                        .reduced = true,
                        .fps = 15,
                        .most_fps = 50,
                        .say = say_in_gif};

/// A film to be written.
struct FilmOrder {
    FilmKind kind;
    Size size;
    int fps;
    std::string file;                         ///< Under which it is written,
    std::string path;                         ///< and where it will stand, for errors.
    std::string title;                        ///< May be empty.
    std::string software;                     ///< That made it.
    std::string artist = {}, copyright = {};  ///< Empty: unknown.
};

/// Writes a film frame by frame. The same frames make the same bytes, however many threads the machine has.
class FilmWriter {
  public:
    /// @param colours of a film in 256 colours (kGif), and else nullopt.
    /// @return an error where this libav lacks the encoder, where the encoder refuses the size, and where the
    ///         file cannot be written.
    static Result<FilmWriter> create(const FilmOrder& order, std::optional<GifColours> colours);

    /// The next frame, of the film's size.
    Status write(const FilmFrame& frame);

    /// After the last frame: completes the file.
    Status finish();

  private:
    FilmWriter(std::string path, std::optional<GifColours> colours);

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
