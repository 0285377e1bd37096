#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "model/brief.h"
#include "model/painting.h"

namespace allaprima {

/// Boxes that are looked at together, shares of the picture.
using Boxes = std::vector<ShareRect>;

/// A region as one says it beside a command: "face", "eyes 2", a name that the painting's brief gives, or a
/// box as box_region() has it. An error of usage for anything else.
Result<Region> region_said(const std::string& text);

/// A region of a finished painting with its box in shares.
/// @return an error of usage where a box in the photograph's pixels tells nothing of the painting.
Result<Region> box_in_shares(const Region& region, const PaintingStart& start);

/// Where a finished painting shows what is meant: each face, hand or person a place of its own, with some
/// room around it; the eyes of one face together.
/// @return an error of usage where it was not seen or has no box, and as box_in_shares() has it.
Result<std::vector<Boxes>> places_meant(const Region& region, const Painting& painting);

}  // namespace allaprima
