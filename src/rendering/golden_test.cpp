// Pictures of a few strokes, kept in goldens/ and compared with what is painted now. They agree when all
// channels of 99.9 % of the pixels are within 2/255, for processors differ in the last bit. When they do
// not, expected · difference (eight times as strong, about grey) · got is written into the build folder;
// ALLAPRIMA_ACCEPT=1 in the environment keeps what was painted as the new golden.
#include <gtest/gtest.h>
#include <png.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>

#include "rendering/render.h"

namespace allaprima {
namespace {

/// Eight-bit RGB, row after row.
struct Bytes {
    Size size;
    std::vector<uint8_t> values;
};

Bytes eight_bit(const Image<Rgb>& picture) {
    Bytes bytes{picture.size(), {}};
    for (Rgb c : picture.pixels())
        for (float v : {c.r, c.g, c.b})
            bytes.values.push_back(static_cast<uint8_t>(std::lround(255.0f * std::clamp(v, 0.0f, 1.0f))));
    return bytes;
}

std::optional<Bytes> read_png(const std::string& file) {
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_file(&header, file.c_str()))
        return std::nullopt;
    header.format = PNG_FORMAT_RGB;
    Bytes bytes{{static_cast<int>(header.width), static_cast<int>(header.height)},
                std::vector<uint8_t>(PNG_IMAGE_SIZE(header))};
    if (!png_image_finish_read(&header, nullptr, bytes.values.data(), 0, nullptr))
        return std::nullopt;
    return bytes;
}

bool write_png(const std::string& file, const Bytes& bytes) {
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    header.width = static_cast<png_uint_32>(bytes.size.width);
    header.height = static_cast<png_uint_32>(bytes.size.height);
    header.format = PNG_FORMAT_RGB;
    return png_image_write_to_file(&header, file.c_str(), 0, bytes.values.data(), 0, nullptr) != 0;
}

/// Share of the pixels of which a channel is farther off than 2/255. Both of one size.
double share_off(const Bytes& a, const Bytes& b) {
    size_t off = 0;
    for (size_t i = 0; i < a.values.size(); i += 3) {
        int most = 0;
        for (size_t k = i; k < i + 3; ++k)
            most = std::max(most, std::abs(a.values[k] - b.values[k]));
        off += most > 2 ? 1 : 0;
    }
    return 3.0 * static_cast<double>(off) / static_cast<double>(a.values.size());
}

/// expected · difference · got, side by side.
Bytes side_by_side(const Bytes& expected, const Bytes& got) {
    Bytes all{{3 * got.size.width, got.size.height}, {}};
    const size_t row = 3 * static_cast<size_t>(got.size.width);
    for (size_t from = 0; from < got.values.size(); from += row) {
        const auto at = static_cast<long>(from), end = static_cast<long>(from + row);
        all.values.insert(all.values.end(), expected.values.begin() + at, expected.values.begin() + end);
        for (size_t k = from; k < from + row; ++k)
            all.values.push_back(
                static_cast<uint8_t>(std::clamp(128 + 8 * (got.values[k] - expected.values[k]), 0, 255)));
        all.values.insert(all.values.end(), got.values.begin() + at, got.values.begin() + end);
    }
    return all;
}

/// Empty when the picture agrees with goldens/NAME.png, else what is wrong and where to look.
std::string differs_from_golden(const std::string& name, const Image<Rgb>& got) {
    const std::string golden = ALLAPRIMA_SOURCE_DIR "/src/rendering/goldens/" + name + ".png";
    const Bytes bytes = eight_bit(got);
    const char* accept = std::getenv("ALLAPRIMA_ACCEPT");
    if (accept && std::string(accept) == "1")
        return write_png(golden, bytes) ? "" : "cannot write " + golden;
    const std::optional<Bytes> expected = read_png(golden);
    if (!expected || expected->size != bytes.size)
        return "no golden of this size: " + golden;
    const double off = share_off(*expected, bytes);
    if (off <= 0.001)
        return "";
    const std::string shown = ALLAPRIMA_GOLDEN_FAILURES "/golden-" + name + ".png";
    write_png(shown, side_by_side(*expected, bytes));
    return std::to_string(100.0 * off) + " % of the pixels differ; see " + shown +
           ". ALLAPRIMA_ACCEPT=1 keeps the new picture.";
}

Stroke stroke(std::array<Vec2, 3> points, float start, float end, Rgb colour, uint64_t seed) {
    Stroke s;
    s.path.points = points;
    s.width_start = start;
    s.width_end = end;
    s.paint.colour = colour;
    s.seed = seed;
    return s;
}

/// A thin dark over bare canvas, a thick light across it, a broad soft ground, an accent, a scumble.
Plan sample_plan() {
    Plan plan;
    plan.width_mm = 48.0f;
    plan.height_mm = 32.0f;
    plan.ground = {0.62f, 0.55f, 0.45f};
    plan.planned_pixel_mm = 0.7f;
    plan.strokes = {stroke({Vec2{2.0f, 7.0f}, Vec2{24.0f, 2.0f}, Vec2{46.0f, 8.0f}}, 12.0f, 14.0f,
                           {0.7f, 0.72f, 0.76f}, 1),
                    stroke({Vec2{10.0f, 28.0f}, Vec2{12.0f, 14.0f}, Vec2{20.0f, 4.0f}}, 9.0f, 5.0f,
                           {0.12f, 0.1f, 0.14f}, 2),
                    stroke({Vec2{4.0f, 20.0f}, Vec2{22.0f, 14.0f}, Vec2{42.0f, 22.0f}}, 6.0f, 6.0f,
                           {0.95f, 0.92f, 0.85f}, 3),
                    stroke({Vec2{30.0f, 27.0f}, Vec2{35.0f, 29.0f}, Vec2{40.0f, 26.0f}}, 2.0f, 1.2f,
                           {0.8f, 0.2f, 0.1f}, 4),
                    stroke({Vec2{30.0f, 12.0f}, Vec2{36.0f, 16.0f}, Vec2{38.0f, 30.0f}}, 8.0f, 8.0f,
                           {0.3f, 0.4f, 0.6f}, 5)};
    plan.strokes[0].softness = 1.0f;
    plan.strokes[1].load = 0.15f;
    plan.strokes[2].load = 1.0f;
    plan.strokes[4].opacity = 0.5f;
    return plan;
}

Image<Rgb> painted_sample(Finish finish) {
    RenderSettings settings;
    settings.size = {240, 160};
    settings.finish = finish;
    return render_picture(sample_plan(), settings, Workers(1)).colour;
}

TEST(Golden, PaintUnderRakingLight) {
    EXPECT_EQ(differs_from_golden("paint-lit", painted_sample(Finish::Lit)), "");
}

TEST(Golden, PaintWithoutLight) {
    EXPECT_EQ(differs_from_golden("paint-unlit", painted_sample(Finish::Unlit)), "");
}

}  // namespace
}  // namespace allaprima
