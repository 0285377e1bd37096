#include "planning/last_look.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "planning/retouch.h"

namespace allaprima {
namespace {

/// Of all strokes, for what each close view shows, and for all of them; and how many of those are of use.
constexpr float kForEach = 0.02f, kForAll = 0.1f;
constexpr int kMostForEach = 60;
/// Fewer strokes mend nothing.
constexpr int kFewest = 8;
/// What is looked at around an eye, in its width: lids and the shadow of the brow.
constexpr float kAroundEye = 0.5f;

int for_each_view(int strokes) {
    return std::min(kMostForEach, static_cast<int>(kForEach * static_cast<float>(strokes)));
}

/// The eyes of a face and what is around them. The same strokes spread over the mouth too leave more eyes
/// dead. @param shape the picture's width over its height.
std::vector<ShareRect> around_eyes(const Face& face, float shape) {
    std::vector<ShareRect> boxes;
    boxes.reserve(face.eyes.size());
    for (const ShareRect& eye : face.eyes) {
        const float across = kAroundEye * eye.width, down = across * shape;
        boxes.push_back({eye.x - across, eye.y - down, eye.width + 2.0f * across, eye.height + 2.0f * down});
    }
    return boxes;
}

/// Whether a face was looked at closely: its middle lies in a view.
bool is_seen_closely(const Face& face, const Reference& reference) {
    const Vec2 middle{(face.box.x + 0.5f * face.box.width) * static_cast<float>(reference.size().width),
                      (face.box.y + 0.5f * face.box.height) * static_cast<float>(reference.size().height)};
    return std::ranges::any_of(reference.close_views, [&](const CloseView& view) {
        return middle.x >= static_cast<float>(view.area.x0) && middle.x < static_cast<float>(view.area.x1) &&
               middle.y >= static_cast<float>(view.area.y0) && middle.y < static_cast<float>(view.area.y1);
    });
}

}  // namespace

int strokes_for_last_look(std::span<const CloseView> views, int strokes) {
    const auto most = static_cast<int>(kForAll * static_cast<float>(strokes));
    const int all = std::min(most, for_each_view(strokes) * static_cast<int>(views.size()));
    return for_each_view(strokes) < kFewest ? 0 : all;
}

Plan after_last_look(Plan plan, const PlanningInputs& inputs, const ThreadPool& workers,
                     const std::function<bool()>& keep_going) {
    const auto& [reference, study, brief, materials] = inputs;
    const Size size = reference.size();
    const float shape = static_cast<float>(size.width) / static_cast<float>(size.height);
    int left = strokes_for_last_look(reference.close_views, brief.strokes);
    std::vector<Stroke> laid;
    for (const Face& face : study.faces) {
        const std::vector<ShareRect> eyes = around_eyes(face, shape);
        const int count = std::min(left, for_each_view(brief.strokes));
        if (count < kFewest || eyes.empty() || !is_seen_closely(face, reference))
            continue;
        const std::vector<Stroke> mended =
            retouch(with_retouches(plan, laid), reference, materials,
                    {.boxes = eyes, .strokes = count, .seed = brief.seed}, workers, keep_going);
        laid.insert(laid.end(), mended.begin(), mended.end());
        left -= count;
    }
    return with_retouches(std::move(plan), laid);
}

}  // namespace allaprima
