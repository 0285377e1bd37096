#include "charts/brush_sample.h"

#include "pigment/recipe_book.h"
#include "rendering/render.h"

namespace allaprima {
namespace {

constexpr float kPixel = 0.1f;  // mm
constexpr Size kSize{1600, 1200};
constexpr float kBrushWidth = 13.0f;  // mm

// The tubes of the sample.
constexpr Shares kBlue{0.45f, 0.0f, 0.55f}, kOchre{0.2f, 0.8f, 0.0f};

Palette sample_palette() {
    Palette palette{.name = "sample", .tubes = {}};
    for (const char* name : {"Titanium White", "Diarylide Yellow", "Ultramarine Blue"})
        palette.tubes.push_back(*find_pigment(name));
    return palette;
}

/// Lays strokes one after the other.
class Sample {
  public:
    explicit Sample(const Brush& brush) : book_(sample_palette()) {
        plan_.width_mm = kPixel * kSize.width;
        plan_.height_mm = kPixel * kSize.height;
        plan_.ground = {0.93f, 0.92f, 0.89f};
        plan_.planned_pixel_mm = 0.3f;
        plan_.materials = {.palette = sample_palette(), .brushes = {brush}};
    }

    void begin_pass(const char* name, Coat coat) { plan_.passes.push_back({name, 0, coat}); }

    Stroke& lay(const Path& path, const Shares& shares) {
        plan_.strokes.push_back({.path = path,
                                 .width_start = kBrushWidth,
                                 .width_end = kBrushWidth,
                                 .paint = {.colour = book_.shown(shares), .shares = shares},
                                 .load = 0.8f,
                                 .seed = plan_.strokes.size() + 1});
        ++plan_.passes.back().strokes;
        return plan_.strokes.back();
    }

    const Plan& plan() const { return plan_; }

  private:
    RecipeBook book_;
    Plan plan_;
};

Path straight(Vec2 from, Vec2 to) {
    return {{from, (from + to) * 0.5f, to}};
}

Plan sample_plan(const Brush& brush) {
    Sample sample(brush);
    sample.begin_pass("beneath", Coat::Body);
    sample.lay(straight({20, 95}, {70, 95}), kOchre);
    sample.lay(straight({90, 95}, {140, 95}), kOchre);
    sample.lay(straight({12, 16}, {72, 16}), kBlue);
    sample.lay({{Vec2{88, 24}, Vec2{115, -4}, Vec2{148, 24}}}, kBlue);
    Stroke& tapered = sample.lay({{Vec2{12, 56}, Vec2{42, 40}, Vec2{72, 56}}}, kBlue);
    tapered.width_end = 1.5f;
    Stroke& dry = sample.lay(straight({88, 52}, {148, 52}), kBlue);
    dry.load = 0.0f;
    sample.lay(straight({45, 78}, {45, 112}), kBlue);
    sample.begin_pass("over", Coat::Scumble);
    Stroke& dragged = sample.lay(straight({115, 78}, {115, 112}), kBlue);
    dragged.load = 0.05f;
    return sample.plan();
}

struct Caption {
    const char* text;
    Vec2 at;  ///< mm.
};
constexpr Caption kCaptions[] = {
    {"straight", {12, 36}},        {"curved", {88, 36}},
    {"tapered", {12, 68}},         {"little paint", {88, 68}},
    {"into wet paint", {12, 117}}, {"little paint, over a dry stroke", {88, 117}}};

}  // namespace

Picture brush_sample(const Brush& brush, const Lettering* lettering, const ThreadPool& workers) {
    Picture picture = render_picture(sample_plan(brush), {.size = kSize, .light = {}}, workers);
    if (lettering)
        for (const Caption& caption : kCaptions)
            lettering->write({.text = caption.text,
                              .x = static_cast<int>(caption.at.x / kPixel),
                              .y = static_cast<int>(caption.at.y / kPixel),
                              .height = 24},
                             picture.colour);
    return picture;
}

}  // namespace allaprima
