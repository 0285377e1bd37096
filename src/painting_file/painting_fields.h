#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "model/brief_fields.h"
#include "model/painting.h"
#include "model/part_fields.h"
#include "model/plan.h"
#include "model/record_fields.h"
#include "model/study.h"

/// The columns of a painting file, each declared once: its name, where its value lives and what it may be.
/// The schema, the writer and the reader with its validation (painting_file/painting_columns.h) are three
/// visitors of these declarations.
///
/// Numbers stand in columns without a type, because a column of type REAL forgets the sign of a zero.

namespace allaprima::painting_fields {

inline constexpr double kSmallestPositive = 1e-6;
inline constexpr double kLargestCanvasMm = 1e5;
inline constexpr Range kCoordinateMm{-kLargestCanvasMm, kLargestCanvasMm};
inline constexpr Range kLengthMm{kSmallestPositive, kLargestCanvasMm};
inline constexpr Range kSeconds{0.0, 1e12};
inline constexpr int kMostBrushes = 100;
/// Thrown paint comes on top of the strokes that were asked for.
inline constexpr int kMostStrokesKept = 2'000'000;
inline constexpr int kMostRounds = 1'000'000;
inline constexpr size_t kMostParametersPerStroke = 64;
inline constexpr size_t kLongestKeptName = 4096;
/// Of the outline of something that is seen.
inline constexpr size_t kMostCorners = 256;

template <typename Visitor>
void visit_colour(Visitor& visitor, Rgb& colour) {
    visitor.real("red", colour.r, kShare);
    visitor.real("green", colour.g, kShare);
    visitor.real("blue", colour.b, kShare);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Face& face) {
    visitor.real("x", face.box.x, kFaceShare);
    visitor.real("y", face.box.y, kFaceShare);
    visitor.real("width", face.box.width, {kSmallestPositive, kFaceShare.high});
    visitor.real("height", face.box.height, {kSmallestPositive, kFaceShare.high});
    visitor.real("angle", face.angle, {-180.0, 180.0});
    std::array<std::optional<ShareRect>, 2> eyes;
    for (size_t i = 0; i < std::min(eyes.size(), face.eyes.size()); ++i)
        eyes[i] = face.eyes[i];
    visitor.maybe_box("first_eye", eyes[0]);
    visitor.maybe_box("second_eye", eyes[1]);
    visitor.maybe_box("mouth", face.mouth);
    face.eyes.clear();
    for (const std::optional<ShareRect>& eye : eyes)
        if (eye)
            face.eyes.push_back(*eye);
    std::array<std::optional<ShareRect>, 2> irises;
    for (size_t i = 0; i < std::min(irises.size(), face.irises.size()); ++i)
        irises[i] = face.irises[i];
    visitor.maybe_box("first_iris", irises[0]);
    visitor.maybe_box("second_iris", irises[1]);
    face.irises.clear();
    for (const std::optional<ShareRect>& iris : irises)
        if (iris)
            face.irises.push_back(*iris);
    visitor.real(Declared{.name = "certainty", .since = 6}, face.certainty, kShare);
    visitor.real(Declared{.name = "turn", .since = 6}, face.turn, {-1.0, 1.0});
    visitor.real(Declared{.name = "importance", .since = 6}, face.importance, kShare);
    visitor.whole(Declared{.name = "number", .since = 6}, face.number, 0, kMostNumbered);
    visitor.text(Declared{.name = "name", .since = 6}, face.name, kLongestGivenName);
}

/// Something beside faces. Since format 6.
template <typename Visitor>
void visit_fields(Visitor& visitor, Sighting& sighting) {
    visitor.choice("kind", sighting.kind, kSightingWords);
    visitor.real("x", sighting.box.x, kFaceShare);
    visitor.real("y", sighting.box.y, kFaceShare);
    visitor.real("width", sighting.box.width, {kSmallestPositive, kFaceShare.high});
    visitor.real("height", sighting.box.height, {kSmallestPositive, kFaceShare.high});
    visitor.real("certainty", sighting.certainty, kShare);
    visitor.whole("number", sighting.number, 0, kMostNumbered);
    visitor.text("name", sighting.name, kLongestGivenName);
    visitor.list("outline_f32", sighting.outline, kMostCorners);
}

/// Of the materials, what stands beside the tubes and the brushes.
template <typename Visitor>
void visit_fields(Visitor& visitor, Materials& materials) {
    visitor.text("palette", materials.palette.name, kLongestText);
    visitor.choice("support", materials.support, kSupportWords);
    visitor.real("wetness", materials.wetness, kShare);
}

/// A tool for which strokes are planned. Since format 6.
template <typename Visitor>
void visit_fields(Visitor& visitor, StrokeWidths& tool) {
    visitor.real("narrowest", tool.narrowest, kLengthMm);
    visitor.real("widest", tool.widest, kLengthMm);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Pigment& tube) {
    visitor.text("name", tube.name, kLongestText);
    visitor.text("colour_index", tube.colour_index, kLongestText);
    visitor.text("source", tube.source, kLongestText);
    visitor.numbers("absorption_f32", tube.absorption, {0.0, 1e6});
    visitor.numbers("scattering_f32", tube.scattering, {1e-7, 1e6});
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Brush& brush) {
    visitor.text("name", brush.name, kLongestText);
    for (const BrushSetting& setting : brush_settings())
        visitor.real(setting.name, brush.*setting.member, {setting.low, setting.high});
}

/// A hand; the columns are named as its settings are.
template <typename Visitor>
struct HandField {
    Visitor& visitor;
    Hand& hand;
    const HandSetting& setting;

    void operator()(float Hand::*member) {
        visitor.real(setting.name, hand.*member, {setting.low, setting.high});
    }
    void operator()(bool Hand::*member) { visitor.flag(setting.name, hand.*member); }
    void operator()(std::string Hand::*member) { visitor.text(setting.name, hand.*member, kLongestText); }
    void operator()(std::optional<Rgb> Hand::*member) {
        visitor.maybe_colour("ground_red", "ground_green", "ground_blue", hand.*member);
    }
};
template <typename Visitor>
void visit_fields(Visitor& visitor, Hand& hand) {
    visitor.text("name", hand.name, kLongestText);
    for (const HandSetting& setting : hand_settings())
        std::visit(HandField<Visitor>{visitor, hand, setting}, setting.member);
}

/// Of a plan, what stands beside its passes and strokes.
template <typename Visitor>
void visit_fields(Visitor& visitor, Plan& plan) {
    visitor.real("width_mm", plan.width_mm, kLengthMm);
    visitor.real("height_mm", plan.height_mm, kLengthMm);
    visit_colour(visitor, plan.ground);
    visitor.flag("transparent", plan.transparent);
    visitor.real("planned_pixel_mm", plan.planned_pixel_mm, kLengthMm);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Pass& pass) {
    visitor.text("name", pass.name, 100);
    visitor.whole("strokes", pass.strokes, 0, kMostStrokesKept);
    visitor.choice("coat", pass.coat, kCoatWords);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Stroke& stroke) {
    static_assert(sizeof(Stroke) == 36 * sizeof(float), "a painting file keeps every field of a stroke");
    constexpr std::array kX{"x0", "x1", "x2"};
    constexpr std::array kY{"y0", "y1", "y2"};
    for (size_t i = 0; i < stroke.path.points.size(); ++i) {
        visitor.real(kX[i], stroke.path.points[i].x, kCoordinateMm);
        visitor.real(kY[i], stroke.path.points[i].y, kCoordinateMm);
    }
    visitor.real("width_start", stroke.width_start, kLengthMm);
    visitor.real("width_end", stroke.width_end, kLengthMm);
    visitor.real("fade", stroke.fade, {0.0, kLargestCanvasMm});
    visitor.real("opacity", stroke.opacity, kShare);
    visit_colour(visitor, stroke.paint.colour);
    visitor.numbers("shares_f32", stroke.paint.shares, kShare);
    visitor.real("miss", stroke.paint.miss, {0.0, 1000.0});
    visitor.whole("brush", stroke.brush, 0, kMostBrushes - 1);
    visitor.real("load", stroke.load, kShare);
    visitor.real("softness", stroke.softness, kShare);
    visitor.seed("seed", stroke.seed);
    visitor.real(Declared{.name = "closer", .since = 6}, stroke.closer, {0.0, kFinestView - 1.0});
}

/// What a painting file tells of the painting as a whole.
struct PaintingRow {
    std::string software = {};
    Stage stage = Stage::Planning;
    std::string output = {};
    double planning_seconds = 0.0, painting_seconds = 0.0;
    std::string picture_digest = {};
    std::string pixels_digest = {};
};

template <typename Visitor>
void visit_fields(Visitor& visitor, PaintingRow& row) {
    visitor.text("software", row.software, kLongestKeptName);
    visitor.choice("stage", row.stage, kStageWords);
    visitor.text("output", row.output, kLongestKeptName);
    visitor.real("planning_seconds", row.planning_seconds, kSeconds);
    visitor.real("painting_seconds", row.painting_seconds, kSeconds);
    visitor.text("picture_sha256", row.picture_digest, kDigestLength);
    visitor.text(Declared{.name = "pixels_sha256", .since = 5}, row.pixels_digest, kDigestLength);
}

/// What it tells of the photograph.
struct PhotoRow {
    std::string name = {}, digest = {};
    Size size{1, 1};
    std::string colour_space = {};  ///< Since format 5.
};

template <typename Visitor>
void visit_fields(Visitor& visitor, PhotoRow& row) {
    visitor.text("name", row.name, kLongestKeptName);
    visitor.text("sha256", row.digest, kDigestLength);
    visitor.whole("width", row.size.width, 1, std::numeric_limits<int>::max());
    visitor.whole("height", row.size.height, 1, std::numeric_limits<int>::max());
    visitor.text(Declared{.name = "colour_space", .since = 5}, row.colour_space, kLongestKeptName);
}

/// The reference, while there is planning to do, with what was seen in it.
struct ReferenceRow {
    Size size{1, 1};
    Rgb ground;
    float pixel_mm = 1.0f;
    bool transparent_ground = false;
    std::vector<uint16_t> colour;  ///< Red, green, blue of each pixel, in steps of 1/65535.
    std::vector<float> focus, figure;
};

template <typename Visitor>
void visit_fields(Visitor& visitor, ReferenceRow& row) {
    constexpr size_t kMostPixels = size_t{kLargestPlanSize} * kLargestPlanSize;
    visitor.whole("width", row.size.width, 1, kLargestPlanSize);
    visitor.whole("height", row.size.height, 1, kLargestPlanSize);
    visitor.real("ground_red", row.ground.r, kShare);
    visitor.real("ground_green", row.ground.g, kShare);
    visitor.real("ground_blue", row.ground.b, kShare);
    visitor.real("pixel_mm", row.pixel_mm, kLengthMm);
    visitor.flag("transparent_ground", row.transparent_ground);
    visitor.list("rgb16", row.colour, 3 * kMostPixels);
    visitor.list("focus_f32", row.focus, kMostPixels);
    visitor.list("figure_f32", row.figure, kMostPixels);
}

/// A close view, while there is planning to do. Since format 6.
struct CloseViewRow {
    PixelRect area;
    int finer = 2;
    std::vector<uint16_t> colour = {};  ///< As ReferenceRow's.
};

template <typename Visitor>
void visit_fields(Visitor& visitor, CloseViewRow& row) {
    visitor.whole("x0", row.area.x0, 0, kLargestPlanSize);
    visitor.whole("y0", row.area.y0, 0, kLargestPlanSize);
    visitor.whole("x1", row.area.x1, 1, kLargestPlanSize);
    visitor.whole("y1", row.area.y1, 1, kLargestPlanSize);
    visitor.whole("finer", row.finer, 2, kFinestView);
    visitor.list("rgb16", row.colour, size_t{3} * kLargestPlanSize * kLargestPlanSize);
}

/// A view of what a finished painting was painted from. Since format 7.
struct RememberedRow {
    PixelRect area;
    int finer = 1;
    std::vector<unsigned char> packed = {};  ///< See remembered_rows.h.
};

template <typename Visitor>
void visit_fields(Visitor& visitor, RememberedRow& row) {
    visitor.whole("x0", row.area.x0, 0, kLargestPlanSize);
    visitor.whole("y0", row.area.y0, 0, kLargestPlanSize);
    visitor.whole("x1", row.area.x1, 1, kLargestPlanSize);
    visitor.whole("y1", row.area.y1, 1, kLargestPlanSize);
    visitor.whole("finer", row.finer, 1, kFinestView);
    visitor.list("packed", row.packed, size_t{4} * kLargestPlanSize * kLargestPlanSize);
}

/// The outline of a cut-out: Reference::alpha while there is planning to do, and Plan::outline; and the
/// figure of a painting whose reference is gone. Since format 5. Where a motif is seen, since format 6.
struct OutlineRow {
    Size size{1, 1};
    std::vector<uint16_t> shares = {};  ///< In steps of 1/65535.
};

template <typename Visitor>
void visit_fields(Visitor& visitor, OutlineRow& row) {
    visitor.whole("width", row.size.width, 1, kLargestPlanSize);
    visitor.whole("height", row.size.height, 1, kLargestPlanSize);
    visitor.list("shares_u16", row.shares, size_t{kLargestPlanSize} * kLargestPlanSize);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, PlanState& state) {
    visitor.whole("rounds_done", state.rounds_done, 0, kMostRounds);
    visitor.real("seconds", state.seconds, kSeconds);
    visitor.list("parameters_f32", state.parameters, size_t{kMostStrokesAsked} * kMostParametersPerStroke);
    visitor.list("born_i32", state.born, size_t{kMostStrokesAsked});
}

template <typename Visitor>
void visit_fields(Visitor& visitor, JournalLine& line) {
    visitor.whole("round", line.round, 0, kMostRounds);
    visitor.whole("strokes", line.strokes, 0, kMostStrokesAsked);
    visitor.real("seconds", line.seconds, kSeconds);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, EnclosedFile& file) {
    visitor.text("name", file.name, kLongestKeptName);
    visitor.list("bytes", file.bytes, kMostEnclosedBytes);
}

}  // namespace allaprima::painting_fields
