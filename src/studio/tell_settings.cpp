#include "studio/tell_settings.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "engine/destination.h"
#include "engine/export_formats.h"
#include "engine/version.h"
#include "model/brief_fields.h"
#include "model/brief_settings.h"
#include "model/declared_settings.h"
#include "model/shipped_files.h"
#include "studio/take_away.h"

namespace allaprima {
namespace {

using Json = nlohmann::ordered_json;
using painting_fields::Range;

/// What kind of value a field holds, and between what it lies.
struct Shape {
    std::string kind = "text";
    std::optional<Range> range = {};
};

/// Visits the declarations for what settings do not tell.
class ShapeCollector {
  public:
    std::map<std::string, Shape> shapes;

    template <typename T>
    void real(const Declared& declared, const T&, Range range) {
        put(declared, {"number", painting_fields::asked(declared, range)});
    }
    template <typename T>
    void maybe_real(const Declared& declared, const std::optional<T>&, Range range) {
        real(declared, T{}, range);
    }
    void whole(const Declared& declared, int, int low, int high) {
        put(declared, {"integer", painting_fields::asked(
                                      declared, {static_cast<double>(low), static_cast<double>(high)})});
    }
    void whole_or_open(const Declared& declared, int value, int low, int high) {
        whole(declared, value, low, high);
    }
    void maybe_whole(const Declared& declared, const std::optional<int>&, int low, int high) {
        whole(declared, 0, low, high);
    }
    void seed(const Declared& declared, uint64_t) {
        put(declared, {"integer", Range{0.0, 9007199254740991.0}});  // the largest that a page's numbers hold
    }
    void flag(const Declared& declared, bool) { put(declared, {"switch"}); }
    void text(const Declared& declared, const std::string&, size_t) { put(declared, {"text"}); }
    void maybe_text(const Declared& declared, const std::optional<std::string>&, size_t) {
        put(declared, {"text"});
    }
    template <typename Enum, size_t N>
    void choice(const Declared& declared, Enum, const std::array<const char*, N>&) {
        put(declared, {"choice"});
    }
    template <typename Enum, size_t N>
    void maybe_choice(const Declared& declared, const std::optional<Enum>&,
                      const std::array<const char*, N>&) {
        put(declared, {"choice"});
    }
    void maybe_colour(const Declared& declared, const char*, const char*, const std::optional<Rgb>&) {
        put(declared, {"colour"});
    }
    void maybe_size(const Declared& declared, const char*, const std::optional<Size>&, int most) {
        put(declared, {"size", Range{1.0, static_cast<double>(most)}});
    }
    void maybe_box(const Declared& declared, const std::optional<ShareRect>&) { put(declared, {"text"}); }
    void box(const Declared& declared, const ShareRect&) { put(declared, {"text"}); }
    void place(const Declared& declared, const Vec2&, Range) { put(declared, {"text"}); }
    void light(const Declared& declared, const Light&) { put(declared, {"light"}); }
    void region(const char*, const Region&) {}

  private:
    /// A length is typed with its unit, a colour by its name.
    void put(const Declared& declared, Shape shape) {
        if (declared.notation == Notation::Length)
            shape.kind = "length";
        if (declared.notation == Notation::Switch)
            shape = {"switch"};
        if (declared.notation == Notation::Colour || declared.notation == Notation::Ground)
            shape = {"colour"};
        shapes[declared.name] = shape;
    }
};

Shape shape_of(const BriefSetting& setting, const std::map<std::string, Shape>& shapes) {
    if (setting.files == Files::Always)
        return {"file"};
    if (setting.form == Form::Switch)
        return {"switch"};
    if (setting.name == "finish")
        return {"shares", shapes.at("subject.finish").range};
    const auto known = shapes.find(setting.name);
    return known == shapes.end() ? Shape{} : known->second;
}

/// Where any word of a list can stand, and others too.
bool is_open(const Shape& shape) {
    return shape.kind != "choice";
}

Json told(const BriefSetting& setting, const Shape& shape) {
    Json json{{"name", setting.name}, {"help", setting.help}, {"table", setting.table}, {"kind", shape.kind}};
    if (shape.range) {
        json["least"] = shape.range->low;
        json["most"] = shape.range->high;
    }
    json["standard"] = setting.standard;
    json["range"] = setting.range;
    json["example"] = example_of(setting);
    json["repeats"] = setting.repeats;
    json["of_rendering"] = setting.of_rendering;
    if (!setting.choices.empty()) {
        json["choices"] = Json::array();
        for (const std::string& choice : setting.choices)
            json["choices"].push_back({{"name", choice}});
        json["open"] = is_open(shape);
    }
    if (!setting.against.empty())
        json["against"] = setting.against;
    return json;
}

Json shipped(Shipped folder) {
    Json list = Json::array();
    for (const ShippedFile& file : shipped_files(folder))
        list.push_back({{"name", file.name}, {"help", about(file)}});
    return list;
}

Json formats() {
    Json list = Json::array();
    for (const std::string& ending : endings_of_pictures(true))
        list.push_back({{"ending", ending},
                        {"says", ending == ".stl" ? "A solid of the relief" : "A picture"},
                        {"pixels", true}});
    list.push_back({{"ending", kRevealEnding},
                    {"says", "A page that shows how it was made, to look at closely and under a lamp"},
                    {"pixels", true},
                    {"photo", true}});
    for (const ExportFormat& format : export_formats())
        if (check_available(format))
            list.push_back({{"ending", format.ending},
                            {"says", std::string(format.name) + ": " + format.about},
                            {"pixels", format.pixels}});
    return list;
}

}  // namespace

std::string settings_json(size_t most_upload) {
    ShapeCollector collector;
    Brief brief;
    painting_fields::visit_fields(collector, brief);
    Json settings = Json::array();
    for (const BriefSetting& setting : brief_settings())
        if (setting.typed)
            settings.push_back(told(setting, shape_of(setting, collector.shapes)));
    return Json{{"version", version()},
                {"limits", {{"upload_bytes", most_upload}}},
                {"settings", settings},
                {"hands", shipped(Shipped::Hands)},
                {"palettes", shipped(Shipped::Palettes)},
                {"brushes", shipped(Shipped::Brushes)},
                {"formats", formats()}}
        .dump();
}

}  // namespace allaprima
