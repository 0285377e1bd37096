#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/geometry.h"
#include "base/result.h"
#include "film/film_frame.h"

namespace allaprima {

/// A ratio of whole numbers; `below` is positive.
struct Ratio {
    int above = 0, below = 1;

    bool operator==(const Ratio&) const = default;
    double value() const { return static_cast<double>(above) / below; }
};

/// How the colours of a film are coded: code points of ITU-T H.273, 2 where the film does not say.
struct ColourTags {
    int primaries = 2, transfer = 2, matrix = 2;

    bool operator==(const ColourTags&) const = default;
};

/// What a film says of itself.
struct FootageFacts {
    Size size;           ///< As it is to be seen: upright, with square pixels.
    Ratio unit;          ///< In which times are counted, seconds.
    Ratio rate;          ///< Frames of a second, in the mean; 0: it does not say.
    double seconds = 0;  ///< About how long it is; 0: it does not say.
    ColourTags colours;  ///< Of the frames as they are handed out.
    bool has_sound = false;
};

/// A frame and when it is shown, in units of its film.
struct FootageFrame {
    FilmFrame picture;
    int64_t time = 0;
};

/// A film that is read frame by frame, in the order in which they are shown. Frames are as they are to be
/// seen: turned upright, with square pixels, interlaced ones made whole, high dynamic range brought to that
/// of BT.709, transparent ones laid over white.
class Footage {
  public:
    virtual ~Footage() = default;
    Footage(const Footage&) = delete;
    Footage& operator=(const Footage&) = delete;

    virtual const FootageFacts& facts() const = 0;
    /// Nothing after the last one. Of a film that is cut off these are all that can still be read.
    virtual Result<std::optional<FootageFrame>> next() = 0;

  protected:
    Footage() = default;
};

}  // namespace allaprima
