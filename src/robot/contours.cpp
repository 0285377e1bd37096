#include "robot/contours.h"

#include <algorithm>
#include <array>
#include <vector>

#include "robot/gather_colours.h"

namespace allaprima {
namespace {

constexpr int kSampleStep = 4;  // pixels between those that are looked at for tones
constexpr int kRounds = 3;
constexpr long long kSmallest = 400;  // of the picture: areas of less than a 400th go to their neighbours
constexpr Rgb kPaperWhite{1.0f, 1.0f, 1.0f}, kLine{0.15f, 0.15f, 0.15f};

using Tones = Image<int>;

std::vector<Oklab> tones_of(const Image<Oklab>& looks, const ThreadPool& workers) {
    std::vector<WeighedColour> colours;
    for (int y = 0; y < looks.height(); y += kSampleStep)
        for (int x = 0; x < looks.width(); x += kSampleStep)
            colours.push_back({looks.at(x, y), 1.0f});
    return gathered(colours, kContourTones, workers);
}

/// The tone that most pixels around have.
Tones smoothed(const Tones& tones, int reach, const ThreadPool& workers) {
    Tones smooth(tones.size());
    workers.parallel_for_ranges(static_cast<size_t>(tones.height()), [&](size_t begin, size_t end) {
        for (int y = static_cast<int>(begin); y < static_cast<int>(end); ++y)
            for (int x = 0; x < tones.width(); ++x) {
                std::array<int, kContourTones> count{};
                for (int v = std::max(y - reach, 0); v <= std::min(y + reach, tones.height() - 1); ++v)
                    for (int u = std::max(x - reach, 0); u <= std::min(x + reach, tones.width() - 1); ++u)
                        ++count[static_cast<size_t>(tones.at(u, v))];
                smooth.at(x, y) = static_cast<int>(std::ranges::max_element(count) - count.begin());
            }
    });
    return smooth;
}

/// The pixels of one tone that hang together with this one.
std::vector<Vec2> area_around(const Tones& tones, Image<char>& met, int x, int y) {
    std::vector<Vec2> area{{static_cast<float>(x), static_cast<float>(y)}};
    met.at(x, y) = 1;
    for (size_t i = 0; i < area.size(); ++i) {
        const int px = static_cast<int>(area[i].x), py = static_cast<int>(area[i].y);
        for (const auto& [dx, dy] : std::array<std::pair<int, int>, 4>{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}}) {
            const int u = px + dx, v = py + dy;
            if (u < 0 || v < 0 || u >= tones.width() || v >= tones.height() || met.at(u, v) ||
                tones.at(u, v) != tones.at(x, y))
                continue;
            met.at(u, v) = 1;
            area.push_back({static_cast<float>(u), static_cast<float>(v)});
        }
    }
    return area;
}

/// Small areas take the tone of what lies to the left of where they begin, or above.
void dissolve_small(Tones& tones) {
    const long long least = std::max(2LL, tones.size().area() / kSmallest);
    Image<char> met(tones.size());
    for (int y = 0; y < tones.height(); ++y)
        for (int x = 0; x < tones.width(); ++x) {
            if (met.at(x, y) || (x == 0 && y == 0))
                continue;
            const std::vector<Vec2> area = area_around(tones, met, x, y);
            if (static_cast<long long>(area.size()) >= least)
                continue;
            const int tone = x > 0 ? tones.at(x - 1, y) : tones.at(x, y - 1);
            for (const Vec2 p : area)
                tones.at(static_cast<int>(p.x), static_cast<int>(p.y)) = tone;
        }
}

}  // namespace

Image<Rgb> contours_of(const Image<Rgb>& picture, const ThreadPool& workers) {
    const Image<Oklab> looks = oklab_of_srgb(picture);
    const std::vector<Oklab> centres = tones_of(looks, workers);
    Tones tones(picture.size());
    for (size_t i = 0; i < looks.pixels().size(); ++i)
        tones.pixels()[i] = static_cast<int>(nearest_colour(centres, looks.pixels()[i]));
    const int reach = std::max(1, picture.size().long_side() / 200);
    for (int round = 0; round < kRounds; ++round)
        tones = smoothed(tones, reach, workers);
    dissolve_small(tones);
    Image<Rgb> drawing(picture.size());
    for (int y = 0; y < tones.height(); ++y)
        for (int x = 0; x < tones.width(); ++x) {
            const bool border = (x + 1 < tones.width() && tones.at(x + 1, y) != tones.at(x, y)) ||
                                (y + 1 < tones.height() && tones.at(x, y + 1) != tones.at(x, y));
            drawing.at(x, y) = border ? kLine : kPaperWhite;
        }
    return drawing;
}

}  // namespace allaprima
