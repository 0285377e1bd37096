#pragma once
#include <string>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "model/painting.h"
#include "record/check_record.h"

namespace allaprima {

/// A picture that is said to be of a painting.
struct PictureOfPainting {
    std::string picture;
    std::string painting_file;
    const Painting& painting;
};

/// Paints a picture again and holds it against what it is, pixel by pixel: at its size, with the profile, the
/// depth and whatever else it says of itself (take_rendering), in each finish where it does not tell; and,
/// where it is smaller than the picture of the painting, that one reduced to its size.
///
/// @return whether it is the same (proven), like it, saved anew or reduced (doubtful), or another or changed
/// in a place (broken). An error where the picture cannot be read or the machine cannot paint it, and when
/// the observer ended it.
Result<Finding> hold_against(const PictureOfPainting& one, const ThreadPool& workers, Observer& observer);

}  // namespace allaprima
