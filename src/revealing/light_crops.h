#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "base/thread_pool.h"
#include "model/plan.h"
#include "painting_file/painting_file.h"
#include "rendering/render.h"

namespace allaprima {

/// Part of the picture that is shown under a lamp which the reader moves.
struct LightCrop {
    std::string name;
    PixelRect area;  ///< Of the picture at its whole size.
};

/// Up to three squares of at most `side` pixels, and a third of the picture: a face (or, where none was
/// found, the middle), where the paint is most uneven, and where it is least; none in another's place. Fewer
/// where the picture has no room.
/// @param relief heights of a small rendering, of any size.
std::vector<LightCrop> light_crops(const Image<float>& relief, const std::vector<Face>& faces, Size whole,
                                   int side);

/// A script that sets `revealLight` to the crops: `name`, `x`, `y`, `width`, `height`, and two PNGs as data
/// addresses, so that a page opened from disk may read their pixels: `paint`, its colours without any light
/// on the surface, and `normals`: where the surface faces, from −1 to 1 in steps of 1/2047.5; the high 8 bits
/// of x (to the right) in red, of y (up) in green, and the low 4 bits of each in blue, x above y.
Result<std::string> light_script(const Plan& plan, const RenderSettings& settings,
                                 const std::vector<LightCrop>& crops, const std::string& temporary_folder,
                                 const ThreadPool& workers);

}  // namespace allaprima
