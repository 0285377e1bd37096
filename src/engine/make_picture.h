#pragma once
#include <functional>
#include <optional>
#include <string>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "engine/destination.h"
#include "engine/forecast.h"
#include "model/brief.h"
#include "model/plan.h"
#include "pictures/output_profile.h"
#include "pictures/write_picture.h"

namespace allaprima {

/// How a picture is made and where it goes: checked, with all that is read for it.
struct PictureOrder {
    Brief brief;  ///< Size, finish, light and depth.
    Destination destination;
    std::optional<OutputProfile> profile = {};  ///< Colours are converted to it; otherwise they are sRGB.
    std::optional<PixelRect> part = {};         ///< Only these pixels of it.
};

/// Finds out whether the picture can be made and put there. @param canvas_mm of the plan. @param transparent
/// whether its ground is left out.
Status check_picture(const PictureOrder& order, Vec2 canvas_mm, bool transparent);

/// Reads the profile that the brief names, and finds out the same.
/// @param canvas_mm of the plan. @param transparent whether its ground is left out.
Result<PictureOrder> order_picture(Brief brief, Destination destination, Vec2 canvas_mm, bool transparent);

/// The same for a plan that is there. @param part only these pixels; an error of usage where they do not lie
/// within the picture, or where it is a solid.
Result<PictureOrder> order_picture(Brief brief, Destination destination, const Plan& plan,
                                   std::optional<PixelRect> part = {});

/// What making it comes to. An error of usage where it would cost too much.
Result<Forecast> forecast_picture(const Plan& plan, const PictureOrder& order);

/// What making a picture came to.
struct Made {
    Size size;
    std::optional<GamutReport> gamut;
};

/// A picture that is complete and does not stand under its name yet.
struct CompletePicture {
    std::string file;    ///< The name it has until then.
    std::string pixels;  ///< As PixelDigest has it; empty for a solid.
};
/// What is done with it then. An error keeps it from being put in its place.
using WhenComplete = std::function<Status(const CompletePicture&)>;

/// Makes the picture alone.
/// @param order its profile notes what it cannot show.
/// @return the picture's size, or why there is none; also when the observer ended it.
Result<Made> make_picture(const Plan& plan, PictureOrder& order, const ThreadPool& workers,
                          Observer& observer, const WhenComplete& when_complete);

/// The digest of the pixels that a plan has in such a picture, without making a file of it. An error where
/// it could not be made, and when the observer ended it.
Result<std::string> painted_pixels(const Plan& plan, const Brief& brief, const ThreadPool& workers,
                                   Observer& observer);

}  // namespace allaprima
