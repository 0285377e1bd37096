#include "retouching/repaint.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/rng.h"
#include "image/filters.h"
#include "retouching/connected_boxes.h"

namespace allaprima {
namespace {

/// Errors that count so many times what they did begin to be worked over, and wholly are.
constexpr float kFinerBegins = 1.15f, kFinerWhole = 1.5f;
/// Of what is changed, what is too faint to be worked over, and what is too small, pixels.
constexpr float kFaint = 0.1f;
constexpr int kSmallest = 16;
/// More places than these are worked over as one.
constexpr size_t kMostPlaces = 8;
/// Strokes for a place: fewer show nothing; at most so many for each that lies there.
constexpr int kFewest = 8;
constexpr float kMostForOne = 2.0f;
/// Where it is to be calmer, smaller forms than this are left out, in sides of a new stroke's room, and so
/// many strokes are laid for each that lies there, before those are shared by how much less errors count.
constexpr float kCalmForms = 0.5f;
constexpr float kCalmStrokes = 0.8f;
/// A box's border belongs to the box only in part (share_in_boxes): it lies outside what is meant.
constexpr float kRoomForBorder = 0.18f;
/// Errors count this many times the mean at most where strokes are shared out over the whole picture.
constexpr float kMostFocus = 12.0f;

float ramp(float at, float from, float to) {
    return std::clamp((at - from) / (to - from), 0.0f, 1.0f);
}

/// How many times more errors count in each pixel, beside what all that was not asked for moved along with
/// the mean.
Image<float> ratio_of(const Changes& changes) {
    Image<float> ratio(changes.now.size(), 1.0f);
    std::vector<float> known;
    for (size_t i = 0; i < ratio.pixels().size(); ++i) {
        const float before = changes.before.pixels()[i], now = changes.now.pixels()[i];
        if (before <= 0.0f || now <= 0.0f)
            continue;
        ratio.pixels()[i] = now / before;
        known.push_back(now / before);
    }
    if (known.empty())
        return ratio;
    // Most of a picture is left as it is, or all of it changes alike: then nothing does.
    const auto middle = known.begin() + static_cast<std::ptrdiff_t>(known.size() / 2);
    std::ranges::nth_element(known, middle);
    for (float& r : ratio.pixels())
        r /= *middle;
    return ratio;
}

template <typename Of>
Image<float> map_of(const Image<float>& source, Of of) {
    Image<float> map(source.size());
    std::ranges::transform(source.pixels(), map.pixels().begin(), of);
    return map;
}

/// A map within a part of the picture, and empty outside.
Image<float> cut_to(const Image<float>& map, const PixelRect& part) {
    Image<float> cut(map.size());
    for (int y = part.y0; y < part.y1; ++y)
        for (int x = part.x0; x < part.x1; ++x)
            cut.at(x, y) = map.at(x, y);
    return cut;
}

double sum_of(const Image<float>& map) {
    double sum = 0.0;
    for (const float v : map.pixels())
        sum += v;
    return sum;
}

/// Of a map, over what another says: 1 where that is empty.
double mean_over(const Image<float>& map, const Image<float>& over) {
    double sum = 0.0, weight = 0.0;
    for (size_t i = 0; i < map.pixels().size(); ++i) {
        sum += static_cast<double>(map.pixels()[i] * over.pixels()[i]);
        weight += over.pixels()[i];
    }
    return weight > 0.0 ? sum / weight : 1.0;
}

/// How many of the plan's strokes lie there.
double strokes_within(const Image<float>& map, const Plan& plan, float pixel_mm) {
    double count = 0.0;
    for (const Stroke& stroke : plan.strokes) {
        const Vec2 middle = stroke.path.points[1] * (1.0f / pixel_mm);
        const auto x = static_cast<int>(std::floor(middle.x)), y = static_cast<int>(std::floor(middle.y));
        if (x >= 0 && y >= 0 && x < map.width() && y < map.height())
            count += map.at(x, y);
    }
    return count;
}

/// The part of the picture, with room for its border.
ShareRect box_of(const PixelRect& part, Size size) {
    const float room = kRoomForBorder * static_cast<float>(std::min(part.width(), part.height()));
    const auto width = static_cast<float>(size.width), height = static_cast<float>(size.height);
    const float x0 = std::max(0.0f, (static_cast<float>(part.x0) - room) / width),
                y0 = std::max(0.0f, (static_cast<float>(part.y0) - room) / height),
                x1 = std::min(1.0f, (static_cast<float>(part.x1) + room) / width),
                y1 = std::min(1.0f, (static_cast<float>(part.y1) + room) / height);
    return {x0, y0, x1 - x0, y1 - y0};
}

std::vector<PixelRect> places_in(const Image<float>& map) {
    std::vector<PixelRect> places = connected_boxes(map, kFaint);
    std::erase_if(places, [](const PixelRect& place) { return place.width() * place.height() < kSmallest; });
    if (places.size() <= kMostPlaces)
        return places;
    PixelRect all = places.front();
    for (const PixelRect& place : places)
        all = {std::min(all.x0, place.x0), std::min(all.y0, place.y0), std::max(all.x1, place.x1),
               std::max(all.y1, place.y1)};
    return {all};
}

int rounded(double count) {
    return std::max(kFewest, static_cast<int>(std::lround(count)));
}

/// What gathers the orders.
struct Gathering {
    const Changes& changes;
    const Plan& plan;
    const Reference& reference;
    Image<float> ratio = ratio_of(changes);
    std::vector<Retouch> orders = {};

    Retouch order_at(const PixelRect& place, Image<float> within) const {
        return {.boxes = {box_of(place, reference.size())}, .within = std::move(within)};
    }

    void calm() {
        const Image<float> calmer = map_of(ratio, [](float r) {
            return ramp(r > 0.0f ? 1.0f / r : kFinerWhole, kFinerBegins, kFinerWhole);
        });
        for (const PixelRect& place : places_in(calmer)) {
            Retouch order = order_at(place, cut_to(calmer, place));
            const double there = strokes_within(order.within, plan, reference.pixel_mm);
            order.strokes = rounded(kCalmStrokes * there * mean_over(ratio, order.within));
            order.smallest_form =
                kCalmForms * static_cast<float>(std::sqrt(sum_of(order.within) / order.strokes));
            orders.push_back(std::move(order));
        }
    }

    void work_out() {
        Image<float> finer = map_of(ratio, [](float r) { return ramp(r, kFinerBegins, kFinerWhole); });
        for (size_t i = 0; i < changes.reference.pixels().size(); ++i)
            finer.pixels()[i] = std::max(finer.pixels()[i], changes.reference.pixels()[i]);
        for (const PixelRect& place : places_in(finer)) {
            Retouch order = order_at(place, cut_to(finer, place));
            const double there = strokes_within(order.within, plan, reference.pixel_mm);
            const double more = mean_over(ratio, order.within) - 1.0;
            const double anew = changes.reference.empty() ? 0.0 : mean_over(changes.reference, order.within);
            order.strokes = rounded(there * std::clamp(more + anew, 0.0, static_cast<double>(kMostForOne)));
            orders.push_back(std::move(order));
        }
    }

    void share_out() {
        if (changes.more_strokes <= 0)
            return;
        Image<float> focus = map_of(changes.now, [](float w) { return std::min(w, kMostFocus); });
        orders.push_back({.boxes = {{0.0f, 0.0f, 1.0f, 1.0f}},
                          .strokes = changes.more_strokes,
                          .focus = std::move(focus)});
    }
};

}  // namespace

std::vector<Retouch> orders_for(const Changes& changes, const Plan& plan, const Reference& reference,
                                uint64_t seed) {
    Gathering gathering{changes, plan, reference};
    gathering.calm();
    gathering.work_out();
    gathering.share_out();
    for (size_t i = 0; i < gathering.orders.size(); ++i)
        gathering.orders[i].seed = scramble(seed + i);
    return std::move(gathering.orders);
}

int strokes_of(const std::vector<Retouch>& orders) {
    int count = 0;
    for (const Retouch& order : orders)
        count += order.strokes;
    return count;
}

float share_of_picture(const std::vector<Retouch>& orders, Size reference) {
    Image<float> share(reference);
    for (const Retouch& order : orders)
        for (size_t i = 0; i < share.pixels().size(); ++i)
            share.pixels()[i] =
                std::max(share.pixels()[i], order.within.empty() ? 1.0f : order.within.pixels()[i]);
    return static_cast<float>(sum_of(share) / static_cast<double>(reference.area()));
}

std::vector<Stroke> repaint(const std::vector<Retouch>& orders, const Plan& plan, const Reference& reference,
                            const Materials& materials, const ThreadPool& workers,
                            const std::function<bool()>& keep_going, const StrokesSoFar& growing,
                            const std::function<void(size_t)>& done) {
    std::vector<Stroke> laid;
    for (size_t i = 0; i < orders.size() && keep_going(); ++i) {
        const auto hear = [&](const std::vector<Stroke>& strokes) {
            std::vector<Stroke> all = laid;
            all.insert(all.end(), strokes.begin(), strokes.end());
            growing(all);
        };
        const std::vector<Stroke> strokes =
            retouch(with_retouches(plan, laid), reference, materials, orders[i], workers, keep_going,
                    growing ? StrokesSoFar(hear) : StrokesSoFar{});
        laid.insert(laid.end(), strokes.begin(), strokes.end());
        if (done)
            done(i + 1);
    }
    return keep_going() ? laid : std::vector<Stroke>{};
}

}  // namespace allaprima
