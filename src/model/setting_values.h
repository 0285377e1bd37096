#pragma once
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "image/image.h"
#include "model/field.h"

/// How the text of a setting becomes a value, and how people are told what it may be.

namespace allaprima::setting_values {

/// The number that the whole text spells, within limits.
template <typename Number>
std::optional<Number> number(std::string_view text, Number low, Number high) {
    Number value{};
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size() || !(value >= low && value <= high))
        return std::nullopt;
    return value;
}

/// So many numbers as there are limits, with commas between them.
template <size_t N>
std::optional<std::array<float, N>> numbers(std::string_view text, const std::array<float, N>& low,
                                            const std::array<float, N>& high) {
    std::array<float, N> values{};
    for (size_t i = 0; i < N; ++i) {
        const size_t comma = text.find(',');
        if ((comma == std::string_view::npos) != (i + 1 == N))
            return std::nullopt;
        const auto value = number<float>(text.substr(0, comma), low[i], high[i]);
        if (!value)
            return std::nullopt;
        values[i] = *value;
        text.remove_prefix(i + 1 == N ? text.size() : comma + 1);
    }
    return values;
}

/// A length such as "60cm", "600mm" or "24in", in millimetres; a bare number is centimetres.
std::optional<double> length_mm(std::string_view text, double low_mm, double high_mm);

/// "0.1,0.2,0.3,0.4": left, top, width and height in shares of the picture, in which the whole box lies.
std::optional<ShareRect> share_box(std::string_view text);
/// The box of these sides, unless it is too small or lies outside.
std::optional<ShareRect> box_within(const ShareRect& box);
inline constexpr const char* kBoxInWords =
    "four numbers x, y, width and height, in shares of the picture from its top left, all of it within";

/// "1600x1200", each side from 1 to `most`.
std::optional<Size> size_in_pixels(std::string_view text, int most);

/// A ground that painters know by name, or #rrggbb.
std::optional<Rgb> ground_colour(std::string_view text);
/// "white, grey, ".
std::string names_of_grounds();

/// Whether a signature of these letters can be drawn: letters, figures, spaces, dots, hyphens.
bool can_be_signed(std::string_view text);

/// What stands between commas.
std::vector<std::string> parts_of(std::string_view list);

/// The words that a field may be, as far as its declaration tells them.
std::vector<std::string> choices_of(const Declared& declared);

/// What it may be in words, as far as its declaration tells; empty where its type does.
std::string range_of(const Declared& declared);

/// "1 to 5".
std::string from_to(int low, int high);

/// "linen, cotton or paper".
template <typename Words>
std::string one_of(const Words& words) {
    std::string text;
    for (size_t i = 0; i < words.size(); ++i)
        text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + std::string(words[i]);
    return text;
}

template <typename Words>
std::vector<std::string> list_of(const Words& words) {
    return {words.begin(), words.end()};
}

/// Whether the text is written as this notation asks.
bool is_written(Notation notation, std::string_view text);
/// What stands for such a text in help.
const char* placeholder_of(Notation notation);
/// What a text may be, in words, as far as its declaration tells. @param longest in bytes.
std::string text_in_words(const Declared& declared, size_t longest);

/// What may be said of a colour beside the names of a palette's tubes: "#rrggbb", or a name of some length.
bool may_be_colour(std::string_view text);

}  // namespace allaprima::setting_values
