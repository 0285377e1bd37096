#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/brief.h"

namespace allaprima {

/// Whether each face of a picture has such a region.
bool is_of_face(Region::Kind kind);
/// Whether it is a thing of which several may be seen, which are numbered: faces, hands, people.
bool is_numbered(Region::Kind kind);

/// The word for a kind of region.
std::string word_of(Region::Kind kind);
/// The words for one that words can tell: "hand 2", "cap".
std::string words_of(const Region& region);

/// "face", "background"; "face 2", "eyes 2" and "hand 2" are one of several, by their number. None of a box,
/// a circle or a mask, which words alone do not tell, nor of a name that someone gave.
std::optional<Region> region_of_word(std::string_view text);
/// Of them, those that are a whole thing: a face, a hand, what it holds, a person, an animal.
std::optional<Region> seen_thing(std::string_view text);

/// Whether something that is seen can be given this name: letters, figures, spaces and hyphens, and no word
/// that means a region already.
bool can_be_given(std::string_view name);

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
