#pragma once
#include <string>

#include "base/result.h"
#include "brush/brush.h"
#include "brush/hand.h"

namespace allaprima {

/// A brush, and the file that describes it: every setting, its range and what it means, to change.
struct DescribedBrush {
    Brush brush;
    std::string file;
};
/// @param name_or_file of a brush that is shipped, or a .toml file. An error of usage where it is neither, or
///        where the file is wrong.
Result<DescribedBrush> describe_brush(const std::string& name_or_file);

/// The same of a hand.
struct DescribedHand {
    Hand hand;
    std::string file;
};
Result<DescribedHand> describe_hand(const std::string& name_or_file);

}  // namespace allaprima
