#pragma once
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "painting_file/painting_fields.h"

/// The members of an object in a file of strokes: two more visitors of the declarations in
/// painting_file/painting_fields.h, one that writes them and one that reads them.
///
/// A name loses the ending by which the painting file tells how its blobs are laid out.

namespace allaprima::exporting {

using Json = nlohmann::json;
using painting_fields::Range;

inline std::string_view spoken_name(std::string_view name) {
    constexpr std::string_view kBlob = "_f32";
    return name.ends_with(kBlob) ? name.substr(0, name.size() - kBlob.size()) : name;
}

/// The shortest text that reads back as the very same number.
template <typename T>
std::string exact_text(T value) {
    std::string text = fmt::format("{}", value);
    // Readers take a number for a double first, so a float between two of its neighbours may go astray.
    if (static_cast<T>(std::strtod(text.c_str(), nullptr)) != value)
        text = fmt::format("{}", static_cast<double>(value));
    // Most readers take it for a whole number otherwise, which has no sign at zero.
    return text == "-0" ? "-0.0" : text;
}

/// A text in quotes; bytes that are no UTF-8 become the sign for that.
inline std::string json_text(std::string_view text) {
    return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Collects `"name": value, …`; leaves out what is nothing.
class JsonWriter {
  public:
    const std::string& members() const { return text_; }

    /// A member whose value is JSON already.
    void raw(std::string_view name, std::string_view value) {
        text_ += fmt::format("{}\"{}\": {}", text_.empty() ? "" : ", ", name, value);
    }
    template <typename T>
    void real(std::string_view name, T& value, Range) {
        raw(name, exact_text(value));
    }
    template <typename T>
    void maybe_real(std::string_view name, std::optional<T>& value, Range range) {
        if (value)
            real(name, *value, range);
    }
    void whole(std::string_view name, int& value, int64_t, int64_t) { raw(name, fmt::format("{}", value)); }
    void whole_or_open(std::string_view name, int& value, int64_t low, int64_t high) {
        whole(name, value, low, high);
    }
    void maybe_whole(std::string_view name, std::optional<int>& value, int64_t low, int64_t high) {
        if (value)
            whole(name, *value, low, high);
    }
    void maybe_size(std::string_view width, std::string_view height, std::optional<Size>& value,
                    int64_t most) {
        if (!value)
            return;
        whole(width, value->width, 1, most);
        whole(height, value->height, 1, most);
    }
    void maybe_box(std::string_view name, std::optional<ShareRect>& box) {
        if (box)
            raw(name, fmt::format("[{}, {}, {}, {}]", exact_text(box->x), exact_text(box->y),
                                  exact_text(box->width), exact_text(box->height)));
    }
    /// In quotes: many readers keep only 53 bits of a number.
    void seed(std::string_view name, uint64_t& value) { raw(name, fmt::format("\"{}\"", value)); }
    void flag(std::string_view name, bool& value) { raw(name, value ? "true" : "false"); }
    void text(std::string_view name, std::string& value, size_t) { raw(name, json_text(value)); }
    void maybe_text(std::string_view name, std::optional<std::string>& value, size_t longest) {
        if (value)
            text(name, *value, longest);
    }
    template <typename Enum, size_t N>
    void choice(std::string_view name, Enum& value, const std::array<const char*, N>& words) {
        raw(name, json_text(words[static_cast<size_t>(value)]));
    }
    template <typename Enum, size_t N>
    void maybe_choice(std::string_view name, std::optional<Enum>& value,
                      const std::array<const char*, N>& words) {
        if (value)
            choice(name, *value, words);
    }
    /// Zeros at the end are left out.
    template <size_t N>
    void numbers(std::string_view name, std::array<float, N>& values, Range) {
        size_t count = N;
        while (count > 0 && values[count - 1] == 0.0f && !std::signbit(values[count - 1]))
            --count;
        std::string list;
        for (size_t i = 0; i < count; ++i)
            list += (i == 0 ? "" : ", ") + exact_text(values[i]);
        raw(spoken_name(name), fmt::format("[{}]", list));
    }
    void maybe_colour(std::string_view red, std::string_view green, std::string_view blue,
                      std::optional<Rgb>& value) {
        if (!value)
            return;
        raw(red, exact_text(value->r));
        raw(green, exact_text(value->g));
        raw(blue, exact_text(value->b));
    }

  private:
    std::string text_;
};

/// The members of what is declared, without braces.
template <typename T>
std::string members_of(T value) {
    JsonWriter writer;
    painting_fields::visit_fields(writer, value);
    return writer.members();
}

/// What becomes of a value whose member is missing.
enum class Missing {
    Fault,     ///< It must be there.
    Standard,  ///< It keeps the value that it has.
};

/// Takes the values from the members of an object. The first fault sticks, with the place where it is.
class JsonReader {
  public:
    /// @param place of the object: "strokes[3]". @param fault where the first fault is noted.
    JsonReader(const Json& object, std::string place, Missing missing, std::string& fault)
        : object_(object), place_(std::move(place)), missing_(missing), fault_(fault) {
        if (!object.is_object())
            refuse(place_, "must be an object");
    }

    template <typename T>
    void real(std::string_view name, T& value, Range range) {
        if (const Json* found = needed(name))
            number(*found, at(name), value, range);
    }
    template <typename T>
    void maybe_real(std::string_view name, std::optional<T>& value, Range range) {
        value.reset();
        if (const Json* found = taken(name))
            number(*found, at(name), value.emplace(), range);
    }
    void whole(std::string_view name, int& value, int64_t low, int64_t high) {
        if (const Json* found = needed(name))
            integer(*found, name, value, low, high);
    }
    /// 0 leaves it open.
    void whole_or_open(std::string_view name, int& value, int64_t low, int64_t high) {
        const Json* found = needed(name);
        if (found && *found == 0)
            value = 0;
        else if (found)
            integer(*found, name, value, low, high);
    }
    void maybe_whole(std::string_view name, std::optional<int>& value, int64_t low, int64_t high) {
        value.reset();
        if (const Json* found = taken(name))
            integer(*found, name, value.emplace(), low, high);
    }
    void maybe_size(std::string_view width, std::string_view height, std::optional<Size>& value,
                    int64_t most) {
        std::optional<int> w, h;
        maybe_whole(width, w, 1, most);
        maybe_whole(height, h, 1, most);
        if (w.has_value() != h.has_value())
            refuse(at(w ? height : width), "is missing");
        value = w && h ? std::optional(Size{*w, *h}) : std::nullopt;
    }
    void maybe_box(std::string_view name, std::optional<ShareRect>& value) {
        value.reset();
        const Json* found = taken(name);
        if (!found)
            return;
        std::array<float, 4> box{};
        list(*found, at(name), box, painting_fields::kFaceShare);
        value = ShareRect{box[0], box[1], box[2], box[3]};
    }
    void seed(std::string_view name, uint64_t& value);
    void flag(std::string_view name, bool& value);
    void text(std::string_view name, std::string& value, size_t longest);
    // What the first files of strokes did not have may be missing.
    template <typename T>
    void real(const Declared& field, T& value, Range range) {
        if (is_told(field))
            real(std::string_view(field), value, range);
    }
    void whole(const Declared& field, int& value, int64_t low, int64_t high) {
        if (is_told(field))
            whole(std::string_view(field), value, low, high);
    }
    void text(const Declared& field, std::string& value, size_t longest) {
        if (is_told(field))
            text(std::string_view(field), value, longest);
    }
    void maybe_text(std::string_view name, std::optional<std::string>& value, size_t longest) {
        value.reset();
        if (object_.is_object() && object_.contains(name))
            text(name, value.emplace(), longest);
    }
    template <typename Enum, size_t N>
    void choice(std::string_view name, Enum& value, const std::array<const char*, N>& words) {
        if (const Json* found = needed(name)) {
            for (size_t i = 0; i < N; ++i)
                if (*found == words[i]) {
                    value = static_cast<Enum>(i);
                    return;
                }
            refuse(at(name), fmt::format("must be one of {}", fmt::join(words, ", ")));
        }
    }
    template <typename Enum, size_t N>
    void maybe_choice(std::string_view name, std::optional<Enum>& value,
                      const std::array<const char*, N>& words) {
        value.reset();
        if (object_.is_object() && object_.contains(name))
            choice(name, value.emplace(), words);
    }
    template <size_t N>
    void numbers(std::string_view name, std::array<float, N>& values, Range range) {
        if (const Json* found = needed(spoken_name(name)))
            list(*found, at(spoken_name(name)), values, range);
    }
    void maybe_colour(std::string_view red, std::string_view green, std::string_view blue,
                      std::optional<Rgb>& value) {
        value.reset();
        if (!object_.is_object() ||
            !(object_.contains(red) || object_.contains(green) || object_.contains(blue)))
            return;
        Rgb& colour = value.emplace();
        const Missing before = std::exchange(missing_, Missing::Fault);
        real(red, colour.r, painting_fields::kShare);
        real(green, colour.g, painting_fields::kShare);
        real(blue, colour.b, painting_fields::kShare);
        missing_ = before;
    }

    /// The member, which counts as known from now on; nullptr when it is missing or null.
    const Json* taken(std::string_view name);
    /// Notes the first member that nobody asked for.
    void refuse_the_rest();
    /// "strokes[3].load".
    std::string at(std::string_view name) const { return fmt::format("{}.{}", place_, name); }
    /// Notes a fault of the caller's finding, unless one is noted already.
    void refuse(const std::string& place, const std::string& what) {
        if (fault_.empty())
            fault_ = fmt::format("{} {}", place, what);
    }

  private:
    bool is_told(const Declared& field) const {
        return field.since == 0 || (object_.is_object() && object_.contains(field.in_files()));
    }
    /// The same as taken(); a fault where it must be there.
    const Json* needed(std::string_view name);
    void integer(const Json& found, std::string_view name, int& value, int64_t low, int64_t high);

    template <typename T>
    void number(const Json& found, const std::string& place, T& value, Range range) {
        constexpr double kLargest = std::numeric_limits<float>::max();
        const double given = found.is_number() ? found.get<double>() : std::nan("");
        // The limits of a float may be floats, and the shortest text of one lies beside it.
        const T kept =
            std::abs(given) <= kLargest ? static_cast<T>(given) : std::numeric_limits<T>::quiet_NaN();
        if (!(static_cast<double>(kept) >= range.low && static_cast<double>(kept) <= range.high))
            return refuse(place, fmt::format("must be a number from {:g} to {:g}", range.low, range.high));
        value = kept;
    }
    /// What is missing at its end is 0.
    template <size_t N>
    void list(const Json& found, const std::string& place, std::array<float, N>& values, Range range) {
        if (!found.is_array() || found.size() > N)
            return refuse(place, fmt::format("must be a list of at most {} numbers", N));
        for (size_t i = 0; i < N; ++i)
            number(i < found.size() ? found[i] : Json(0.0), fmt::format("{}[{}]", place, i), values[i],
                   range);
    }

    const Json& object_;
    std::string place_;
    Missing missing_;
    std::string& fault_;
    std::set<std::string, std::less<>> known_;
};

/// Reads what is declared; nothing else may be in the object.
template <typename T>
T read_members(const Json& object, const std::string& place, Missing missing, std::string& fault) {
    T value;
    JsonReader reader(object, place, missing, fault);
    painting_fields::visit_fields(reader, value);
    reader.refuse_the_rest();
    return value;
}

}  // namespace allaprima::exporting
