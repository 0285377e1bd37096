#include "engine/stroke_counts.h"

namespace allaprima {

StrokeCounts counts_of(const Plan& plan) {
    StrokeCounts counts;
    for (const Pass& pass : plan.passes) {
        int& sort = pass.name == kSpatterPass     ? counts.drops
                    : pass.name == kSignaturePass ? counts.signature
                                                  : counts.painted;
        sort += pass.strokes;
    }
    return counts;
}

}  // namespace allaprima
