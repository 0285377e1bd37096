#include "exporting/json_schema.h"

#include <nlohmann/json.hpp>

#include "exporting/json_fields.h"
#include "exporting/strokes_schema.h"

namespace allaprima {
namespace {

using namespace exporting;
using Schema = nlohmann::ordered_json;
using painting_fields::kShare;
using painting_fields::Range;

/// A further visitor of the declarations: it says of each member what it may be.
class SchemaWriter {
  public:
    Schema properties = Schema::object();

    template <typename T>
    void real(std::string_view name, T&, Range range) {
        property(name) = {{"type", "number"}, {"minimum", range.low}, {"maximum", range.high}};
    }
    template <typename T>
    void maybe_real(std::string_view name, std::optional<T>&, Range range) {
        double any = 0.0;
        real(name, any, range);
    }
    void whole(std::string_view name, int&, int64_t low, int64_t high) {
        property(name) = {{"type", "integer"}, {"minimum", low}, {"maximum", high}};
    }
    void whole_or_open(std::string_view name, int& value, int64_t, int64_t high) {
        whole(name, value, 0, high);
    }
    void maybe_whole(std::string_view name, std::optional<int>&, int64_t low, int64_t high) {
        int any = 0;
        whole(name, any, low, high);
    }
    void maybe_size(std::string_view width, std::string_view height, std::optional<Size>&, int64_t most) {
        int any = 0;
        whole(width, any, 1, most);
        whole(height, any, 1, most);
    }
    void maybe_box(std::string_view name, std::optional<ShareRect>&) {
        property(name) = list({{"type", "number"}}, 4);
    }
    void seed(std::string_view name, uint64_t&) {
        property(name) = {{"type", "string"}, {"pattern", "^[0-9]{1,20}$"}};
    }
    void flag(std::string_view name, bool&) { property(name) = {{"type", "boolean"}}; }
    void text(std::string_view name, std::string&, size_t longest) {
        property(name) = {{"type", "string"}, {"maxLength", longest}};
    }
    void maybe_text(std::string_view name, std::optional<std::string>&, size_t longest) {
        std::string any;
        text(name, any, longest);
    }
    template <typename Enum, size_t N>
    void choice(std::string_view name, Enum&, const std::array<const char*, N>& words) {
        property(name) = {{"enum", words}};
    }
    template <typename Enum, size_t N>
    void maybe_choice(std::string_view name, std::optional<Enum>&, const std::array<const char*, N>& words) {
        Enum any{};
        choice(name, any, words);
    }
    template <size_t N>
    void numbers(std::string_view name, std::array<float, N>&, Range range) {
        property(spoken_name(name)) =
            list({{"type", "number"}, {"minimum", range.low}, {"maximum", range.high}}, N);
    }
    void maybe_colour(std::string_view red, std::string_view green, std::string_view blue,
                      std::optional<Rgb>&) {
        float any = 0.0f;
        for (const std::string_view channel : {red, green, blue})
            real(channel, any, kShare);
    }

    static Schema list(Schema of, size_t most) {
        return {{"type", "array"}, {"items", std::move(of)}, {"maxItems", most}};
    }

  private:
    Schema& property(std::string_view name) { return properties[std::string(name)]; }
};

/// An object of these members and of anyone's own.
Schema object_of(Schema properties, std::vector<std::string> required = {}) {
    Schema schema{{"type", "object"},
                  {"properties", std::move(properties)},
                  {"patternProperties", {{"^" + std::string(kOwnMember), Schema::object()}}},
                  {"additionalProperties", false}};
    if (!required.empty())
        schema["required"] = std::move(required);
    return schema;
}

template <typename T>
Schema properties_of() {
    T noun{};
    SchemaWriter writer;
    painting_fields::visit_fields(writer, noun);
    return writer.properties;
}

template <typename T>
Schema list_of(std::vector<std::string> required = {}) {
    return {{"type", "array"}, {"items", object_of(properties_of<T>(), std::move(required))}};
}

Schema strokes_schema() {
    Schema stroke = properties_of<Stroke>();
    for (const std::string_view told : {kOrder, kPass, kPressure, kParts, kLooks})
        stroke[std::string(told)] = {{"description", "follows from the rest, and is not read"}};
    return {{"type", "array"},
            {"items", object_of(std::move(stroke), {"x0", "y0", "x2", "y2", "red", "green", "blue"})}};
}

Schema materials_schema() {
    Schema materials = properties_of<Materials>();
    materials["hand"] = object_of(properties_of<Hand>());
    materials["tubes"] = list_of<Pigment>({"name"});
    materials["brushes"] = list_of<Brush>();
    return object_of(std::move(materials));
}

Schema brief_schema() {
    Schema brief = properties_of<Brief>();
    brief["see"] = list_of<Correction>();
    brief["focus_marks"] = list_of<FocusMark>();
    brief["motifs"] = list_of<Motif>();
    brief["spatters"] = list_of<Spatter>();
    return object_of(std::move(brief));
}

Schema outline_schema() {
    const Schema row{{"type", "array"},
                     {"items", {{"type", "integer"}, {"minimum", 0}, {"maximum", 65535}}},
                     {"minItems", 2}};
    return {{"description",
             "of a cut-out: rows from above, each of runs: the share of the pixels in 1/65535, and how many"},
            {"type", "array"},
            {"items", row},
            {"maxItems", kLargestPlanSize}};
}

Schema photo_schema() {
    const Schema side{{"type", "integer"}, {"minimum", 1}};
    return object_of({{"name", {{"type", "string"}}},
                      {"sha256", {{"type", "string"}, {"pattern", "^[0-9a-f]{64}$"}}},
                      {"width", side},
                      {"height", side}},
                     {"name", "sha256", "width", "height"});
}

}  // namespace

std::string strokes_json_schema() {
    Schema members{{"schema", {{"const", kStrokesSchema}}},
                   {"version", {{"const", kStrokesVersion}}},
                   {"software", {{"type", "string"}}},
                   {"photo", photo_schema()},
                   {"brief", brief_schema()},
                   {"faces", list_of<Face>()},
                   {"materials", materials_schema()},
                   {"canvas", object_of(properties_of<Plan>(), {"width_mm", "height_mm"})},
                   {"passes", list_of<Pass>({"name", "strokes", "coat"})},
                   {std::string(kOutline), outline_schema()},
                   {"strokes", strokes_schema()}};
    Schema schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                  {"title", "Strokes of a painting by Alla Prima"}};
    schema.update(object_of(std::move(members), {"schema", "version", "canvas", "strokes"}));
    return schema.dump(1) + "\n";
}

}  // namespace allaprima
