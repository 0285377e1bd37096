#pragma once
#include <functional>
#include <string>

#include "base/result.h"
#include "model/brief.h"
#include "model/painting.h"
#include "model/wish.h"
#include "retouching/worked_over.h"

namespace allaprima {

/// Why what is asked otherwise of a finished painting cannot go on from what is painted, so that its
/// photograph has to be painted anew; empty where it can.
///
/// @param wishes that can be asked of a brief. @param kept as the painting was asked for.
std::string why_painted_anew(const Wishes& wishes, const Brief& kept);

/// Wishes, and where the files lie that they name.
struct AskedOtherwise {
    Wishes wishes = {};
    /// The place of a file by the name that a wish has for it; empty: that is its name.
    std::function<std::string(const std::string&)> place = {};
};

/// The brief of a finished painting with what is asked otherwise or besides: of that, marks, motifs and
/// thrown paint come to those there are. Its boxes are in shares, and files can be read.
/// @return an error of usage where it cannot be asked, says nothing new, or has to be painted anew.
Result<Brief> brief_otherwise(const Finished& finished, const AskedOtherwise& asked);

/// The same of what a painting keeps of its beginning, in a file of this name; it carries the files that are
/// named.
Status keep_asked(const AskedOtherwise& asked, const std::string& painting_file, PaintingStart& start);

}  // namespace allaprima
