#pragma once
#include "model/plan.h"

namespace allaprima {

/// How the tubes met the wishes of the strokes, by CIEDE2000; all 0 where the palette is plain colour.
struct Mixing {
    double mean_miss = 0.0, worst_miss = 0.0;
    double missed_share = 0.0;  ///< Of the strokes, those that miss by more than 2.
};
Mixing mixing_of(const Plan& plan);

}  // namespace allaprima
