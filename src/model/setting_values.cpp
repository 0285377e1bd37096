#include "model/setting_values.h"

#include <algorithm>
#include <utility>

#include "image/colour.h"
#include "model/record_date.h"
#include "model/scene_settings.h"

namespace allaprima::setting_values {
namespace {

/// The grounds that painters know by name, sRGB-encoded.
struct NamedGround {
    const char* name;
    Rgb colour;
};
constexpr std::array kGrounds = {
    NamedGround{"white", {0.95f, 0.945f, 0.925f}},      NamedGround{"grey", {0.55f, 0.55f, 0.54f}},
    NamedGround{"yellow ochre", {0.78f, 0.60f, 0.34f}}, NamedGround{"burnt sienna", {0.55f, 0.30f, 0.20f}},
    NamedGround{"burnt umber", {0.40f, 0.29f, 0.22f}},  NamedGround{"raw umber", {0.47f, 0.40f, 0.30f}},
    NamedGround{"green earth", {0.50f, 0.56f, 0.46f}},  NamedGround{"black", {0.12f, 0.115f, 0.11f}}};

bool is_digest(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

std::optional<double> length_mm(std::string_view text, double low_mm, double high_mm) {
    struct Unit {
        std::string_view name;
        double mm;
    };
    for (const Unit& unit : {Unit{"mm", 1.0}, Unit{"cm", 10.0}, Unit{"in", 25.4}, Unit{"", 10.0}})
        if (text.ends_with(unit.name)) {
            const std::string_view digits = text.substr(0, text.size() - unit.name.size());
            const auto value = number<double>(digits, low_mm / unit.mm, high_mm / unit.mm);
            return value ? std::optional(*value * unit.mm) : std::nullopt;
        }
    return std::nullopt;
}

std::optional<ShareRect> box_within(const ShareRect& box) {
    constexpr float kSmallest = 0.001f;
    constexpr float kRounding = 1e-4f;  // 0.7 + 0.3 may come out a little above 1
    const bool within = box.x >= 0.0f && box.y >= 0.0f && box.width >= kSmallest && box.height >= kSmallest &&
                        box.x + box.width <= 1.0f + kRounding && box.y + box.height <= 1.0f + kRounding;
    return within ? std::optional(box) : std::nullopt;
}

std::optional<ShareRect> share_box(std::string_view text) {
    const auto sides = numbers<4>(text, {}, {1.0f, 1.0f, 1.0f, 1.0f});
    return sides ? box_within({(*sides)[0], (*sides)[1], (*sides)[2], (*sides)[3]}) : std::nullopt;
}

std::string from_to(int low, int high) {
    return std::to_string(low) + " to " + std::to_string(high);
}

bool may_be_colour(std::string_view text) {
    constexpr size_t kLongestName = 100;
    if (text.starts_with('#'))
        return srgb_from_hex(text).has_value();
    return !text.empty() && text.size() <= kLongestName;
}

std::optional<Size> size_in_pixels(std::string_view text, int most) {
    const size_t cross = text.find_first_of("xX");
    if (cross == std::string_view::npos)
        return std::nullopt;
    const auto width = number<int>(text.substr(0, cross), 1, most);
    const auto height = number<int>(text.substr(cross + 1), 1, most);
    return width && height ? std::optional(Size{*width, *height}) : std::nullopt;
}

std::optional<Rgb> ground_colour(std::string_view text) {
    for (const NamedGround& ground : kGrounds)
        if (text == ground.name)
            return ground.colour;
    return srgb_from_hex(text);
}

std::string names_of_grounds() {
    std::string names;
    for (const NamedGround& ground : kGrounds)
        names += std::string(ground.name) + ", ";
    return names;
}

bool can_be_signed(std::string_view text) {
    const auto known = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' ||
               c == '.' || c == '-';
    };
    return !text.empty() && text.size() <= kLongestSignature && std::ranges::all_of(text, known) &&
           text.find_first_not_of(' ') != std::string_view::npos;
}

std::vector<std::string> parts_of(std::string_view list) {
    std::vector<std::string> parts;
    while (!list.empty()) {
        const size_t comma = std::min(list.find(','), list.size());
        parts.emplace_back(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return parts;
}

bool is_written(Notation notation, std::string_view text) {
    switch (notation) {
        case Notation::Colour:
            return may_be_colour(text);
        case Notation::Letters:
            return can_be_signed(text);
        case Notation::Ascii:
            return !text.empty() && is_ascii(text);
        case Notation::Lines:
            return is_ascii(text);
        case Notation::Date:
            return day_span(text).has_value();
        case Notation::Digest:
            return is_digest(text);
        default:
            return !text.empty();
    }
}

const char* placeholder_of(Notation notation) {
    switch (notation) {
        case Notation::Colour:
            return "COLOUR";
        case Notation::Lines:
            return "LINES";
        case Notation::Date:
            return "DATE";
        case Notation::Digest:
            return "SHA256";
        default:
            return "TEXT";
    }
}

std::vector<std::string> choices_of(const Declared& declared) {
    std::vector<std::string> choices = parts_of(declared.choices);
    for (std::string& name : names_of(shipped_files(declared.shipped)))
        choices.push_back(std::move(name));
    return choices;
}

std::string range_of(const Declared& declared) {
    std::string range = declared.range;
    if (declared.shipped == Shipped::Nothing)
        return range;
    std::string names;
    for (const std::string& name : names_of(shipped_files(declared.shipped)))
        names += (names.empty() ? "" : ", ") + name;
    return range.replace(range.find("{}"), 2, names);
}

std::string text_in_words(const Declared& declared, size_t longest) {
    switch (declared.notation) {
        case Notation::Colour:
            return "a tube of the palette or #rrggbb";
        case Notation::Ascii:
            return from_to(1, static_cast<int>(longest)) + " plain letters";
        case Notation::Lines:
            return "lines of plain letters, with a bar between them";
        case Notation::Date:
            return "a year, a month or a day, 2026, 2026-05 or 2026-05-14, or two of them with a slash "
                   "between; the end must not be before the beginning";
        case Notation::Digest:
            return "64 hexadecimal digits, as sha256sum prints them";
        default:
            return from_to(1, static_cast<int>(longest)) + " letters";
    }
}

}  // namespace allaprima::setting_values
