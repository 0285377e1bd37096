#include "pictures/write_relief.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "files/new_file.h"

namespace allaprima {
namespace {

static_assert(std::endian::native == std::endian::little, "STL is little-endian");

using Point = std::array<float, 3>;

/// Triangles as binary STL has them: a normal, three corners that turn left seen from outside, two spare
/// bytes.
class StlFile {
  public:
    StlFile(const std::string& path, uint32_t triangles) : file_(path, std::ios::binary) {
        std::array<char, 80> header{};
        const char title[] = "Alla Prima, relief of a painting, millimetres";
        std::copy(std::begin(title), std::end(title), header.begin());
        file_.write(header.data(), header.size());
        file_.write(reinterpret_cast<const char*>(&triangles), sizeof triangles);
    }

    void add(const Point& a, const Point& b, const Point& c) {
        Point u{}, v{};
        for (size_t i = 0; i < 3; ++i) {
            u[i] = b[i] - a[i];
            v[i] = c[i] - a[i];
        }
        Point normal{u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
        const float length = std::sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
        for (float& n : normal)
            n /= std::max(length, 1e-20f);
        for (const Point* point : std::initializer_list<const Point*>{&normal, &a, &b, &c})
            file_.write(reinterpret_cast<const char*>(point->data()), sizeof(Point));
        file_.write("\0\0", 2);
    }
    void add(const Point& a, const Point& b, const Point& c, const Point& d) {
        add(a, b, c);
        add(a, c, d);
    }

    bool close() {
        file_.close();
        return !file_.fail();
    }

  private:
    std::ofstream file_;
};

/// The relief's points: x to the right, y up the canvas, z towards the eye.
class ReliefSurface {
  public:
    ReliefSurface(const Image<float>& heights, float pixel_mm) : heights_(heights), pixel_mm_(pixel_mm) {}

    Point top(int x, int y) const { return at(x, y, heights_.at(x, y)); }
    Point bottom(int x, int y) const { return at(x, y, -kReliefPlateMm); }

  private:
    Point at(int x, int y, float z) const {
        return {static_cast<float>(x) * pixel_mm_, static_cast<float>(heights_.height() - 1 - y) * pixel_mm_,
                z};
    }
    const Image<float>& heights_;
    float pixel_mm_;
};

void add_surface(StlFile& stl, const ReliefSurface& s, Size size) {
    for (int y = 0; y + 1 < size.height; ++y)
        for (int x = 0; x + 1 < size.width; ++x) {
            stl.add(s.top(x, y + 1), s.top(x + 1, y + 1), s.top(x + 1, y), s.top(x, y));
            stl.add(s.bottom(x, y), s.bottom(x + 1, y), s.bottom(x + 1, y + 1), s.bottom(x, y + 1));
        }
}

void add_sides(StlFile& stl, const ReliefSurface& s, Size size) {
    const int right = size.width - 1, low = size.height - 1;
    for (int x = 0; x < right; ++x) {
        stl.add(s.bottom(x, low), s.bottom(x + 1, low), s.top(x + 1, low), s.top(x, low));
        stl.add(s.bottom(x + 1, 0), s.bottom(x, 0), s.top(x, 0), s.top(x + 1, 0));
    }
    for (int y = 0; y < low; ++y) {
        stl.add(s.bottom(0, y), s.bottom(0, y + 1), s.top(0, y + 1), s.top(0, y));
        stl.add(s.bottom(right, y + 1), s.bottom(right, y), s.top(right, y), s.top(right, y + 1));
    }
}

}  // namespace

bool is_relief_model(const std::string& path) {
    std::string ending = std::filesystem::path(path).extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return std::tolower(c); });
    return ending == kReliefEnding;
}

Status write_relief_model(const std::string& path, const Image<float>& heights, float pixel_mm,
                          bool replace) {
    const Size size = heights.size();
    ALLAPRIMA_CHECK(size.width >= 2 && size.height >= 2 && size.long_side() <= kLongestReliefSide);
    Result<NewFile> file = NewFile::create(path, replace);
    if (!file)
        return file.error();
    const auto cells = static_cast<uint32_t>((size.width - 1) * (size.height - 1));
    const auto edges = static_cast<uint32_t>(2 * (size.width - 1) + 2 * (size.height - 1));
    StlFile stl(file->temporary_path(), 4 * cells + 2 * edges);
    const ReliefSurface surface(heights, pixel_mm);
    add_surface(stl, surface, size);
    add_sides(stl, surface, size);
    if (!stl.close())
        return Error{fmt::format("cannot write {}: {}", path, std::strerror(errno))};
    return file->finish();
}

}  // namespace allaprima
