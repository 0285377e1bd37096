#pragma once
#include <malloc.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "base/test_folder.h"
#include "exporting/export_format.h"
#include "rendering/sample_plans.h"

namespace allaprima::testing {

/// A painting in mixtures of five tubes, in three passes, whose brief says all that a brief can say.
inline Painting sample_painting(int strokes = 40) {
    Painting painting;
    painting.stage = Stage::Painted;
    painting.plan = busy_pigment_plan(strokes);
    Plan& plan = *painting.plan;
    plan.materials.brushes.push_back({.name = "a \"worn\" brush, \u00e9", .dryness = 0.1f});
    for (size_t i = 0; i < plan.strokes.size(); i += 3)
        plan.strokes[i].brush = 1;
    for (Stroke& stroke : plan.strokes)
        for (float* channel : {&stroke.paint.colour.r, &stroke.paint.colour.g, &stroke.paint.colour.b})
            *channel = std::clamp(*channel, 0.0f, 1.0f);
    plan.materials.hand.name = "mine";
    plan.materials.hand.ground = Rgb{0.1f, 0.2f, 1.0f / 3.0f};
    PaintingStart& start = painting.start;
    start.software = "Alla Prima";
    start.photo_name = "sitter.png";
    start.photo_digest = std::string(64, '7');
    start.photo_size = {640, 480};
    start.output = "/tmp/sitter.png";
    start.materials = plan.materials;
    start.faces = {{{0.25f, 0.125f, 0.5f, 0.3f}}};
    start.faces[0].eyes = {{0.3f, 0.2f, 0.1f, 0.05f}};
    Brief& brief = start.brief;
    brief.strokes = 40;
    brief.seed = ~uint64_t{0};
    brief.palette = "auto:5";
    brief.support = Support::Cotton;
    brief.ground = Rgb{0.5f, 0.25f, 0.125f};
    brief.target_psnr = 27.125;
    brief.output.size = Size{80, 60};
    brief.depth = 16;
    brief.light = {12.5f, 33.3f};
    brief.subject.box = ShareRect{0.1f, 0.2f, 0.5f, 0.7f};
    brief.marks = {{{.kind = Region::Kind::Circle, .centre = {0.5f, 0.25f}, .radius = 0.125f}, 3.0f}};
    brief.motifs.push_back({.file = "flag.svg", .veil = 0.75f});
    brief.spatters.emplace_back().seed = 1ULL << 63;
    return painting;
}

/// The same with a figure before its motif, and with two last touches over it.
inline Painting touched_painting() {
    Painting painting = sample_painting(30);
    Plan& plan = *painting.plan;
    Stroke drop = plan.strokes.back(), line = plan.strokes.front();
    drop.paint.shares = {1.0f};
    line.paint.shares = {0.0f, 1.0f};
    plan.passes = {{"form", static_cast<int>(plan.strokes.size())}, {kSpatterPass, 1}, {kSignaturePass, 1}};
    plan.strokes.push_back(drop);
    plan.strokes.push_back(line);
    painting.start.figure = Image<float>({20, 15});
    for (int y = 4; y < 15; ++y)
        for (int x = 6; x < 13; ++x)
            painting.start.figure.at(x, y) = 1.0f;
    painting.start.motifs = {Image<float>({12, 9})};
    for (int x = 8; x < 12; ++x)
        painting.start.motifs[0].at(x, 2) = 0.5f;
    return painting;
}

/// Asks for a stop from the beginning.
class StoppingObserver final : public Observer {
  public:
    void progress(std::string_view, double) override {}
    bool stop_requested() const override { return true; }
};

inline RenderSettings sized(Size size, Finish finish = Finish::Lit) {
    RenderSettings settings;
    settings.size = size;
    settings.finish = finish;
    return settings;
}

/// Writes the painting to `path`, as a file of the format. @param observer nullptr for one that neither tells
/// nor stops.
inline Result<ExportNotes> exported(const ExportFormat& format, const Painting& painting,
                                    const std::string& path, const RenderSettings& settings = {},
                                    int depth = 8, Observer* observer = nullptr,
                                    const ExportSettings& asked = {}) {
    SilentObserver silent;
    const ThreadPool workers(1);
    return write_export(format,
                        {.painting = painting,
                         .plan = *painting.plan,
                         .path = path,
                         .settings = settings,
                         .dpi = 300.0,
                         .depth = depth,
                         .asked = asked,
                         .workers = workers,
                         .observer = observer ? *observer : silent},
                        true);
}

/// What a file may say of itself.
inline const std::vector<XmpValue>& some_values() {
    static const std::vector<XmpValue> values{
        {XmpValue::Kind::Language, "Xmp.dc.title", "<Mann> & Mütze"},
        {XmpValue::Kind::Names, "Xmp.dc.creator", "Bo Sample"},
        {XmpValue::Kind::Language, "Xmp.dc.rights", "Free for all"},
        {XmpValue::Kind::Events, "Xmp.xmpMM.History", {}},
        {XmpValue::Kind::Text, "Xmp.xmpMM.History[1]/stEvt:action", "produced"}};
    return values;
}

/// A small export of the sample painting, which says so of itself.
inline Status export_saying(const ExportFormat& format, const std::string& path,
                            const std::vector<XmpValue>& says) {
    const Painting painting = sample_painting(20);
    SilentObserver observer;
    const ThreadPool workers(1);
    ExportSettings asked;
    asked.film.seconds = 1.0;
    asked.film.fps = 5;
    const Result<ExportNotes> written = write_export(format,
                                                     {.painting = painting,
                                                      .plan = *painting.plan,
                                                      .path = path,
                                                      .settings = sized({80, 60}),
                                                      .dpi = 72.0,
                                                      .asked = asked,
                                                      .workers = workers,
                                                      .observer = observer,
                                                      .says = says},
                                                     true);
    return written ? Status(Done{}) : Status(written.error());
}

/// Has memory that is asked for hold this byte. A file may not tell what memory held before.
inline void fill_new_memory(int byte) {
    mallopt(M_PERTURB, byte);
}

}  // namespace allaprima::testing
