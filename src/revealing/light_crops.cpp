#include "revealing/light_crops.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "pictures/write_picture.h"

namespace allaprima {
namespace {

/// The square of this side around a point, moved into the picture.
PixelRect square_at(double x, double y, Size whole, int side) {
    const int left = std::clamp(static_cast<int>(x) - side / 2, 0, whole.width - side);
    const int top = std::clamp(static_cast<int>(y) - side / 2, 0, whole.height - side);
    return {left, top, left + side, top + side};
}

bool overlap(const PixelRect& a, const PixelRect& b) {
    return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/// Spread of the heights in a part of the relief.
double unevenness(const Image<float>& relief, const PixelRect& area) {
    double sum = 0.0, squares = 0.0;
    for (int y = area.y0; y < area.y1; ++y)
        for (int x = area.x0; x < area.x1; ++x) {
            const double height = relief.at(x, y);
            sum += height;
            squares += height * height;
        }
    const double count = static_cast<double>(area.width()) * area.height();
    return squares / count - (sum / count) * (sum / count);
}

/// Puts in the free square whose unevenness counts for most. @param sign −1 for the least.
void add_by_unevenness(std::vector<LightCrop>& crops, const char* name, const Image<float>& relief,
                       Size whole, int side, double sign) {
    const double scale = static_cast<double>(relief.size().long_side()) / whole.long_side();
    const int window =
        std::clamp(static_cast<int>(side * scale), 2, std::min(relief.size().width, relief.size().height));
    const int step = std::max(1, window / 4);
    double best = 0.0;
    PixelRect found;
    for (int y = 0; y + window <= relief.size().height; y += step)
        for (int x = 0; x + window <= relief.size().width; x += step) {
            const PixelRect area =
                square_at((x + 0.5 * window) / scale, (y + 0.5 * window) / scale, whole, side);
            if (std::ranges::any_of(crops, [&](const LightCrop& other) { return overlap(area, other.area); }))
                continue;
            const double value = sign * unevenness(relief, {x, y, x + window, y + window});
            if (found.width() == 0 || value > best) {
                best = value;
                found = area;
            }
        }
    if (found.width() > 0)
        crops.push_back({name, found});
}

/// Base64 of a file's bytes, as a data address of a PNG.
Result<std::string> data_address(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (in.bad() || bytes.empty())
        return Error{"cannot read back " + path};
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const int length =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    text.resize(static_cast<size_t>(length));
    return "data:image/png;base64," + text;
}

/// A normal as it is packed into three bytes.
Rgb packed(Rgb normal) {
    const auto x = static_cast<int>(std::lround(std::clamp(normal.r, 0.0f, 1.0f) * 4095.0f));
    const auto y = static_cast<int>(std::lround(std::clamp(normal.g, 0.0f, 1.0f) * 4095.0f));
    const auto byte = [](int value) { return static_cast<float>(value) / 255.0f; };
    return {byte(x >> 4), byte(y >> 4), byte((x & 15) << 4 | (y & 15))};
}

/// @param measures whether the values are no colours.
Result<std::string> as_data(const Image<Rgb>& picture, bool measures, const std::string& temporary_folder) {
    const std::string file = (std::filesystem::path(temporary_folder) / "passing.png").string();
    if (const Status written =
            write_picture(file, {picture, {}}, {.replace = true, .depth = 8, .measures = measures});
        !written)
        return written.error();
    Result<std::string> address = data_address(file);
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    return address;
}

}  // namespace

std::vector<LightCrop> light_crops(const Image<float>& relief, const std::vector<Face>& faces, Size whole,
                                   int side) {
    // Small enough that there is room for three.
    side = std::max(1, std::min({side, whole.width / 3, whole.height / 3}));
    std::vector<LightCrop> crops;
    const ShareRect centre = faces.empty() ? ShareRect{0.0f, 0.0f, 1.0f, 1.0f} : faces.front().box;
    crops.push_back({faces.empty() ? "The middle" : "The face",
                     square_at((centre.x + 0.5 * centre.width) * whole.width,
                               (centre.y + 0.5 * centre.height) * whole.height, whole, side)});
    add_by_unevenness(crops, "Where the paint is most uneven", relief, whole, side, 1.0);
    add_by_unevenness(crops, "Where it is smoothest", relief, whole, side, -1.0);
    return crops;
}

Result<std::string> light_script(const Plan& plan, const RenderSettings& settings,
                                 const std::vector<LightCrop>& crops, const std::string& temporary_folder,
                                 const ThreadPool& workers) {
    std::vector<PixelRect> areas;
    areas.reserve(crops.size());
    for (const LightCrop& crop : crops)
        areas.push_back(crop.area);
    RenderSettings shown = settings;
    shown.finish = Finish::Unlit;
    const std::vector<Picture> paint = render_areas(plan, shown, areas, workers);
    shown.finish = Finish::Normals;
    std::vector<Picture> normals = render_areas(plan, shown, areas, workers);
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (size_t i = 0; i < crops.size(); ++i) {
        for (Rgb& normal : normals[i].colour.pixels())
            normal = packed(normal);
        const Result<std::string> colours = as_data(on_white(paint[i]), false, temporary_folder);
        if (!colours)
            return colours.error();
        const Result<std::string> facing = as_data(normals[i].colour, true, temporary_folder);
        if (!facing)
            return facing.error();
        list.push_back({{"name", crops[i].name},
                        {"x", crops[i].area.x0},
                        {"y", crops[i].area.y0},
                        {"width", crops[i].area.width()},
                        {"height", crops[i].area.height()},
                        {"paint", *colours},
                        {"normals", *facing}});
    }
    return "\"use strict\";\nconst revealLight = " + list.dump(1) + ";\n";
}

}  // namespace allaprima
