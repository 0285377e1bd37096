#pragma once
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/result.h"
#include "film/film_frame.h"

namespace allaprima {

/// How a kind of film is encoded.
struct FilmKind {
    const char* muxer;    ///< libav's name of the file's format,
    const char* encoder;  ///< and of the encoder,
    const char* library;  ///< which belongs to this library.
    /// To 256 colours. Else colour is kept for every other pixel, so both sides are even.
    bool reduced = false;
};

constexpr FilmKind kMp4{.muxer = "mp4", .encoder = "libx264", .library = "x264"};
constexpr FilmKind kWebm{.muxer = "webm", .encoder = "libvpx-vp9", .library = "libvpx"};
constexpr FilmKind kGif{.muxer = "gif", .encoder = "gif", .library = "its gif", .reduced = true};

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
    /// Frames from all parts of a film in 256 colours, from which these are chosen; at least one. Else empty.
    std::vector<FilmFrame> samples = {};
};

/// Writes a film frame by frame. The same frames make the same bytes, however many threads the machine has.
class FilmWriter {
  public:
    virtual ~FilmWriter() = default;
    FilmWriter(const FilmWriter&) = delete;
    FilmWriter& operator=(const FilmWriter&) = delete;

    /// The next frame, of the film's size.
    virtual Status write(const FilmFrame& frame) = 0;

    /// After the last frame: completes the file.
    virtual Status finish() = 0;

  protected:
    FilmWriter() = default;
};

}  // namespace allaprima
