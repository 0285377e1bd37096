#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"

namespace allaprima::testing {

/// A broken, huge or odd file, made byte by byte, and what is to become of it.
struct HostilePicture {
    std::string name;  ///< Of the file; says what is wrong with it.
    std::string bytes;
    std::optional<Size> opens_as = {};  ///< Upright; none where one clear line must refuse it.
};

/// Of PNG, of JPEG, of all other kinds; and all of them.
std::vector<HostilePicture> hostile_png_files();
std::vector<HostilePicture> hostile_jpeg_files();
std::vector<HostilePicture> hostile_other_files();
std::vector<HostilePicture> hostile_pictures();

/// The one of this name.
HostilePicture hostile_picture(const std::string& name);

}  // namespace allaprima::testing
