#pragma once
#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "painting_file/painting_fields.h"

namespace allaprima::painting_fields {

/// Spells values in the one way from which digests are made, so that anybody can make them again. It is one
/// more visitor of the declarations in painting_fields.h and record_fields.h.
///
/// Each value is a line: its name, a space, the number of its bytes, a colon, and the bytes themselves:
/// "place 11:Sample Hall". A value that is not there is a hyphen: "wetness -". Texts are as they are; whole
/// numbers are decimal; other numbers are the shortest decimal that is read back as the same; several of them
/// have spaces between them; a switch is true or false.
class CanonicalText {
  public:
    /// What was spelt since the last call.
    std::string take() { return std::exchange(text_, {}); }

    template <typename Name>
    void text(const Name& name, const std::string& value, size_t) {
        if (!(is_later(name) && value.empty()))
            line(name, value);
    }
    template <typename Name>
    void whole(const Name& name, int value, int64_t, int64_t) {
        if (!(is_later(name) && value == 0))
            line(name, fmt::format("{}", value));
    }
    void seed(const char* name, uint64_t value) { line(name, fmt::format("{}", value)); }
    template <typename Name>
    void flag(const Name& name, bool value) {
        if (!(is_later(name) && !value))
            line(name, value ? "true" : "false");
    }
    template <typename Name, typename T>
    void real(const Name& name, T value, Range) {
        if (!(is_later(name) && value == T{}))
            line(name, fmt::format("{}", value));
    }
    template <typename Name, typename Enum, size_t N>
    void choice(const Name& name, Enum value, const std::array<const char*, N>& words) {
        if (!(is_later(name) && value == Enum{}))
            line(name, words[static_cast<size_t>(value)]);
    }
    template <size_t N>
    void numbers(const char* name, const std::array<float, N>& values, Range) {
        line(name, fmt::format("{}", fmt::join(values, " ")));
    }
    template <typename T>
    void list(const char* name, const std::vector<T>& values, size_t) {
        line(name, fmt::format("{}", fmt::join(values, " ")));
    }
    void whole_or_open(const char* name, int value, int64_t low, int64_t high) {
        whole(name, value, low, high);
    }
    template <typename Name, typename T>
    void maybe_real(const Name& name, const std::optional<T>& value, Range range) {
        if (value)
            real(static_cast<const char*>(name), *value, range);
        else if (!is_later(name))
            nothing(name);
    }
    void maybe_whole(const char* name, const std::optional<int>& value, int64_t low, int64_t high) {
        value ? whole(name, *value, low, high) : nothing(name);
    }
    void maybe_text(const char* name, const std::optional<std::string>& value, size_t longest) {
        value ? text(name, *value, longest) : nothing(name);
    }
    template <typename Name, typename Enum, size_t N>
    void maybe_choice(const Name& name, const std::optional<Enum>& value,
                      const std::array<const char*, N>& words) {
        if (value)
            line(name, words[static_cast<size_t>(*value)]);
        else if (!is_later(name))
            nothing(name);
    }
    void maybe_size(const char* width, const char*, const std::optional<Size>& value, int64_t) {
        value ? line(width, fmt::format("{} {}", value->width, value->height)) : nothing(width);
    }
    template <typename Name>
    void maybe_box(const Name& name, const std::optional<ShareRect>& value) {
        if (value)
            line(name, fmt::format("{} {} {} {}", value->x, value->y, value->width, value->height));
        else if (!is_later(name))
            nothing(name);
    }
    template <typename Name>
    void maybe_colour(const Name& red, const char*, const char*, const std::optional<Rgb>& value) {
        if (value)
            line(red, fmt::format("{} {} {}", value->r, value->g, value->b));
        else if (!is_later(red))
            nothing(red);
    }

  private:
    /// A field that older formats did not have says nothing in digests while it is empty, 0, or its first
    /// word: so the digests of older records stay what they were.
    static bool is_later(const char*) { return false; }
    static bool is_later(const Declared& field) { return field.since > 0; }

    void line(const char* name, std::string_view value) {
        text_ += fmt::format("{} {}:{}\n", name, value.size(), value);
    }
    void nothing(const char* name) { text_ += fmt::format("{} -\n", name); }

    std::string text_;
};

}  // namespace allaprima::painting_fields
