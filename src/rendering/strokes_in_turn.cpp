#include "rendering/strokes_in_turn.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/check.h"
#include "rendering/detail.h"

namespace allaprima {
namespace {

/// The stroke that is made ready; that happens whatever part of the picture is painted.
class StrokeInHand final : public WorkInHand {
  public:
    StrokeInHand(size_t stroke, size_t strokes, Size picture)
        : stroke_(stroke), strokes_(strokes), picture_(picture) {}

    std::string told() const override {
        return "stroke " + std::to_string(stroke_) + " of " + std::to_string(strokes_) +
               "; again: allaprima render PAINTING -o stroke.png --size " + std::to_string(picture_.width) +
               "x" + std::to_string(picture_.height) + " --part 0,0,1,1";
    }

  private:
    size_t stroke_, strokes_;
    Size picture_;
};

}  // namespace

StrokesInTurn::StrokesInTurn(const Plan& plan, const RenderSettings& settings, const ThreadPool& workers)
    : scene_(bare_scene(plan, settings)),
      workers_(workers),
      coats_(coats_of(plan)),
      detail_(detail_of(plan)) {
    ready(0);
}

size_t StrokesInTurn::bytes_of(const Stroke& stroke, const Plan& plan, float detail) {
    const Brush& brush = plan.materials.brushes[static_cast<size_t>(stroke.brush)];
    const float way = most_way(stroke.path), width = std::max(stroke.width_start, stroke.width_end);
    const TrackTable tracks = track_table(0.5f * width, way, brush.bristle_width, detail);
    const PickUp pickup = sized_table(width, way, detail);
    const auto cells = [](int across, int along) {
        return static_cast<size_t>(across) * static_cast<size_t>(along);
    };
    const auto channels = static_cast<size_t>(channels_of(plan.materials.palette));
    return sizeof(Touch) + cells(tracks.bristles, tracks.steps) * sizeof(Track) +
           cells(pickup.groups, pickup.steps) * (4 + channels) * sizeof(float);
}

size_t StrokesInTurn::most_bytes(const RenderSettings& settings) {
    constexpr size_t kLeast = size_t{64} << 20, kForAPixel = 64;
    return settings.ready_bytes > 0 ? settings.ready_bytes
                                    : kLeast + kForAPixel * static_cast<size_t>(settings.size.area());
}

bool StrokesInTurn::all_ready() const {
    return scene_.first == 0 && scene_.end() == scene_.plan.strokes.size();
}

bool StrokesInTurn::ready_next() {
    if (scene_.end() == scene_.plan.strokes.size())
        return false;
    ready(scene_.end());
    return true;
}

void StrokesInTurn::begin_again() {
    if (scene_.first > 0)
        ready(0);
}

/// As many strokes as the memory for them holds, and one at least where there is one.
size_t StrokesInTurn::end_of_turn(size_t first) const {
    const std::vector<Stroke>& strokes = scene_.plan.strokes;
    const size_t most = most_bytes(scene_.settings);
    size_t bytes = 0, end = first;
    while (end < strokes.size() && bytes < most)
        bytes += bytes_of(strokes[end++], scene_.plan, detail_);
    return end;
}

void StrokesInTurn::ready(size_t first) {
    const Plan& plan = scene_.plan;
    scene_.touches.clear();
    scene_.first = first;
    if (scene_.settings.finish == Finish::Flat) {
        scene_.flats = made_in_parallel<FlatTouch>(plan.strokes.size(), workers_, [&](size_t i) {
            return FlatTouch(plan.strokes[i], 0, planned_edge(plan.strokes[i], plan));
        });
        return;
    }
    if (first == 0)
        pickups_.emplace(plan, workers_);
    std::vector<PickUp> pickups(end_of_turn(first) - first);
    std::ranges::generate(pickups, [&] { return pickups_->next(); });
    const size_t count = pickups.size();
    scene_.touches = touches(std::span(plan.strokes).subspan(first, count),
                             std::span(coats_).subspan(first, count), std::move(pickups), first);
}

std::vector<Touch> StrokesInTurn::touches_after(std::span<const Stroke> strokes) const {
    PickUpWalk walk = *pickups_;
    std::vector<PickUp> pickups;
    pickups.reserve(strokes.size());
    for (const Stroke& stroke : strokes)
        pickups.push_back(walk.lay(stroke, Coat::Body));
    return touches(strokes, std::vector(strokes.size(), Coat::Body), std::move(pickups),
                   scene_.plan.strokes.size());
}

bool StrokesInTurn::is_seen(const Touch& touch) const {
    return meets(pixel_box_around(touch.footprint, touch.reach, scene_.pixel_mm), part_of(scene_.settings));
}

/// What brushes drag along beside the part that is painted is not worked out: it takes longest.
/// @param first the number of the first of them.
std::vector<Touch> StrokesInTurn::touches(std::span<const Stroke> strokes, std::span<const Coat> coats,
                                          std::vector<PickUp> pickups, size_t first) const {
    const Plan& plan = scene_.plan;
    return made_in_parallel<Touch>(strokes.size(), workers_, [&](size_t k) {
        const StrokeInHand in_hand(first + k, plan.strokes.size(), scene_.settings.size);
        ALLAPRIMA_CHECK(strokes[k].brush >= 0 &&
                        static_cast<size_t>(strokes[k].brush) < plan.materials.brushes.size());
        Touch touch(strokes[k], coats[k], plan, scene_.pixel_mm, detail_);
        if (is_seen(touch))
            touch.drag(std::move(pickups[k]), strokes[k], plan);
        return touch;
    });
}

}  // namespace allaprima
