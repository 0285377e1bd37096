#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "io/database.h"
#include "model/brief.h"
#include "model/brief_settings.h"
#include "model/plan.h"
#include "model/study.h"

/// The columns of a painting file, each declared once: its name, where its value lives and what it may be.
/// The schema, the writer and the reader with its validation are three visitors of these declarations.
///
/// Numbers stand in columns without a type, because a column of type REAL forgets the sign of a zero.

namespace allaprima::painting_fields {

struct Range {
    double low, high;
};

inline constexpr double kSmallestPositive = 1e-6;
inline constexpr double kLargestCanvasMm = 1e5;
inline constexpr Range kShare{0.0, 1.0};
inline constexpr Range kCoordinateMm{-kLargestCanvasMm, kLargestCanvasMm};
inline constexpr Range kLengthMm{kSmallestPositive, kLargestCanvasMm};
inline constexpr Range kSeconds{0.0, 1e12};
inline constexpr int kMostBrushes = 100;
/// Thrown paint comes on top of the strokes that were asked for.
inline constexpr int kMostStrokesKept = 2'000'000;
/// A face near the border may reach beyond it.
inline constexpr Range kFaceShare{-10.0, 10.0};

template <typename Visitor>
void visit_colour(Visitor& visitor, Rgb& colour) {
    visitor.real("red", colour.r, kShare);
    visitor.real("green", colour.g, kShare);
    visitor.real("blue", colour.b, kShare);
}

template <typename Visitor>
void visit_box(Visitor& visitor, ShareRect& box) {
    visitor.real("box_x", box.x, kFaceShare);
    visitor.real("box_y", box.y, kFaceShare);
    visitor.real("box_width", box.width, {0.0, kFaceShare.high});
    visitor.real("box_height", box.height, {0.0, kFaceShare.high});
}

template <typename Visitor>
void visit_region(Visitor& visitor, Region& region) {
    visitor.choice("region", region.kind, kRegionWords);
    visit_box(visitor, region.box);
    visitor.real("centre_x", region.centre.x, kFaceShare);
    visitor.real("centre_y", region.centre.y, kFaceShare);
    visitor.real("radius", region.radius, {0.0, kFaceShare.high});
    visitor.text("mask", region.mask, kLongestText);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, FocusMark& mark) {
    visit_region(visitor, mark.region);
    visitor.real("weight", mark.weight, {0.0, 10.0});
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Motif& motif) {
    visitor.text("file", motif.file, kLongestText);
    visitor.choice("place", motif.place, kMotifPlaceWords);
    visit_box(visitor, motif.box);
    visitor.real("veil", motif.veil, kShare);
    visitor.real("folds", motif.folds, kShare);
    visitor.real("softness", motif.softness, kShare);
    visitor.real("scale", motif.scale, {0.05, 20.0});
    visitor.flag("repeat", motif.repeat);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Spatter& spatter) {
    visit_region(visitor, spatter.region);
    visitor.text("colour", spatter.colour, kLongestText);
    visitor.real("amount", spatter.amount, kShare);
    visitor.seed("seed", spatter.seed);
    visitor.real("direction", spatter.direction, {0.0, 360.0});
    visitor.real("drop_mm", spatter.drop_mm, {0.2, 50.0});
    visitor.real("runs", spatter.runs, kShare);
    visitor.flag("under", spatter.under);
    visitor.flag("eyes", spatter.eyes);
}

template <typename Visitor>
void visit_subject(Visitor& visitor, Subject& subject) {
    visitor.text("subject_mask", subject.mask, kLongestText);
    visitor.text("subject_marks", subject.marks, kLongestText);
    visitor.maybe_box("subject", subject.box);
    visitor.real("subject_scale", subject.scale, {0.1, 4.0});
    visitor.flag("subject_crop", subject.crop);
}

template <typename Visitor>
void visit_signature(Visitor& visitor, Signature& signature) {
    visitor.text("signature_text", signature.text, kLongestText);
    visitor.text("signature_file", signature.file, kLongestText);
    visitor.choice("signature_corner", signature.corner, kCornerWords);
    visitor.text("signature_colour", signature.colour, kLongestText);
    visitor.real("signature_height_mm", signature.height_mm, {0.0, kLargestCanvasMm});
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Brief& brief) {
    visitor.whole("strokes", brief.strokes, 1, kMostStrokesAsked);
    visitor.seed("seed", brief.seed);
    visitor.text("hand", brief.hand, kLongestText);
    visitor.choice("focus", brief.focus, kFocusWords);
    visitor.maybe_text("palette", brief.palette, kLongestText);
    visitor.maybe_text("brush", brief.brush, kLongestText);
    visitor.maybe_real("wetness", brief.wetness, kShare);
    visitor.maybe_real("scumbles", brief.scumbles, {0.0, kMostOfACoat});
    visitor.maybe_real("glazes", brief.glazes, {0.0, kMostOfACoat});
    visitor.maybe_choice("support", brief.support, kSupportWords);
    visitor.maybe_colour("ground_red", "ground_green", "ground_blue", brief.ground);
    visitor.choice("transparency", brief.transparency, std::array{"ground", "transparent"});
    visitor.whole_or_open("plan_size", brief.plan_size, kSmallestPlanSize, kLargestPlanSize);
    visitor.maybe_real("target_psnr", brief.target_psnr, {kFaintestLikeness, kClosestLikeness});
    visitor.maybe_real("seconds", brief.seconds, {kShortestTime, kLongestTime});
    visitor.maybe_size("width", "height", brief.output.size, kLongestSide);
    visitor.maybe_whole("long_side", brief.output.long_side, 1, kLongestSide);
    visitor.maybe_real("width_mm", brief.output.width_mm, {kSmallestPrint, kLargestPrint});
    visitor.maybe_real("height_mm", brief.output.height_mm, {kSmallestPrint, kLargestPrint});
    visitor.maybe_real("dpi", brief.output.dpi, {kFewestDpi, kMostDpi});
    visitor.whole_or_open("depth", brief.depth, 8, 16);
    visitor.choice("finish", brief.finish, kFinishWords);
    visitor.real("light_azimuth", brief.light.azimuth, {kLeastAzimuth, kMostAzimuth});
    visitor.real("light_elevation", brief.light.elevation, {kLowestElevation, kHighestElevation});
    visitor.text("icc", brief.icc, kLongestText);
    visitor.choice("intent", brief.intent, kIntentWords);
    visit_subject(visitor, brief.subject);
    visitor.real("subject_finish", brief.subject_finish, kShare);
    visitor.real("background_finish", brief.background_finish, kShare);
    visitor.choice("backdrop", brief.backdrop, kBackdropWords);
    visit_signature(visitor, brief.signature);
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
}

/// Of the materials, what stands beside the tubes and the brushes.
template <typename Visitor>
void visit_fields(Visitor& visitor, Materials& materials) {
    visitor.text("palette", materials.palette.name, kLongestText);
    visitor.choice("support", materials.support, kSupportWords);
    visitor.real("wetness", materials.wetness, kShare);
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
}

/// Collects "x0, y0, …".
class ColumnNames {
  public:
    const std::string& names() const { return names_; }
    /// "?, ?, …", one for each.
    const std::string& marks() const { return marks_; }

    template <typename T>
    void real(const char* name, T&, Range) {
        add(name);
    }
    template <typename T>
    void maybe_real(const char* name, std::optional<T>&, Range) {
        add(name);
    }
    void whole(const char* name, int&, int64_t, int64_t) { add(name); }
    void whole_or_open(const char* name, int&, int64_t, int64_t) { add(name); }
    void maybe_whole(const char* name, std::optional<int>&, int64_t, int64_t) { add(name); }
    void maybe_size(const char* width, const char* height, std::optional<Size>&, int64_t) {
        add(width);
        add(height);
    }
    void maybe_box(const std::string& name, std::optional<ShareRect>&) {
        for (const char* part : {"_x", "_y", "_width", "_height"})
            add((name + part).c_str());
    }
    void seed(const char* name, uint64_t&) { add(name); }
    void flag(const char* name, bool&) { add(name); }
    void text(const char* name, std::string&, size_t) { add(name); }
    void maybe_text(const char* name, std::optional<std::string>&, size_t) { add(name); }
    template <typename Enum, size_t N>
    void maybe_choice(const char* name, std::optional<Enum>&, const std::array<const char*, N>&) {
        add(name);
    }
    template <typename Enum, size_t N>
    void choice(const char* name, Enum&, const std::array<const char*, N>&) {
        add(name);
    }
    template <size_t N>
    void numbers(const char* name, std::array<float, N>&, Range) {
        add(name);
    }
    void maybe_colour(const char* red, const char* green, const char* blue, std::optional<Rgb>&) {
        for (const char* name : {red, green, blue})
            add(name);
    }

  private:
    void add(const char* name) {
        names_ += (names_.empty() ? "" : ", ") + std::string(name);
        marks_ += marks_.empty() ? "?" : ", ?";
    }
    std::string names_, marks_;
};

/// Binds the values to the parameters of an INSERT, and refuses those that the reader would refuse.
class Binder {
  public:
    Binder(Database& database, Statement& statement) : database_(database), statement_(statement) {}

    template <typename T>
    void real(const char* name, T& value, Range range) {
        within(name, static_cast<double>(value), range.low, range.high);
        statement_.bind(static_cast<double>(value));
    }
    template <typename T>
    void maybe_real(const char* name, std::optional<T>& value, Range range) {
        value ? real(name, *value, range) : statement_.bind_nothing();
    }
    void whole(const char* name, int& value, int64_t low, int64_t high) {
        within(name, value, static_cast<double>(low), static_cast<double>(high));
        statement_.bind(static_cast<int64_t>(value));
    }
    /// 0 leaves it open.
    void whole_or_open(const char* name, int& value, int64_t low, int64_t high) {
        whole(name, value, value == 0 ? 0 : low, high);
    }
    void maybe_whole(const char* name, std::optional<int>& value, int64_t low, int64_t high) {
        value ? whole(name, *value, low, high) : statement_.bind_nothing();
    }
    void maybe_size(const char* width, const char* height, std::optional<Size>& value, int64_t most) {
        if (value) {
            whole(width, value->width, 1, most);
            whole(height, value->height, 1, most);
        } else {
            statement_.bind_nothing();
            statement_.bind_nothing();
        }
    }
    void maybe_box(const char* name, std::optional<ShareRect>& value) {
        for (int i = 0; !value && i < 4; ++i)
            statement_.bind_nothing();
        if (!value)
            return;
        for (float* number : {&value->x, &value->y, &value->width, &value->height})
            real(name, *number, kFaceShare);
    }
    void seed(const char*, uint64_t& value) { statement_.bind(static_cast<int64_t>(value)); }
    void flag(const char*, bool& value) { statement_.bind(static_cast<int64_t>(value)); }
    void text(const char* name, const std::string& value, size_t longest) {
        if (value.size() > longest)
            database_.fail(std::string(name) + " is too long");
        statement_.bind(std::string_view(value));
    }
    void maybe_text(const char* name, const std::optional<std::string>& value, size_t longest) {
        value ? text(name, *value, longest) : statement_.bind_nothing();
    }
    template <typename Enum, size_t N>
    void maybe_choice(const char* name, std::optional<Enum>& value, const std::array<const char*, N>& words) {
        value ? choice(name, *value, words) : statement_.bind_nothing();
    }
    template <typename Enum, size_t N>
    void choice(const char*, Enum& value, const std::array<const char*, N>& words) {
        statement_.bind(std::string_view(words[static_cast<size_t>(value)]));
    }
    template <size_t N>
    void numbers(const char* name, std::array<float, N>& values, Range range) {
        for (float value : values)
            within(name, static_cast<double>(value), range.low, range.high);
        statement_.bind(std::as_bytes(std::span(values)));
    }
    void maybe_colour(const char* red, const char* green, const char* blue, std::optional<Rgb>& value) {
        if (value) {
            real(red, value->r, kShare);
            real(green, value->g, kShare);
            real(blue, value->b, kShare);
        } else {
            for (int i = 0; i < 3; ++i)
                statement_.bind_nothing();
        }
    }

  private:
    void within(const char* name, double value, double low, double high) {
        if (!(value >= low && value <= high))
            database_.fail(std::string(name) + " is out of range");
    }

    Database& database_;
    Statement& statement_;
};

/// Takes the values from the columns of a row, from left to right.
class RowReader {
  public:
    RowReader(Database& database, Statement& row) : database_(database), row_(row) {}

    template <typename T>
    void real(const char*, T& value, Range range) {
        value = static_cast<T>(row_.real(range.low, range.high));
    }
    template <typename T>
    void maybe_real(const char* name, std::optional<T>& value, Range range) {
        if (there(value))
            real(name, *value, range);
    }
    void whole(const char*, int& value, int64_t low, int64_t high) {
        value = static_cast<int>(row_.whole(low, high));
    }
    void whole_or_open(const char* name, int& value, int64_t low, int64_t high) {
        value = static_cast<int>(row_.whole(0, high));
        if (value != 0 && value < low)
            database_.fail(std::string(name) + " is out of range");
    }
    void maybe_whole(const char* name, std::optional<int>& value, int64_t low, int64_t high) {
        if (there(value))
            whole(name, *value, low, high);
    }
    void maybe_size(const char* width, const char* height, std::optional<Size>& value, int64_t most) {
        std::optional<int> w, h;
        maybe_whole(width, w, 1, most);
        maybe_whole(height, h, 1, most);
        if (w.has_value() != h.has_value())
            database_.fail(std::string(width) + " and " + height + " do not belong together");
        value = w && h ? std::optional(Size{*w, *h}) : std::nullopt;
    }
    void maybe_box(const char* name, std::optional<ShareRect>& value) {
        value.reset();
        if (row_.next_is_nothing()) {
            for (int i = 0; i < 4; ++i)
                row_.skip();
            return;
        }
        ShareRect box;
        for (float* number : {&box.x, &box.y, &box.width, &box.height})
            real(name, *number, kFaceShare);
        value = box;
    }
    void seed(const char*, uint64_t& value) {
        value = static_cast<uint64_t>(
            row_.whole(std::numeric_limits<int64_t>::min(), std::numeric_limits<int64_t>::max()));
    }
    void flag(const char*, bool& value) { value = row_.whole(0, 1) != 0; }
    void text(const char*, std::string& value, size_t longest) { value = row_.text(longest); }
    void maybe_text(const char* name, std::optional<std::string>& value, size_t longest) {
        if (there(value))
            text(name, *value, longest);
    }
    template <typename Enum, size_t N>
    void maybe_choice(const char* name, std::optional<Enum>& value, const std::array<const char*, N>& words) {
        if (there(value))
            choice(name, *value, words);
    }
    template <typename Enum, size_t N>
    void choice(const char* name, Enum& value, const std::array<const char*, N>& words) {
        const std::string word = row_.text(100);
        for (size_t i = 0; i < N; ++i)
            if (word == words[i]) {
                value = static_cast<Enum>(i);
                return;
            }
        database_.fail(std::string(name) + " is none that is known");
    }
    template <size_t N>
    void numbers(const char* name, std::array<float, N>& values, Range range) {
        const std::span<const std::byte> bytes = row_.blob(N * sizeof(float));
        if (bytes.size() != N * sizeof(float))
            return database_.fail(std::string(name) + " has not the right number of numbers");
        std::memcpy(values.data(), bytes.data(), bytes.size());
        for (float value : values)
            if (!(static_cast<double>(value) >= range.low && static_cast<double>(value) <= range.high))
                return database_.fail(std::string(name) + " is out of range");
    }
    void maybe_colour(const char* red, const char* green, const char* blue, std::optional<Rgb>& value) {
        value.reset();
        if (row_.next_is_nothing()) {
            for (int i = 0; i < 3; ++i)
                row_.skip();
            return;
        }
        Rgb colour;
        real(red, colour.r, kShare);
        real(green, colour.g, kShare);
        real(blue, colour.b, kShare);
        value = colour;
    }

  private:
    /// Makes room for a value where the row has one; otherwise passes it over.
    template <typename T>
    bool there(std::optional<T>& value) {
        value.reset();
        if (row_.next_is_nothing())
            row_.skip();
        else
            value.emplace();
        return value.has_value();
    }

    Database& database_;
    Statement& row_;
};

template <typename T>
std::string column_names() {
    T value;
    ColumnNames names;
    visit_fields(names, value);
    return names.names();
}

template <typename T>
std::string column_marks() {
    T value;
    ColumnNames names;
    visit_fields(names, value);
    return names.marks();
}

}  // namespace allaprima::painting_fields
