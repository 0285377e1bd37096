#include "studio/live_frames.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace allaprima {
namespace {

constexpr auto kBetweenStrokes = std::chrono::milliseconds(250);
constexpr size_t kMostPaintings = 16;
constexpr char kStrokes = 1, kPart = 2;

/// Numbers as bytes, the lowest first.
class FrameWriter {
  public:
    explicit FrameWriter(char kind) : bytes_{kind, 0, 0, 0} {}

    void u16(int value) { put(static_cast<uint32_t>(value), 2); }
    void u32(size_t value) { put(static_cast<uint32_t>(value), 4); }
    void f32(float value) { put(std::bit_cast<uint32_t>(value), 4); }
    /// Three channels and a fourth number, each 0 to 1.
    void colour(Rgb colour, float fourth) {
        for (const float channel : {colour.r, colour.g, colour.b, fourth})
            bytes_.push_back(static_cast<char>(std::lround(255.0f * std::clamp(channel, 0.0f, 1.0f))));
    }
    void raw(const std::string& bytes) { bytes_ += bytes; }
    void reserve(size_t more) { bytes_.reserve(bytes_.size() + more); }
    std::string take() { return std::move(bytes_); }

  private:
    void put(uint32_t value, int count) {
        for (int i = 0; i < count; ++i)
            bytes_.push_back(static_cast<char>(value >> (8 * i) & 0xff));
    }

    std::string bytes_;
};

constexpr size_t kStrokeBytes = 40;

/// @param border its whole width, mm.
void write_stroke(const Stroke& stroke, float border, FrameWriter& writer) {
    for (const Vec2& point : stroke.path.points) {
        writer.f32(point.x);
        writer.f32(point.y);
    }
    writer.f32(0.5f * stroke.width_start);
    writer.f32(0.5f * stroke.width_end);
    writer.f32(border);
    writer.colour(stroke.paint.colour, stroke.opacity);
}

}  // namespace

std::string strokes_frame(const Plan& plan) {
    FrameWriter writer(kStrokes);
    writer.reserve(kStrokeBytes * (plan.strokes.size() + 1));
    writer.u32(plan.strokes.size());
    writer.f32(plan.width_mm);
    writer.f32(plan.height_mm);
    writer.colour(plan.ground, 0.0f);
    for (const Stroke& stroke : plan.strokes)
        write_stroke(stroke, planned_edge(stroke, plan) + stroke.fade, writer);
    return writer.take();
}

std::string part_frame(const GrownPart& part, const std::string& picture) {
    FrameWriter writer(kPart);
    for (const int number : {part.area.x0, part.area.y0, part.area.width(), part.area.height(),
                             part.whole.width, part.whole.height})
        writer.u16(number);
    writer.u32(part.strokes);
    writer.raw(picture);
    return writer.take();
}

/// The caller holds the mutex. Paintings that nothing was told of for longest are forgotten.
LiveFrames::OfPainting& LiveFrames::touch(const std::string& id) {
    paintings_[id].touched = ++count_;
    if (paintings_.size() > kMostPaintings)
        paintings_.erase(std::ranges::min_element(
            paintings_, {}, [](const auto& painting) { return painting.second.touched; }));
    return paintings_[id];
}

bool LiveFrames::put_strokes(const std::string& id, const Plan& plan, bool sketch) {
    Frame frame = std::make_shared<const std::string>(strokes_frame(plan));
    const std::lock_guard hold(mutex_);
    OfPainting& painting = touch(id);
    if (sketch && painting.strokes.frame && !painting.sketch)
        return false;
    painting.sketch = sketch;
    painting.strokes = {count_, std::move(frame)};
    return true;
}

void LiveFrames::put_part(const std::string& id, const GrownPart& part, const std::string& picture) {
    Frame frame = std::make_shared<const std::string>(part_frame(part, picture));
    const std::lock_guard hold(mutex_);
    OfPainting& painting = touch(id);
    painting.parts[{part.area.x0, part.area.y0}] = {count_, std::move(frame)};
}

void LiveFrames::forget_parts(const std::string& id) {
    const std::lock_guard hold(mutex_);
    touch(id).parts.clear();
}

std::vector<Frame> LiveFrames::news(const std::string& id, Heard& heard) const {
    const std::lock_guard hold(mutex_);
    std::vector<Frame> frames;
    const auto found = paintings_.find(id);
    if (found == paintings_.end())
        return frames;
    const OfPainting& painting = found->second;
    const auto now = std::chrono::steady_clock::now();
    if (painting.strokes.number > heard.strokes && now - heard.strokes_at >= kBetweenStrokes) {
        frames.push_back(painting.strokes.frame);
        heard.strokes = painting.strokes.number;
        heard.strokes_at = now;
    }
    const uint64_t before = heard.parts;
    for (const auto& [place, part] : painting.parts)
        if (part.number > before) {
            frames.push_back(part.frame);
            heard.parts = std::max(heard.parts, part.number);
        }
    return frames;
}

Frame LiveFrames::strokes(const std::string& id) const {
    const std::lock_guard hold(mutex_);
    const auto found = paintings_.find(id);
    return found == paintings_.end() ? nullptr : found->second.strokes.frame;
}

}  // namespace allaprima
