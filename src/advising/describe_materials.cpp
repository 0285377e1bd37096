#include "advising/describe_materials.h"

#include "briefs/read_brush.h"
#include "briefs/read_hand.h"

namespace allaprima {
Result<DescribedBrush> describe_brush(const std::string& name_or_file) {
    const Result<Brush> brush = read_brush(name_or_file);
    if (!brush)
        return brush.error();
    return DescribedBrush{*brush, brush_as_toml(*brush)};
}

Result<DescribedHand> describe_hand(const std::string& name_or_file) {
    const Result<Hand> hand = read_hand(name_or_file);
    if (!hand)
        return hand.error();
    return DescribedHand{*hand, hand_as_toml(*hand)};
}

}  // namespace allaprima
