#pragma once
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "image/colour.h"
#include "model/region_words.h"
#include "painting_file/painting_fields.h"

namespace allaprima::painting_fields {

/// One more visitor of the declarations: a member of an object for each field, for programs that are told
/// what a file holds. What says nothing is null.
class JsonMembers {
  public:
    using Json = nlohmann::ordered_json;
    /// Finds the place of a field in the object.
    using Place = Json& (*)(Json& object, const Declared& field);

    static Json& by_column(Json& object, const Declared& field) { return object[field.in_files()]; }

    explicit JsonMembers(Json& object, Place place = by_column) : object_(object), place_(place) {}

    /// A field that is declared, or the bare name of one.
    struct Field {
        Declared declared;
        Field(const Declared& whole) : declared(whole) {}
        Field(const char* name) : declared{.name = name} {}
    };

    void text(const Field& field, const std::string& value, size_t) {
        put(field, value.empty() ? Json() : Json(value));
    }
    void maybe_text(const Field& field, const std::optional<std::string>& value, size_t) {
        put_if(field, value);
    }
    void whole(const Field& field, int value, int64_t, int64_t) { put(field, value); }
    void whole_or_open(const Field& field, int value, int64_t, int64_t) {
        put(field, value == 0 ? Json() : Json(value));
    }
    void maybe_whole(const Field& field, const std::optional<int>& value, int64_t, int64_t) {
        put_if(field, value);
    }
    void seed(const Field& field, uint64_t value) { put(field, value); }
    void flag(const Field& field, bool value) { put(field, value); }
    /// What nobody can ask for leaves it open.
    template <typename T>
    void real(const Field& field, T value, Range) {
        const bool open = field.declared.highest > 0.0 && static_cast<double>(value) < field.declared.lowest;
        put(field, open ? Json() : Json(value));
    }
    template <typename T>
    void maybe_real(const Field& field, const std::optional<T>& value, Range) {
        put_if(field, value);
    }
    template <typename Enum, size_t N>
    void choice(const Field& field, Enum value, const std::array<const char*, N>& words) {
        if (field.declared.notation == Notation::Switch)
            put(field, static_cast<int>(value) == 1);
        else
            put(field, words[static_cast<size_t>(value)]);
    }
    template <typename Enum, size_t N>
    void maybe_choice(const Field& field, const std::optional<Enum>& value,
                      const std::array<const char*, N>& words) {
        put(field, value ? Json(words[static_cast<size_t>(*value)]) : Json());
    }
    void maybe_colour(const Field& red, const char*, const char*, const std::optional<Rgb>& value) {
        put(red, value ? Json(hex_of_srgb(*value)) : Json());
    }
    void maybe_size(const Field& width, const char*, const std::optional<Size>& value, int64_t) {
        put(width, value ? Json{{"width", value->width}, {"height", value->height}} : Json());
    }
    void maybe_box(const Field& field, const std::optional<ShareRect>& value) {
        put(field, value ? box_json(*value) : Json());
    }
    void box(const Field& field, const ShareRect& value) {
        put(field, value.width > 0.0f ? box_json(value) : Json());
    }
    void list(const Field& field, const std::vector<Vec2>& corners, size_t) {
        Json outline = Json::array();
        for (const Vec2& corner : corners)
            outline.push_back({corner.x, corner.y});
        // A name loses the ending by which the painting file tells how its blobs are laid out.
        const std::string name = field.declared.in_files();
        object_[name.substr(0, name.rfind("_f32"))] = std::move(outline);
    }
    void light(const Field& field, const Light& value) {
        put(field, {{"azimuth", value.azimuth}, {"elevation", value.elevation}});
    }
    void region(const char*, const Region& region) {
        Json json = {{"kind", kRegionWords[static_cast<size_t>(region.kind)]}};
        if (region.number > 0)
            json[is_of_face(region.kind) ? "face" : "number"] = region.number;
        if (region.kind == Region::Kind::Named)
            json["name"] = region.name;
        if (region.kind == Region::Kind::Box)
            json["box"] = box_json(region.box);
        if (region.kind == Region::Kind::Circle)
            json["circle"] = {{"x", region.centre.x}, {"y", region.centre.y}, {"radius", region.radius}};
        if (region.kind == Region::Kind::Mask)
            json["file"] = region.mask;
        put("region", std::move(json));
    }

  private:
    static Json box_json(const ShareRect& box) {
        return {{"x", box.x}, {"y", box.y}, {"width", box.width}, {"height", box.height}};
    }
    void put(const Field& field, Json value) { place_(object_, field.declared) = std::move(value); }
    template <typename T>
    void put_if(const Field& field, const std::optional<T>& value) {
        put(field, value ? Json(*value) : Json());
    }

    Json& object_;
    Place place_;
};

/// All that is declared of a value.
template <typename T>
nlohmann::ordered_json json_of(T value, JsonMembers::Place place = JsonMembers::by_column) {
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    JsonMembers members(object, place);
    visit_fields(members, value);
    return object;
}

}  // namespace allaprima::painting_fields
