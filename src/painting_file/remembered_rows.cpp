#include "painting_file/remembered_rows.h"

#include <zlib.h>

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "painting_file/painting_rows.h"

namespace allaprima::painting_fields {
namespace {

constexpr size_t kMostViews = 65;
/// All views together have at most so many times the pixels of the first.
constexpr long long kMostTimesTheWhole = 4;

using Bytes = std::vector<unsigned char>;

/// Three planes, one after the other: green, and what red and blue differ by from it.
Bytes planes_of(const Image<Rgb>& colour) {
    const auto step = [](float v) { return static_cast<unsigned char>(std::lround(v * 255.0f)); };
    const size_t count = colour.pixels().size();
    Bytes planes(3 * count);
    for (size_t i = 0; i < count; ++i) {
        const Rgb& c = colour.pixels()[i];
        planes[i] = step(c.g);
        planes[count + i] = static_cast<unsigned char>(step(c.r) - step(c.g));
        planes[2 * count + i] = static_cast<unsigned char>(step(c.b) - step(c.g));
    }
    return planes;
}

Image<Rgb> picture_of(Size size, const Bytes& planes) {
    Image<Rgb> colour(size);
    const size_t count = colour.pixels().size();
    // As a Reference has them: in steps of 1/65535, of which each of these is 257.
    const auto value = [](int step) { return static_cast<float>(257 * (step & 255)) / 65535.0f; };
    for (size_t i = 0; i < count; ++i) {
        const int green = planes[i];
        colour.pixels()[i] = {value(green + planes[count + i]), value(green),
                              value(green + planes[2 * count + i])};
    }
    return colour;
}

size_t place(int width, int x, int y) {
    return static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x);
}

/// What a pixel is expected to be by those to its left and above it: the median of left, above and
/// left + above − corner (Weinberger, Seroussi & Sapiro, "LOCO-I", 1996).
int expected(const unsigned char* plane, int width, int x, int y) {
    const auto at = [&](int ax, int ay) { return ax < 0 || ay < 0 ? 0 : int{plane[place(width, ax, ay)]}; };
    const int left = at(x - 1, y), above = at(x, y - 1), corner = at(x - 1, y - 1);
    return std::clamp(left + above - corner, std::min(left, above), std::max(left, above));
}

/// Each value replaced by how far it is from what is expected, from the end so that those before are there
/// still; and back.
void take_expected(Size size, unsigned char* plane) {
    for (int y = size.height - 1; y >= 0; --y)
        for (int x = size.width - 1; x >= 0; --x)
            plane[place(size.width, x, y)] -= static_cast<unsigned char>(expected(plane, size.width, x, y));
}
void add_expected(Size size, unsigned char* plane) {
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            plane[place(size.width, x, y)] += static_cast<unsigned char>(expected(plane, size.width, x, y));
}

Bytes compressed(const Image<Rgb>& colour) {
    Bytes planes = planes_of(colour);
    for (size_t p = 0; p < 3; ++p)
        take_expected(colour.size(), planes.data() + p * colour.pixels().size());
    Bytes packed(compressBound(planes.size()));
    uLongf size = packed.size();
    ALLAPRIMA_CHECK(compress2(packed.data(), &size, planes.data(), planes.size(), Z_BEST_COMPRESSION) ==
                    Z_OK);
    packed.resize(size);
    return packed;
}

/// @return an empty picture where the bytes are not those of one of this size.
Image<Rgb> uncompressed(Size size, const Bytes& packed) {
    Bytes planes(3 * static_cast<size_t>(size.area()));
    uLongf length = planes.size();
    if (uncompress(planes.data(), &length, packed.data(), packed.size()) != Z_OK || length != planes.size())
        return {};
    for (size_t p = 0; p < 3; ++p)
        add_expected(size, planes.data() + p * static_cast<size_t>(size.area()));
    return picture_of(size, planes);
}

bool lies_in(const PixelRect& area, const PixelRect& whole) {
    return area.x0 >= whole.x0 && area.y0 >= whole.y0 && area.x0 < area.x1 && area.y0 < area.y1 &&
           area.x1 <= whole.x1 && area.y1 <= whole.y1;
}

/// Whether these are a whole picture and parts of it, of no more pixels than there may be.
bool may_be(const std::vector<RememberedRow>& rows) {
    const PixelRect whole = rows.front().area;
    const long long most = kMostTimesTheWhole * whole.width() * whole.height();
    long long pixels = 0;
    for (const RememberedRow& row : rows) {
        pixels += static_cast<long long>(row.finer) * row.finer * row.area.width() * row.area.height();
        if (!lies_in(row.area, whole) || pixels > most)
            return false;
    }
    return whole.x0 == 0 && whole.y0 == 0 && rows.front().finer == 1;
}

}  // namespace

std::vector<CloseView> remembered(const Reference& reference) {
    if (reference.colour.empty())
        return {};
    std::vector<CloseView> views{
        {{0, 0, reference.size().width, reference.size().height}, 1, reference.colour}};
    views.insert(views.end(), reference.close_views.begin(), reference.close_views.end());
    for (CloseView& view : views)
        view.colour = picture_of(view.colour.size(), planes_of(view.colour));
    return views;
}

void write_remembered(Database& database, const std::vector<CloseView>& views) {
    std::vector<RememberedRow> rows;
    rows.reserve(views.size());
    for (const CloseView& view : views)
        rows.push_back({view.area, view.finer, compressed(view.colour)});
    insert(database, "remembered", rows);
}

std::vector<CloseView> read_remembered(Database& database, const FileTables& file) {
    const std::vector<RememberedRow> rows = rows_of<RememberedRow>(database, file, "remembered", kMostViews);
    if (rows.empty() || database.failed())
        return {};
    if (!may_be(rows)) {
        database.fail("what is remembered of the reference are no views of one");
        return {};
    }
    std::vector<CloseView> views;
    for (const RememberedRow& row : rows) {
        const Size size{row.area.width() * row.finer, row.area.height() * row.finer};
        views.push_back({row.area, row.finer, uncompressed(size, row.packed)});
        if (views.back().colour.empty()) {
            database.fail("what is remembered of the reference is cut off");
            return {};
        }
    }
    return views;
}

}  // namespace allaprima::painting_fields
