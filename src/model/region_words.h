#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/brief.h"

namespace allaprima {

/// Whether each face of a picture has such a region.
bool is_of_face(Region::Kind kind);

/// The word for a kind of region.
std::string word_of(Region::Kind kind);

/// "face", "background"; "face 2" and "eyes 2" are those of one face, by its number. None of a box, a circle
/// or a mask, which words alone do not tell.
std::optional<Region> region_of_word(std::string_view text);

/// The box of a region: shares ("0.4,0.1,0.2,0.2"), per cent ("40%,10%,20%,20%"), or pixels of the
/// photograph, which are whole numbers and more than 1 somewhere ("430,255,140,45"). Pixels may lie beyond
/// the photograph, which is not known here.
std::optional<Region> box_region(std::string_view text);
inline constexpr const char* kBoxRegionInWords =
    "four numbers x, y, width and height from the top left, in shares of the picture (0.4,0.1,0.2,0.2), in "
    "per "
    "cent (40%,10%,20%,20%) or in the photograph's pixels (430,255,140,45), all of it within";

/// The same region where its box is in pixels of a photograph of this size, upright: in shares of the part of
/// it, itself in shares, that is painted.
/// @return an error of usage where it reaches beyond the photograph, or where nothing of it is in that part.
Result<Region> in_shares(const Region& region, Size photo, const ShareRect& part);

}  // namespace allaprima
