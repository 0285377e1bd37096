#include "cli/outcome_in_words.h"

#include <fmt/format.h>

namespace allaprima {

std::string in_words(const StrokeCounts& counts) {
    std::string text = fmt::format("{} {}", counts.painted, counts.painted == 1 ? "stroke" : "strokes");
    if (counts.drops > 0)
        text += fmt::format(", {} {}", counts.drops, counts.drops == 1 ? "drop" : "drops");
    if (counts.signature > 0)
        text += fmt::format(", {} {} of the signature", counts.signature,
                            counts.signature == 1 ? "stroke" : "strokes");
    return text;
}

std::string in_words(const Mixing& mixing) {
    const std::string figures = fmt::format("off by {:.2f} CIEDE2000 on average, {:.1f} at worst",
                                            mixing.mean_miss, mixing.worst_miss);
    if (mixing.missed_share < 0.0005)
        return fmt::format("the tubes mix what was wanted ({})", figures);
    return fmt::format("the tubes mix {:.1f} % of the strokes as wanted, and come near in the others ({})",
                       100.0 * (1.0 - mixing.missed_share), figures);
}

}  // namespace allaprima
