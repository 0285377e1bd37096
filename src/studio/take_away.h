#pragma once
#include <functional>
#include <map>
#include <string>

#include "shelf/shelf.h"
#include "studio/answer.h"
#include "studio/pace.h"

namespace allaprima {

/// The kind of file that is a page of the making in an archive: what `allaprima reveal` makes.
inline constexpr const char* kRevealEnding = ".zip";

/// What is taken away of a painting.
struct AwayRequest {
    const ShelfEntry& entry;
    const Shelf& shelf;
    /// "kind" is the ending of the file; of a page, "photo=true" shows the photograph on it; the rest are
    /// settings of renderings and exports, "size" in pixels.
    const std::map<std::string, std::string>& query;
    Pace& pace;  ///< Learns of it.
};

/// Makes a picture, a page or another file of a painting, to be taken away.
/// @param abandoned whether nobody waits for it any more.
StudioAnswer take_away(const AwayRequest& request, const std::function<bool()>& abandoned);

/// What that would come to: {pixels: {width, height}, print: {width_mm, height_mm, dpi}, seconds}, of what
/// has pixels; or {refused, setting?} where it would be refused before the work.
StudioAnswer foretell_away(const AwayRequest& request);

}  // namespace allaprima
