#pragma once
#include <string>

#include "base/result.h"
#include "model/brief.h"
#include "model/painting.h"

namespace allaprima {

/// Why a finished painting that is asked otherwise cannot go on from what is painted, so that its photograph
/// has to be painted anew; empty where it can.
///
/// @param kept as it was asked for. @param now as it is asked from now on.
std::string why_painted_anew(const Brief& kept, const Brief& now);

/// The same brief with boxes in shares, of a painting that was begun so.
/// @return an error of usage where a box in the photograph's pixels tells nothing of it.
Result<Brief> with_boxes_in_shares(Brief brief, const PaintingStart& start);

/// Whether the two show the same scene: they differ in nothing that is composed of photograph and motifs.
bool is_same_scene(const Brief& a, const Brief& b);

}  // namespace allaprima
