#include "looking/eyes_component.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <vector>

#include "base/one_line.h"
#include "files/child_process.h"
#include "image/filters.h"
#include "looking/eyes_answer.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

constexpr ChildLimits kLimits{.seconds = 30, .most_bytes = size_t{4} << 20};
/// What the interpreter's own objects may take; the models' memory is beside it.
constexpr const char* kMostMemory = "--max-old-space-size=1024";

/// Its networks lie beside it once it is set up.
bool is_whole(const fs::path& folder) {
    std::error_code ignored;
    return fs::exists(folder / "eyes.mjs", ignored) && fs::exists(folder / "models/versions.json", ignored);
}

/// The request: a line of JSON, and the picture's bytes.
std::string request_for(const Image<Rgb>& picture) {
    std::string request =
        fmt::format(R"({{"do":"look","width":{},"height":{},"want":["faces","people","hands","mask"]}})"
                    "\n",
                    picture.width(), picture.height());
    request.reserve(request.size() + 3 * static_cast<size_t>(picture.size().area()));
    for (const Rgb& pixel : picture.pixels())
        for (const float channel : {pixel.r, pixel.g, pixel.b})
            request.push_back(static_cast<char>(
                static_cast<unsigned char>(std::lround(255.0f * std::clamp(channel, 0.0f, 1.0f)))));
    return request;
}

}  // namespace

std::optional<std::string> find_eyes_component() {
    // What is named is meant, also where it is broken: that is said when it is asked.
    if (const char* named = std::getenv("ALLAPRIMA_EYES"); named != nullptr && *named != '\0')
        return named == std::string_view("none") ? std::nullopt : std::optional<std::string>(named);
    std::error_code ignored;
    const std::vector<fs::path> places{fs::read_symlink("/proc/self/exe", ignored).parent_path() / "eyes",
                                       ALLAPRIMA_EYES_SOURCE};
    for (const fs::path& place : places)
        if (is_whole(place))
            return place.string();
    return std::nullopt;
}

Result<Sights> look_with_component(const Image<Rgb>& picture) {
    const std::optional<std::string> folder = find_eyes_component();
    if (!folder)
        return Error{"it is not installed: run scripts/set-up-eyes"};
    const Size size = no_longer_than(kLookedAtLongSide, picture.size());
    const std::string request = request_for(size == picture.size() ? picture : resized(picture, size));
    const Result<ChildAnswer> child =
        run_child({"node", kMostMemory, (fs::path(*folder) / "eyes.mjs").string()}, request, kLimits);
    if (!child)
        return child.error();
    Result<Sights> sight = sight_of_answer(child->output, size);
    if (const std::string said = one_line(child->errors); !sight && child->output.empty() && !said.empty())
        return Error{said};
    return sight;
}

}  // namespace allaprima
