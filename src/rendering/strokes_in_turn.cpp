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
    scene_.touches = made_in_parallel<Touch>(pickups.size(), workers_, [&](size_t k) {
        const size_t i = first + k;
        const StrokeInHand in_hand(i, plan.strokes.size(), scene_.settings.size);
        ALLAPRIMA_CHECK(plan.strokes[i].brush >= 0 &&
                        static_cast<size_t>(plan.strokes[i].brush) < plan.materials.brushes.size());
        return Touch(plan.strokes[i], coats_[i], std::move(pickups[k]), plan, scene_.pixel_mm, detail_);
    });
    if (all_ready())
        pickups_.reset();
}

}  // namespace allaprima
