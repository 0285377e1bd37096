#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include "base/result.h"
#include "film/film_frame.h"
#include "film/films_module/av_handles.h"

namespace allaprima {

/// Reduces the frames of a film to 256 colours that are the same for all of them.
///
/// They are chosen from some of its frames (libav's palettegen: Heckbert's median cut). Errors are diffused
/// (Sierra), and only where a frame differs from the one before, so that what is still does not flicker, nor
/// costs anything.
class GifColours {
  public:
    /// @param samples frames of one size, from all parts of the film; at least one.
    static Result<GifColours> chosen_from(const std::vector<FilmFrame>& samples, int fps);

    /// The next frame of the film, in numbers of the colours.
    Result<AvHandle<AVFrame>> reduced(const FilmFrame& frame);

  private:
    explicit GifColours(AvHandle<AVFilterGraph> graph) : graph_(std::move(graph)) {}

    AvHandle<AVFilterGraph> graph_;  ///< Its filters are named "film", "palette" and "out".
    int64_t frames_ = 0;
};

}  // namespace allaprima
