#include "engine/mixing.h"

#include <algorithm>

namespace allaprima {

Mixing mixing_of(const Plan& plan) {
    Mixing mixing;
    for (const Stroke& stroke : plan.strokes) {
        mixing.mean_miss += stroke.paint.miss;
        mixing.worst_miss = std::max(mixing.worst_miss, static_cast<double>(stroke.paint.miss));
        mixing.missed_share += stroke.paint.miss > 2.0f ? 1.0 : 0.0;
    }
    const double count = std::max<double>(1.0, static_cast<double>(plan.strokes.size()));
    mixing.mean_miss /= count;
    mixing.missed_share /= count;
    return mixing;
}

}  // namespace allaprima
