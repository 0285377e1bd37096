#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace allaprima {

/// Puts an XMP packet into a complete .mp4: at the end of the movie's user data, as QuickTime has it (XMP
/// specification, part 3, "QuickTime"). A box `uuid` beside the movie, where that wants it for MPEG-4, would
/// be a second one in a film with Content Credentials, and a reader of those takes any such box for theirs.
/// @param path what the film is called in errors.
Status say_in_mp4(const std::string& file, std::string_view packet, const std::string& path);

/// Puts an XMP packet into a complete .gif: as an application extension before its end (XMP specification,
/// part 3, "GIF"). An error where the file does not end as a GIF does.
Status say_in_gif(const std::string& file, std::string_view packet, const std::string& path);

}  // namespace allaprima
