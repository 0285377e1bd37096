#include "planning/last_look.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "planning/retouch.h"

namespace allaprima {
namespace {

/// Of all strokes, for each face, and for all of them; and how many are of use to one.
constexpr float kForEach = 0.02f, kForAll = 0.1f;
constexpr int kMostForEach = 60;
/// Fewer strokes mend nothing.
constexpr int kFewest = 8;
/// In pixels of the reference: the eyes of narrower faces are dots there, unless a close view shows them.
constexpr float kNarrowestFace = 40.0f;
/// What is looked at around an eye, in its width: lids and the shadow of the brow.
constexpr float kAroundEye = 0.5f;

int for_each_face(int strokes) {
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

/// Whether the reference, or a close view of it, shows enough of the eyes.
bool is_seen_well(const Face& face, const Reference& reference) {
    const Size size = reference.size();
    const Vec2 middle{(face.box.x + 0.5f * face.box.width) * static_cast<float>(size.width),
                      (face.box.y + 0.5f * face.box.height) * static_cast<float>(size.height)};
    const auto shows = [&](const CloseView& view) {
        return middle.x >= static_cast<float>(view.area.x0) && middle.x < static_cast<float>(view.area.x1) &&
               middle.y >= static_cast<float>(view.area.y0) && middle.y < static_cast<float>(view.area.y1);
    };
    return face.box.width * static_cast<float>(size.width) >= kNarrowestFace ||
           std::ranges::any_of(reference.close_views, shows);
}

/// The faces that are looked at, the most important first: as many as there are strokes for.
std::vector<const Face*> faces_to_mend(const std::vector<Face>& faces, const Reference& reference,
                                       int strokes) {
    const int each = for_each_face(strokes);
    std::vector<const Face*> chosen;
    if (each < kFewest)
        return chosen;
    const auto most = static_cast<size_t>(kForAll * static_cast<float>(strokes)) / static_cast<size_t>(each);
    for (const Face& face : faces)
        if (chosen.size() < most && !face.eyes.empty() && is_seen_well(face, reference))
            chosen.push_back(&face);
    return chosen;
}

}  // namespace

int strokes_for_last_look(const std::vector<Face>& faces, const Reference& reference, int strokes) {
    return for_each_face(strokes) * static_cast<int>(faces_to_mend(faces, reference, strokes).size());
}

Plan after_last_look(Plan plan, const PlanningInputs& inputs, const ThreadPool& workers,
                     const std::function<bool()>& keep_going) {
    const auto& [reference, study, brief, materials] = inputs;
    const Size size = reference.size();
    const float shape = static_cast<float>(size.width) / static_cast<float>(size.height);
    std::vector<Stroke> laid;
    for (const Face* face : faces_to_mend(study.faces, reference, brief.strokes)) {
        const std::vector<Stroke> mended = retouch(
            with_retouches(plan, laid), reference, materials,
            {.boxes = around_eyes(*face, shape), .strokes = for_each_face(brief.strokes), .seed = brief.seed},
            workers, keep_going);
        laid.insert(laid.end(), mended.begin(), mended.end());
    }
    return with_retouches(std::move(plan), laid);
}

}  // namespace allaprima
