#include "model/setting_values.h"

#include "image/colour.h"

namespace allaprima::setting_values {

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

std::optional<ShareRect> share_box(std::string_view text) {
    constexpr float kSmallest = 0.001f;
    constexpr float kRounding = 1e-4f;  // 0.7 + 0.3 may come out a little above 1
    const auto sides = numbers<4>(text, {0.0f, 0.0f, kSmallest, kSmallest}, {1.0f, 1.0f, 1.0f, 1.0f});
    if (!sides)
        return std::nullopt;
    const auto [x, y, width, height] = *sides;
    if (x + width > 1.0f + kRounding || y + height > 1.0f + kRounding)
        return std::nullopt;
    return ShareRect{x, y, width, height};
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

}  // namespace allaprima::setting_values
