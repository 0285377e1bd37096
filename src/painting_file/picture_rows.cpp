#include "painting_file/picture_rows.h"

#include <cmath>

#include "base/check.h"
#include "painting_file/painting_rows.h"

namespace allaprima::painting_fields {
namespace {

/// A file may not make anyone hold more.
constexpr size_t kMostCloseViews = 64;

/// @return the value in steps of 1/65535; a value between two steps is a broken promise of the Reference.
uint16_t in_steps(float value) {
    const auto steps = static_cast<uint16_t>(std::lround(value * 65535.0f));
    ALLAPRIMA_CHECK(static_cast<float>(steps) / 65535.0f == value);
    return steps;
}

}  // namespace

std::vector<uint16_t> packed(const Image<Rgb>& colour) {
    std::vector<uint16_t> steps;
    steps.reserve(colour.pixels().size() * 3);
    for (const Rgb& pixel : colour.pixels())
        for (const float channel : {pixel.r, pixel.g, pixel.b})
            steps.push_back(in_steps(channel));
    return steps;
}

Image<Rgb> unpacked(Size size, const std::vector<uint16_t>& steps) {
    Image<Rgb> colour(size);
    auto channel = [&](size_t i) { return static_cast<float>(steps[i]) / 65535.0f; };
    for (size_t i = 0; i < colour.pixels().size(); ++i)
        colour.pixels()[i] = {channel(3 * i), channel(3 * i + 1), channel(3 * i + 2)};
    return colour;
}

void write_close_views(Database& database, const std::vector<CloseView>& views) {
    std::vector<CloseViewRow> rows;
    rows.reserve(views.size());
    for (const CloseView& view : views)
        rows.push_back({view.area, view.finer, packed(view.colour)});
    insert(database, "close_view", rows);
}

std::vector<CloseView> read_close_views(Database& database, const FileTables& file, Size reference) {
    std::vector<CloseView> views;
    for (const CloseViewRow& row : rows_of<CloseViewRow>(database, file, "close_view", kMostCloseViews)) {
        const PixelRect& area = row.area;
        if (area.x1 <= area.x0 || area.y1 <= area.y0 || area.x1 > reference.width ||
            area.y1 > reference.height) {
            database.fail("a close view lies beside the reference");
            return {};
        }
        const Size size{area.width() * row.finer, area.height() * row.finer};
        if (row.colour.size() != 3 * static_cast<size_t>(size.area())) {
            database.fail("a close view is cut off");
            return {};
        }
        views.push_back({area, row.finer, unpacked(size, row.colour)});
    }
    return views;
}

}  // namespace allaprima::painting_fields
