#pragma once
#include <optional>
#include <string>

#include "base/observer.h"
#include "base/thread_pool.h"
#include "engine/commission.h"
#include "engine/forecast.h"
#include "engine/sign_picture.h"
#include "model/wish.h"

namespace allaprima {

/// A wish to have a picture made of a painting that is kept in a file.
struct RenderWish {
    std::string painting_file;
    Destination picture;
    Wishes of_picture = {};              ///< Size, finish and light, where they are not as when it was made.
    std::optional<PixelRect> part = {};  ///< Only these pixels of the picture, which they lie within.
    CredentialsWish signing = {};        ///< With what it is signed; without a key it is not.
};

/// Makes a picture of a painting; neither the photograph nor any planning is needed.
/// @return an error when the painting has no plan yet, and when the observer ended it.
Result<Painted> render_painting(const RenderWish& wish, const ThreadPool& workers, Observer& observer);

/// What that comes to. @return an error where it would be refused before its first stroke.
Result<Forecast> forecast_rendering(const RenderWish& wish, const ThreadPool& workers);

}  // namespace allaprima
