#pragma once
#include <functional>
#include <optional>
#include <string>

#include "base/observer.h"
#include "base/result.h"
#include "base/workers.h"
#include "engine/destination.h"
#include "model/brief.h"
#include "model/plan.h"
#include "pictures/output_profile.h"
#include "pictures/write_picture.h"

namespace allaprima {

/// What making a picture came to.
struct Made {
    Size size;
    std::optional<GamutReport> gamut;
};

/// Makes the picture alone, at the size and in the finish that the brief asks for.
/// @param before_placing called once the picture is complete and before it appears under its name, with the
///                       name it has until then.
/// @return the picture's size, or why there is none; also when the observer ended it.
Result<Made> make_picture(const Plan& plan, const Brief& brief, const Destination& picture,
                          const Workers& workers, Observer& observer, const BeforePlacing& before_placing);

}  // namespace allaprima
